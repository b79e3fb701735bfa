package ntbed.boot;

import java.util.List;
import java.util.Locale;

/** The texts of STOP screens and of loader errors; each stands here once. */
final class StopScreen {
    static final int CRITICAL_SERVICE_FAILED = 0x5A;
    static final int SESSION3_INITIALIZATION_FAILED = 0x6F;
    static final int INACCESSIBLE_BOOT_DEVICE = 0x7B;
    static final int CANNOT_LOAD_REGISTRY_FILE = 0xC000_0218;
    static final int SYSTEM_PROCESS_TERMINATED = 0xC000_021A;

    /** STATUS_OBJECT_NAME_NOT_FOUND: the process could not be started, its file is missing. */
    static final int OBJECT_NAME_NOT_FOUND = 0xC000_0034;

    private static final String REPAIR_FLOPPY =
            "You can attempt to repair this file by starting Windows NT Setup using the original floppy disk or"
                    + " CD-ROM.";
    private static final String REPAIR_KEY = "Select 'r' at the first screen to start repair.";

    private StopScreen() {}

    /** Kernel form: number, name, as BUGCODES.H of the DDK calls them. */
    static List<String> kernel(int code, String name) {
        return List.of(
                String.format(Locale.ROOT, "*** STOP: 0x%08X (0x00000000,0x00000000,0x00000000,0x00000000)", code),
                name);
    }

    /** Rule H8; file without its drive, {@code \SystemRoot\System32\Config\SOFTWARE} (Q106153). */
    static List<String> registryFile(String file) {
        return List.of("STOP: c0000218 {Registry File Failure} The registry cannot load the hive (file): " + file
                + " or its log or alternate. It is corrupt, absent, or not writeable.");
    }

    /** Rule B12 and the end of winlogon, csrss, services (Q317189). */
    static List<String> processEnded(String process, int status) {
        return List.of(
                "STOP c000021a {Fatal System Error}",
                String.format(
                        Locale.ROOT,
                        "The %s system process terminated unexpectedly with a status of 0x%08x"
                                + " (0x00000000, 0x00000000)",
                        process,
                        status),
                "The system has been shut down.");
    }

    /** Loader: no NTLDR (Q100312). */
    static List<String> noLoader() {
        return List.of("BOOT: Couldn't find NTLDR", "Please insert another disk.");
    }

    /** Loader: no NTDETECT.COM (Q100312). */
    static List<String> noDetect() {
        return List.of("Error Opening NTDETECT", "Press any key to continue");
    }

    /** Loader: kernel or HAL missing (Q100312). */
    static List<String> missingFile(String file) {
        return List.of(
                "The system did not load because it cannot find the following file:",
                file,
                "Please reinstall a copy of the above file.",
                "Boot failed.");
    }

    /** Loader: BOOT.INI names a partition that is not there (Q100312). */
    static List<String> diskConfiguration() {
        return List.of(
                "The system did not load because of a computer disk hardware configuration problem.",
                "Could not read from the selected boot disk. Check the boot path and disk hardware.",
                "Please check the Windows NT documentation about hardware disk configuration and your hardware"
                        + " reference manuals for additional information.",
                "Boot failed.");
    }

    /** Rule H6: the prompt for the space bar shines through behind the file's name (Q124566). */
    static List<String> systemHive() {
        return List.of(
                "Windows NT could not start because the following file is missing or corrupt:",
                "\\WINNT\\SYSTEM32\\CONFIG\\SYSTEMware profile/last known good menu.",
                REPAIR_FLOPPY,
                REPAIR_KEY);
    }
}
