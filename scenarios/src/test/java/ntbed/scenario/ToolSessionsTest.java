package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.Test;

/** The tools in the words of an article: what a person does, and the window and lines that are seen then. */
class ToolSessionsTest {
    private static final String STORE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Protected Storage System Provider";
    private static final String SERVICE = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";

    private final Bay bay = Bay.broken(Bay.article("Q321454"), Edition.SERVER);

    private void sees(String check) {
        assertThat(bay.sees(Bay.MASTER, check))
                .as(check + " in " + bay.at(Bay.MASTER).toolLines())
                .isTrue();
    }

    @Test
    void ownerAndPermissions() {
        bay.perform("- open: regedt32", "- click: Maximize");
        sees("window: HKEY_LOCAL_MACHINE on Local Machine");
        bay.perform("- select: HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft");
        sees("line: Protected Storage System Provider (dimmed)");
        bay.perform("- select: " + STORE, "- choose: Security, Owner");
        sees("window: Owner");
        sees("line: 'Owner: SYSTEM'");
        bay.perform("- click: Take Ownership", "- choose: Permissions...", "- click: Add");
        sees("window: Add Users and Groups");
        bay.perform(
                "- select: Administrators", "- click: Add", "- choose: {Type of Access: Full Control}", "- click: OK");
        sees("window: Registry Key Permissions");
        sees("line: 'Administrators: Full Control'");
        sees("line: 'SYSTEM: Full Control'");
        bay.perform("- tick: Replace Permission on Existing Subkeys");
        sees("line: '[x] Replace Permission on Existing Subkeys'");
        bay.perform("- untick: Replace Permission on Existing Subkeys");
        sees("line: '[ ] Replace Permission on Existing Subkeys'");
        bay.perform("- tick: Replace Permission on Existing Subkeys", "- click: OK");
        sees("line: Do you want to replace the permission on all existing subkeys within "
                + "Protected Storage System Provider?");
        bay.perform("- click: Yes");
        sees("line: '*Local Machine*'");
        bay.perform("- close");
        assertThat(bay.at(Bay.MASTER).toolWindow()).isEmpty();
    }

    @Test
    void exportDeleteAndDoubleClick() {
        bay.perform(
                "- open: regedit",
                "- select: " + SERVICE,
                "- choose: Registry, Export Registry File",
                "- type: pstore2.reg",
                "- click: Save");
        sees("file: C:\\pstore2.reg");
        bay.perform("- choose: Edit, Delete");
        sees("window: Confirm Key Delete");
        bay.perform("- click: Yes", "- close");
        sees("no key: " + SERVICE);
        bay.perform("- open: explorer");
        sees("line: pstore2.reg");
        bay.perform("- double-click: pstore2.reg");
        sees("line: Are you sure you want to add the information in C:\\pstore2.reg to the registry?");
        bay.perform("- click: Yes");
        sees("line: Information in C:\\pstore2.reg has been successfully entered into the registry.");
        bay.perform("- click: OK", "- close");
        sees("key: " + SERVICE);
    }

    @Test
    void regeditHasNoSecurityMenu() {
        bay.perform("- open: regedit", "- select: " + SERVICE);
        assertThatThrownBy(() -> bay.perform("- choose: Security, Owner"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no menu item");
    }

    @Test
    void aPrompt() {
        bay.perform("- open: cmd");
        sees("window: C:\\WINNT\\System32\\cmd.exe");
        sees("line: C:\\>");
        bay.perform("- type: cd\\winnt\\system32");
        sees("line: C:\\>cd\\winnt\\system32");
        bay.perform("- press: Enter");
        sees("line: C:\\WINNT\\System32>");
        bay.perform("- type: net start ProtectedStorage", "- press: Enter");
        sees("line: 'A service specific error occurred: 2148270091.'");
        bay.perform("- type: nothing", "- press: Enter");
        sees("line: internal or external command, operable program or batch file.");
        bay.perform("- type: exit", "- press: Enter");
        assertThat(bay.at(Bay.MASTER).toolWindow()).isEmpty();
    }

    @Test
    void services() {
        bay.perform("- open: services", "- select: Protected Storage");
        sees("line: 'Protected Storage, , Automatic'");
        bay.perform("- click: Start");
        sees("window: Services");
        sees("line: 'Error 2140: An internal Windows NT error occurred.'");
        bay.perform("- click: OK", "- click: Startup...", "- choose: Disabled", "- click: OK");
        sees("line: 'Protected Storage, , Disabled'");
        assertThatThrownBy(() -> bay.perform("- select: Nothing")).isInstanceOf(BenchException.class);
    }

    @Test
    void whatAToolCannotDoIsSaid() {
        bay.perform("- open: explorer");
        assertThatThrownBy(() -> bay.perform("- double-click: boot.ini")).isInstanceOf(NotSimulatedException.class);
        assertThatThrownBy(() -> bay.perform("- double-click: none.reg")).isInstanceOf(BenchException.class);
        bay.perform("- open: regedt32", "- select: " + SERVICE, "- choose: Owner");
        assertThatThrownBy(() -> bay.perform("- close"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("Owner");
        assertThatThrownBy(() -> bay.perform("- tick: Nothing")).isInstanceOf(BenchException.class);
    }
}
