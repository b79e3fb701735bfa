package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.scm.ServiceConfig;

/**
 * The services that inetinfo.exe runs (names: Q236166, Q218458; dependencies of IISADMIN: Q218458, Q187710).
 *
 * @param name key name
 * @param displayName shown name
 * @param part component of the Option Pack that it belongs to
 * @param dependencies services it needs
 */
record IisService(String name, String displayName, String part, List<String> dependencies) {
    static final IisService ADMIN = new IisService(
            Layout.IISADMIN, "IIS Admin Service", "iis_common", List.of("NTLMSSP", "RpcSs", "ProtectedStorage"));
    static final IisService WEB = dependant("W3SVC", "World Wide Web Publishing Service", "iis_www");
    static final IisService FTP = dependant("MSFTPSVC", "FTP Publishing Service", "iis_ftp");
    static final IisService SMTP = dependant("SMTPSVC", "Microsoft SMTP Service", "iis_smtp");
    static final IisService NNTP = dependant("NNTPSVC", "Microsoft NNTP Service", "iis_nntp");

    /** All of them, the administration first. */
    static final List<IisService> ALL = List.of(ADMIN, WEB, FTP, SMTP, NNTP);

    private static IisService dependant(String name, String displayName, String part) {
        return new IisService(name, displayName, part, List.of(Layout.IISADMIN));
    }

    /** What can be installed: Personal Web Server on Workstation has the web service only [I]. */
    static List<IisService> of(boolean server) {
        return server ? ALL : List.of(ADMIN, WEB);
    }

    /** The services of some parts; the administration is always there. */
    static List<IisService> of(boolean server, List<String> parts) {
        List<IisService> chosen = new ArrayList<>();
        for (IisService service : of(server)) {
            if (service.equals(ADMIN) || parts.contains(service.part)) {
                chosen.add(service);
            }
        }
        return chosen;
    }

    /** Its entry for the service control manager: automatic, LocalSystem, in the one process they share. */
    ServiceConfig config() {
        return new ServiceConfig(
                displayName,
                ServiceConfig.WIN32_SHARE_PROCESS,
                ServiceConfig.AUTO_START,
                1,
                Layout.IMAGE_PATH,
                "",
                Optional.empty(),
                dependencies,
                List.of(),
                "LocalSystem",
                Optional.empty());
    }
}
