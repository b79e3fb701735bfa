package ntbed.tool.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.tool.services.ServicesApplet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The steps of the third part of Q321454, with the tools a person has, on a machine whose store is corrupt. */
class ReinstallationTest {
    private static final List<String> UNKNOWN = List.of(
            "The name specified is not recognized as an",
            "internal or external command, operable program or batch file.");
    private final CorruptServer server = new CorruptServer();
    private final Machine machine = server.machine;

    @Test
    @DisplayName("PS8-3.1: an administrator installs; another user leaves two events and no service")
    void logOn() {
        var accounts = machine.asSystem().accounts();
        accounts.grant(accounts.addUser("Ordinary", "x", ""), Privilege.SE_INTERACTIVE_LOGON);
        Win32 ordinary = machine.logOn("Ordinary", "x");
        machine.settle();
        Cmd cmd = Cmd.open(ordinary);
        server.install(cmd);
        assertThat(server.events(Log.APPLICATION))
                .anyMatch(text -> text.contains("OpenSCManager failed"))
                .anyMatch(text -> text.contains("Install Service failed"));
        assertThat(server.row().status()).isEmpty();
    }

    @Test
    @DisplayName("PS8-3.2: cmd opens a prompt")
    void prompt() {
        assertThat(Cmd.open(server.administrator()).prompt()).isEqualTo("C:\\>");
    }

    @Test
    @DisplayName("PS8-3.3: cd\\winnt\\system32 is taken as it is written")
    void changeDirectory() {
        Cmd cmd = Cmd.open(server.administrator());
        cmd.enter("cd\\winnt\\system32");
        assertThat(cmd.prompt()).isEqualTo("C:\\WINNT\\System32>");
    }

    @Test
    @DisplayName("PS8-3.3: in the wrong folder the program is found by PATH; on a wrong drive nothing is")
    void wrongFolder() {
        server.removeBothKeys();
        Cmd cmd = Cmd.open(machine.logOn("Administrator", ""));
        cmd.enter("cd \\temp");
        cmd.enter("Q:\\winnt\\system32\\pstores.exe -install");
        assertThat(cmd.screen()).containsAll(UNKNOWN);
        server.install(cmd);
        assertThat(server.row().status()).isEqualTo("Started");
    }

    @Test
    @DisplayName("PS8-3.4: -install makes entry and store anew and starts the service, at once")
    void install() {
        server.removeBothKeys();
        Cmd cmd = Cmd.open(machine.logOn("Administrator", ""));
        cmd.enter("cd\\winnt\\system32");
        server.install(cmd);
        assertThat(cmd.prompt()).isEqualTo("C:\\WINNT\\System32>");
        assertThat(machine.asSystem().registry().value(CorruptServer.SERVICE, "Start"))
                .contains(RegistryValue.dword(2));
        assertThat(machine.asSystem().registry().tree(CorruptServer.STORE)).isPresent();
        assertThat(server.row().status()).isEqualTo("Started");
    }

    @Test
    @DisplayName("PS8-3.4: before the first part it refreshes the entry alone, and the start fails as before")
    void installTooEarly() {
        Win32 door = server.administrator();
        long before = server.mismatches();
        Cmd cmd = Cmd.open(door);
        server.install(cmd);
        machine.settle();
        assertThat(server.row().status()).isEmpty();
        assertThat(server.mismatches()).isGreaterThan(before);
        assertThat(machine.asSystem().registry().value(CorruptServer.RECORD, "Item Data"))
                .isEmpty();
    }

    @Test
    @DisplayName("PS8-3.5: closing the prompt changes nothing")
    void closePrompt() {
        server.removeBothKeys();
        Cmd cmd = Cmd.open(machine.logOn("Administrator", ""));
        server.install(cmd);
        cmd.enter("exit");
        assertThat(cmd.isOpen()).isFalse();
        assertThat(server.row().status()).isEqualTo("Started");
    }

    @Test
    @DisplayName("PS8-3.6: the list of services has Protected Storage again")
    void listed() {
        server.removeBothKeys();
        Win32 door = machine.logOn("Administrator", "");
        server.install(Cmd.open(door));
        assertThat(ServicesApplet.open(door).row("Protected Storage")).isPresent();
    }

    @Test
    @DisplayName("PS8-3.7: started and Automatic; the next boot has no event of it")
    void verify() {
        server.removeBothKeys();
        server.install(Cmd.open(machine.logOn("Administrator", "")));
        assertThat(server.row()).isEqualTo(new ServicesApplet.Row("Protected Storage", "Started", "Automatic"));
        assertThat(server.failsAfterRestart()).isFalse();
        assertThat(server.row().status()).isEqualTo("Started");
    }

    @Test
    @DisplayName("PS8-3.7: stopped or manual, one goes back")
    void notYet() {
        Win32 door = server.administrator();
        assertThat(server.row()).isEqualTo(new ServicesApplet.Row("Protected Storage", "", "Automatic"));
        ServicesApplet applet = ServicesApplet.open(door);
        assertThat(applet.start("Protected Storage")).isFalse();
        List<Desktop.Dialog> shown = door.desktop().shown();
        assertThat(shown.get(shown.size() - 1).text())
                .isEqualTo("Could not start the Protected Storage service on \\\\" + door.computerName() + ".\n"
                        + "Error 2140: An internal Windows NT error occurred.");
    }
}
