package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.process.ImageFile;

/** The files of IIS 4.0, by path below the system root or, for published content, below the home directories. */
final class IisFiles {
    private IisFiles() {}

    /** Below the folder {@code inetsrv}; names: Q252174, Q273639, Q276354. */
    static SortedMap<String, byte[]> inetsrv() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("inetinfo.exe", ImageFile.encode(Inetinfo.ID, Map.of()));
        for (String library : new String[] {
            "iisadmin.dll",
            "metadata.dll",
            "infocomm.dll",
            "w3svc.dll",
            "ftpsvc2.dll",
            "smtpsvc.dll",
            "nntpsvc.dll",
            "wam.dll",
            "asp.dll",
            "httpodbc.dll",
            "iisui.dll",
            "w3scfg.dll"
        }) {
            files.put(library, ImageFile.encode("library", Map.of()));
        }
        return files;
    }

    /** A page for an empty site. */
    static byte[] page() {
        return "<html><body>This site has no pages yet.</body></html>\r\n".getBytes(StandardCharsets.ISO_8859_1);
    }
}
