package ntbed.component.sysprep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.process.ImageFile;

/** The files of the tool, version 1.1 (names: Q196018, Q198417, Q214597, Q200567). */
final class ToolSet {
    static final String SYSPREP = "Sysprep.exe";
    static final String SETUPCL = "Setupcl.exe";
    static final String PSYSDUP2 = "Psysdup2.exe";
    static final String PSYDO957 = "Psydo957.dll";
    static final String MANUAL = "Sysprep.doc";

    /**
     * Image parameter of Setupcl.exe: {@code yes} for the corrected files of September 2001, which draw computer names
     * at random (Q306447) and always take back the progress mark (Q216684).
     */
    static final String CORRECTED = "corrected";

    private ToolSet() {}

    /** All names, in the order of a directory listing. */
    static List<String> names() {
        return List.copyOf(files(false).keySet());
    }

    /** All files by name. */
    static SortedMap<String, byte[]> files(boolean corrected) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(SYSPREP, ImageFile.encode(Sysprep.ID, Map.of()));
        files.put(SETUPCL, ImageFile.encode(Setupcl.ID, Map.of(CORRECTED, corrected ? "yes" : "no")));
        files.put(PSYSDUP2, ImageFile.encode(Psysdup2.ID, Map.of()));
        files.put(PSYDO957, ImageFile.encode("library", Map.of()));
        files.put(MANUAL, "Manual of the System Preparation Tool.\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return files;
    }
}
