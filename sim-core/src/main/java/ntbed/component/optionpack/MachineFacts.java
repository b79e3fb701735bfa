package ntbed.component.optionpack;

import java.util.List;
import java.util.Optional;
import ntbed.component.optionpack.Selection.Found;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.win32.ServicePack;

/** What set-up reads about the machine before it changes anything. */
final class MachineFacts {
    private static final String WINDOWS_NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String PRODUCT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
    private static final String BROWSER = "HKLM\\SOFTWARE\\Microsoft\\Internet Explorer";
    private static final String PROCESSORS = "HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor";
    private static final String SERVER = "HKLM\\SOFTWARE\\Microsoft\\InetStp";
    private static final int OPTION_PACK_SERVER = 4;
    private static final int LEAST_SERVICE_PACK = 3;

    /** From this service pack on set-up says that it has not been tested (Q219717). */
    private static final int NOT_TESTED_FROM = 4;

    /** Internet Explorer 4.01, which calls itself 4.72. */
    private static final double LEAST_BROWSER = 4.72;

    private final Win32 win32;

    MachineFacts(Win32 win32) {
        this.win32 = win32;
    }

    /**
     * Why set-up does not begin at all: administrators only; Terminal Server Edition (Q190157); Service Pack 3
     * (Q219717, Q195015); Internet Explorer 4.01 [I].
     */
    Optional<String> refusal() {
        if (!win32.token().is(Sid.ADMINISTRATORS)) {
            return Optional.of(SetupText.NOT_ADMINISTRATOR);
        }
        if (productSuite().contains("Terminal Server")) {
            return Optional.of(SetupText.TERMINAL_SERVER);
        }
        if (servicePack() < LEAST_SERVICE_PACK) {
            return Optional.of(SetupText.SERVICE_PACK_3);
        }
        return browser() < LEAST_BROWSER ? Optional.of(SetupText.BROWSER) : Optional.empty();
    }

    /** Whether the service pack is newer than the Option Pack. */
    boolean isNotTested() {
        return servicePack() >= NOT_TESTED_FROM;
    }

    /** What is installed already. */
    Found found(InstalledParts installed) {
        if (installed.any()) {
            return Found.OPTION_PACK;
        }
        int version = win32.registry()
                .value(SERVER, "MajorVersion")
                .map(value -> value.dword().orElse(0))
                .orElse(0);
        return version > 0 && version < OPTION_PACK_SERVER ? Found.OLDER_SERVER : Found.NOTHING;
    }

    /** How many processors the kernel uses. */
    int processors() {
        return win32.registry()
                .tree(PROCESSORS)
                .map(KeyTree::subkeys)
                .orElse(List.of())
                .size();
    }

    private List<String> productSuite() {
        return win32.registry()
                .value(PRODUCT, "ProductSuite")
                .flatMap(RegistryValue::texts)
                .orElse(List.of());
    }

    private int servicePack() {
        return ServicePack.number(text(WINDOWS_NT, "CSDVersion"));
    }

    /** Major and minor version as one number; 0 without a browser that says its version. */
    private double browser() {
        String[] numbers = text(BROWSER, "Version").split("\\.", -1);
        try {
            return numbers.length < 2 ? 0 : Double.parseDouble(numbers[0] + "." + numbers[1]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String text(String key, String name) {
        return win32.registry().value(key, name).flatMap(RegistryValue::text).orElse("");
    }
}
