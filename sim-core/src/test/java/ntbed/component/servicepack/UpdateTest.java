package ntbed.component.servicepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTest {
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final String STORE = "HKLM\\SOFTWARE\\Microsoft\\Protected Storage System Provider";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    @DisplayName("Q244610: store and entry deleted, files renamed, the pack reapplied: -install runs at the log-on")
    void reapplied(int pack) {
        MachineBuilder builder = machine(pack).deleteKey(STORE).deleteKey(SERVICE);
        Machine machine = on(builder, pack);
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        door.files().move(path("pstores.exe"), path("pstores.old"), false);
        door.files().move(path("psbase.dll"), path("psbase.old"), false);
        var unused = door.createProcess(ServicePackDisc.COMMAND);
        machine.runForMillis(1_000);
        click(machine, "Install");
        machine.runForMillis(200_000);
        click(machine, "Restart");
        machine.runForMillis(60_000);
        machine.boot();
        assertThat(door.files().read(path("pstores.exe")))
                .isEqualTo(ServicePackDisc.files(pack).get("pstores.exe"));
        assertThat(machine.asSystem().registry().tree(SERVICE))
                .as("until somebody logs on")
                .isEmpty();
        Win32 again = machine.logOn("Administrator", "");
        machine.settle();
        assertThat(again.registry().value(Update.RUN_ONCE, Update.INSTALL)).isEmpty();
        assertThat(state(again)).isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    void aRunningServiceIsReplacedAtTheRestart() {
        Machine machine = on(machine(5), 5);
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        byte[] before = door.files().read(path("pstores.exe"));
        NtProcess update = door.createProcess(ServicePackDisc.COMMAND + " /U -z");
        machine.runForMillis(200_000);
        assertThat(update.isAlive()).isFalse();
        assertThat(door.files().read(path("pstores.exe"))).isEqualTo(before);
        assertThat(machine.restart().boot().isStarted()).isTrue();
        machine.settle();
        assertThat(machine.asSystem().files().read(path("pstores.exe")))
                .isEqualTo(ServicePackDisc.files(5).get("pstores.exe"));
        assertThat(state(machine.asSystem())).as("the files are genuine").isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    @DisplayName(
            "MB7-10: the Option Pack after the service pack leaves its older files; reapplying the pack replaces them")
    void afterTheOptionPack() {
        byte[] old = ImageFile.of("library").with("name", "mtx.exe").encode();
        Machine machine = on(machine(4).file(SYSTEM32 + "mtx.exe", old), 4);
        Win32 door = machine.logOn("Administrator", "");
        var unused = door.createProcess(ServicePackDisc.COMMAND + " -u -z");
        machine.runForMillis(200_000);
        assertThat(door.files().read(path("mtx.exe"))).isNotEqualTo(old);
        assertThat(door.files().exists(path("mtxex.dll")))
                .as("what is not installed is not brought")
                .isFalse();
    }

    @Test
    void anotherPackIsRefusedByName() {
        Machine machine = on(machine(4), 6);
        Win32 door = machine.logOn("Administrator", "");
        assertThatThrownBy(() -> {
                    var unused = door.createProcess(ServicePackDisc.COMMAND + " -u");
                    machine.runForMillis(1_000);
                })
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("Service Pack 6 over Service Pack 4");
        assertThatThrownBy(() -> ServicePackDisc.of(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnAdministratorMayApplyIt() {
        Machine machine = on(machine(4), 4);
        var joe = machine.asSystem().accounts().addUser("Joe", "", "");
        assertThat(joe).isNotNull();
        var unused = machine.logOn("Joe", "").createProcess(ServicePackDisc.COMMAND + " -u");
        machine.runForMillis(200_000);
        click(machine, "OK");
        assertThat(machine.asSystem().registry().value(Update.RUN_ONCE, Update.INSTALL))
                .isEmpty();
    }

    private static MachineBuilder machine(int pack) {
        MachineBuilder builder = MachineBuilder.of(BaseInstallation.of(Edition.SERVER, pack));
        ProtectedStorage.component().install(builder);
        return builder.programs(ServicePackDisc.programs().toArray(new Program[0]));
    }

    private static Machine on(MachineBuilder builder, int disc) {
        Machine machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        machine.insert('D', ServicePackDisc.of(disc));
        return machine;
    }

    private static void click(Machine machine, String button) {
        List<Desktop.Dialog> open = machine.desktop().open();
        machine.desktop().answer(open.get(open.size() - 1), new Desktop.Answer(button, Map.of()));
    }

    private static NtPath path(String name) {
        return NtPath.of(SYSTEM32 + name);
    }

    private static int state(Win32 door) {
        try (ScManagerHandle manager = door.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService("ProtectedStorage", AccessMask.SERVICE_QUERY_STATUS)) {
            return service.queryServiceStatus().currentState();
        }
    }
}
