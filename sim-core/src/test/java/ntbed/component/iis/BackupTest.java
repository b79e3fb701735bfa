package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackupTest {
    private static final String FOLDER = "C:\\WINNT\\System32\\inetsrv\\MetaBack\\";
    private static final MachineImage SERVER = SetupTest.disc(MachineBuilder.of(IisMachines.server()), SetupTest.ALL)
            .build();

    @Test
    @DisplayName("a backup restores what was there, on the same machine")
    void onTheSameMachine() {
        Machine machine = IisMachines.booted(SERVER, 1);
        Win32 door = machine.logOn("Administrator", "");
        Requests.call(door, "AddKey", "/LM/W3SVC/3");

        assertThat(Requests.call(door, "Backup", "before")).containsExactly("0");
        Requests.call(door, "DeleteKey", "/LM/W3SVC/3");
        assertThat(Requests.call(door, "Backup", "before")).containsExactly("1");
        assertThat(Requests.call(door, "EnumBackups")).containsExactly("before\t0", "before\t1");
        assertThat(Requests.call(door, "Restore", "before", "0")).isEmpty();

        assertThat(Requests.call(door, "EnumKeys", "/LM/W3SVC")).contains("3");
        assertThat(Requests.call(door, "Restore", "before")).isEmpty();
        assertThat(Requests.call(door, "EnumKeys", "/LM/W3SVC")).doesNotContain("3");
        assertThat(Requests.call(door, "DeleteBackup", "before", "1")).isEmpty();
        assertThat(door.files().exists(NtPath.of(FOLDER + "before.md0"))).isTrue();
        assertThat(door.files().exists(NtPath.of(FOLDER + "before.md1"))).isFalse();
    }

    @Test
    @DisplayName("Q300675: a backup opens on no other installation of NT")
    void onAnotherMachine() {
        byte[] backup = CodeMachines.file(SERVER);
        MachineBuilder other = MachineBuilder.of(IisMachines.installed(BaseInstallation.of(Edition.ENTERPRISE, 4)));
        other.file(FOLDER + "foreign.md0", backup);
        Machine machine = IisMachines.booted(other.build(), 1);
        Win32 door = machine.logOn("Administrator", "");

        Win32Exception refused =
                catchThrowableOfType(Win32Exception.class, () -> Requests.call(door, "Restore", "foreign"));

        assertThat(refused.error()).isEqualTo(Win32Error.NTE_BAD_SIGNATURE);
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC", "6020"))
                .containsExactly("6020\t1\t2\tSTRING\tIUSR_NTENTERPRISE");
    }

    @Test
    @DisplayName("Q230287: BackupPath names another folder")
    void anotherFolder() {
        MachineImage image = MachineBuilder.of(SERVER)
                .set(Layout.INET_STP + "\\MetaBackup", "BackupPath", RegistryValue.sz("C:\\Safe"))
                .build();
        Win32 door = IisMachines.booted(image, 1).logOn("Administrator", "");

        Requests.call(door, "Backup", "kept", "5");

        assertThat(door.files().exists(NtPath.of("C:\\Safe\\kept.md5"))).isTrue();
        assertThat(Requests.call(door, "EnumBackups")).containsExactly("kept\t5");
    }

    @Test
    @DisplayName("Q230287: after installing anew a restore is a portion; with the account's password, complete")
    void restoreTwice() {
        MachineImage image = MachineBuilder.of(SERVER)
                .set(Layout.INET_STP + "\\MetaBackup", "BackupPath", RegistryValue.sz("C:\\Safe"))
                .build();
        Machine machine = IisMachines.booted(image, 1);
        Win32 door = machine.logOn("Administrator", "");
        Requests.call(door, "SetData", "/LM/W3SVC/1", "1015\t0\t1\tSTRING\tMy Site");
        Requests.call(door, "SetData", "/LM/W3SVC/1/ROOT", "3001\t1\t2\tSTRING\tC:\\\\Pages");
        Requests.call(door, "Backup", "mine");
        assertThat(SetupTest.run(machine, door, SetupTest.REMOVE)).isZero();
        machine = machine.restart();
        machine.boot();
        door = machine.logOn("Administrator", "");
        assertThat(SetupTest.run(machine, door, SetupTest.INSTALL)).isZero();
        door.registry().setValue(Layout.INET_STP + "\\MetaBackup", "BackupPath", RegistryValue.sz("C:\\Safe"));

        Win32 administrator = door;
        Win32Exception portion =
                catchThrowableOfType(Win32Exception.class, () -> Requests.call(administrator, "Restore", "mine"));
        assertThat(portion.error()).isEqualTo(Win32Error.ERROR_LOGON_FAILURE);
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1015"))
                .containsExactly("1015\t0\t1\tSTRING\tMy Site");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1/ROOT", "3001").get(0))
                .endsWith("wwwroot");
        String user = field(Requests.call(door, "GetData", "/LM/W3SVC", "7501").get(0));
        String password =
                field(Requests.call(door, "GetData", "/LM/W3SVC", "7502").get(0));
        door.accounts().setPassword(user, password);

        assertThat(Requests.call(door, "Restore", "mine")).isEmpty();
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1/ROOT", "3001").get(0))
                .endsWith("C:\\\\Pages");
        machine = machine.restart();
        machine.boot();
        assertThat(IisMachines.events(machine, 7024)).isEmpty();
        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ntbed.process.ServiceStatus.RUNNING);
    }

    private static String field(String line) {
        return line.substring(line.lastIndexOf('\t') + 1);
    }
}
