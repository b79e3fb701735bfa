package ntbed.component.sysprep;

import java.util.Locale;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;

/**
 * What the mini-wizard has been told, and where it is written: computer name, owner, organization, product ID,
 * Administrator's password. TCP/IP's own host name is not among it (Q246793).
 */
final class WizardSettings {
    /**
     * The answer {@code *}: a blank password, which leaves a password that the master had as it was (Q241048). Both are
     * the same deed: the wizard sets none.
     */
    static final String NO_PASSWORD = "*";

    private static final String WINDOWS_NT = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String COMPUTER_NAME =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName";

    private Optional<String> productId = Optional.empty();
    private Optional<String> fullName = Optional.empty();
    private String organization = "";
    private Optional<String> computerName = Optional.empty();
    private String administratorPassword = NO_PASSWORD;

    void productId(String typed) {
        productId = Optional.of(typed);
    }

    void owner(String name, String company) {
        fullName = Optional.of(name);
        organization = company;
    }

    void computerName(String name) {
        computerName = Optional.of(name);
    }

    void administratorPassword(String password) {
        administratorPassword = password;
    }

    void write(Win32 win32, SeededRandom random) {
        computerName.ifPresent(
                name -> win32.registry().setValue(COMPUTER_NAME, "ComputerName", RegistryValue.sz(name)));
        fullName.ifPresent(name -> {
            win32.registry().setValue(WINDOWS_NT, "RegisteredOwner", RegistryValue.sz(name));
            win32.registry().setValue(WINDOWS_NT, "RegisteredOrganization", RegistryValue.sz(organization));
        });
        productId.ifPresent(
                typed -> win32.registry().setValue(WINDOWS_NT, "ProductId", RegistryValue.sz(whole(typed, random))));
        if (!administratorPassword.equals(NO_PASSWORD)) {
            win32.accounts().setPassword("Administrator", administratorPassword);
        }
    }

    /** The short form gets the product's number in front and a random one behind [M]. */
    private static String whole(String typed, SeededRandom random) {
        return typed.contains("-OEM-")
                ? typed
                : "50370-" + typed + String.format(Locale.ROOT, "-%05d", random.nextInt(100_000));
    }
}
