package ntbed.component.iis;

import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;

/** Where things are: files below the system root, keys of the registry, names. */
final class Layout {
    /** The key container (its hashed name is in every article about IIS and machine keys). */
    static final String CONTAINER = "Microsoft Internet Information Server";

    static final String INETSRV = "System32\\inetsrv";
    static final String METABASE = "Metabase.bin";
    static final String TEMPORARY = "Metabase.bin.bak";

    static final String IISADMIN = "IISADMIN";
    static final String IMAGE_PATH = "%SystemRoot%\\" + INETSRV + "\\inetinfo.exe";

    static final String SERVICES = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\";
    static final String INET_MGR = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\INetMgr\\Parameters";
    static final String INET_STP = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\InetStp";

    /** Where the Option Pack records which of its parts are installed. */
    static final String INSTALLED_PARTS =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\Subcomponents";

    static final String CLASSES = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\";
    static final String COMPUTER_NAME =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName";
    static final String PRODUCT_OPTIONS = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
    static final String LANGUAGE = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language";

    /** Values of {@link #INET_STP} that name the accounts and the end of the last set-up [M]. */
    static final String WEB_USER = "AnonymousUser";

    static final String APPLICATION_USER = "ApplicationUser";
    static final String LAST_RESULT = "LastResult";

    /** The class of the metabase object, which is started through DCOM (Q187710, Q218458). */
    static final String CLSID = "{A9E69610-B80D-11D0-B9B9-00A0C922E750}";

    private static final String FRENCH_STANDARD = "040C";

    private Layout() {}

    /** The folder of the service's files. */
    static NtPath inetsrv(Environment environment) {
        return NtPath.of(environment.expand("%SystemRoot%\\" + INETSRV));
    }

    /** The metabase's file: {@code MetadataFile} of the registry, or the usual place (Q321142). */
    static NtPath metabase(RegistryApi registry, Environment environment) {
        return registry.value(INET_MGR, "MetadataFile")
                .flatMap(RegistryValue::text)
                .map(environment::expand)
                .filter(path -> path.length() > 3 && path.charAt(1) == ':')
                .map(NtPath::of)
                .orElseGet(() -> inetsrv(environment).resolve(METABASE));
    }

    /** Whether the system locale forbids encryption: French, Standard (Q243087). */
    static boolean isClearText(String language) {
        String trimmed = language.strip();
        return trimmed.length() >= 4
                && NtPath.fold(trimmed.substring(trimmed.length() - 4)).equals(FRENCH_STANDARD);
    }
}
