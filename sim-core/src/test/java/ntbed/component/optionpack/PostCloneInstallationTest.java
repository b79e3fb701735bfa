package ntbed.component.optionpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.iis.Iis;
import ntbed.component.internetexplorer.InternetExplorer;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.component.sysprep.SysprepTools;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.Program;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The remedy of Q248739 from end to end, and what happens where a service is missing: with Internet Information
 * Server.
 */
class PostCloneInstallationTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String WIZARD = String.join(
            "\r\n",
            "[NT4Preinstall]",
            "OemSkipEula = YES",
            "OEMSkipWelcome = 1",
            "ProductID = \"123-1234567\"",
            "FullName = \"A. Person\"",
            "ComputerName = CLONE",
            "AdminPassword = *",
            "OEMNoWaitAfterGUIMode = 1",
            "");

    @Test
    @DisplayName(
            "MB-07: the Option Pack installed unattended after cloning: services run, accounts carry the clone's name")
    void afterCloning() {
        Machine clone = cloneOf(base(3).build());
        Win32 door = clone.logOn("Administrator", "");
        var unused = door.createProcess(Bench.COMMAND);
        clone.runForMillis(600_000);
        assertThat(clone.boot().isStarted()).isTrue();
        clone.settle();
        for (String service : List.of("IISADMIN", "W3SVC", "MSFTPSVC")) {
            assertThat(state(clone, service)).as(service).isEqualTo(ServiceStatus.RUNNING);
        }
        Win32 system = clone.asSystem();
        assertThat(system.accounts().lookupName("IUSR_CLONE")).isPresent();
        assertThat(system.accounts().lookupName("IWAM_CLONE")).isPresent();
        assertThat(system.registry().tree(Bench.ERRORS).map(KeyTree::values).orElse(List.of()))
                .isEmpty();
        assertThat(system.eventLog().readEventLog(Log.SYSTEM))
                .extracting(EventRecord::eventId)
                .doesNotContain(7024, 7001, 7003);
    }

    @Test
    void personalWebServerIsInstalledOnWorkstation() {
        Machine machine = on(with(MachineBuilder.of(BaseInstallation.of(Edition.WORKSTATION, 3))));
        var unused = machine.logOn("Administrator", "").createProcess(Bench.COMMAND);
        machine.runForMillis(600_000);
        machine.boot();
        machine.settle();
        assertThat(state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLMSSP", "ProtectedStorage"})
    @DisplayName("MB7-03, MB7-04: without NTLMSSP or Protected Storage: 7003, 10005, and set-up goes round")
    void missing(String service) {
        MachineBuilder builder = base(3).deleteKey(SERVICES + service);
        Machine machine = on(builder);
        Win32 door = machine.logOn("Administrator", "");
        var setup = door.createProcess(Bench.COMMAND + " /r:n");
        machine.runForMillis(400_000);
        List<EventRecord> events = machine.asSystem().eventLog().readEventLog(Log.SYSTEM);
        assertThat(events)
                .anyMatch(event -> event.eventId() == 7003
                        && event.inserts().contains("IIS Admin Service")
                        && event.inserts().stream().anyMatch(text -> text.equalsIgnoreCase(service)))
                .anyMatch(event -> event.eventId() == 10005);
        Desktop.Dialog box = front(machine);
        assertThat(box.text()).contains("CoGetClassObject, 0x80080005");
        machine.desktop().answer(box, new Desktop.Answer("Retry", Map.of()));
        machine.runForMillis(400_000);
        assertThat(front(machine).text()).as("again").isEqualTo(box.text());
        machine.desktop().answer(front(machine), new Desktop.Answer("Cancel", Map.of()));
        machine.runForMillis(400_000);
        assertThat(setup.isAlive()).isFalse();
        assertThat(machine.asSystem()
                        .registry()
                        .tree(Bench.ERRORS)
                        .orElseThrow()
                        .values())
                .hasSize(1);
    }

    @Test
    @DisplayName("MB7-04: without RPC the administration names it in 7003, and the run leaves an error in the registry")
    void withoutRpc() {
        Machine machine = on(base(3).deleteKey(SERVICES + "RpcSs"));
        var setup = machine.logOn("Administrator", "").createProcess(Bench.COMMAND + " /r:n");
        machine.runForMillis(400_000);
        assertThat(machine.asSystem().eventLog().readEventLog(Log.SYSTEM))
                .anyMatch(event -> event.eventId() == 7003
                        && event.inserts().stream().anyMatch(text -> text.equalsIgnoreCase("RpcSs")));
        assertThat(setup.isAlive()).isFalse();
        assertThat(machine.asSystem()
                        .registry()
                        .tree(Bench.ERRORS)
                        .orElseThrow()
                        .values())
                .extracting(value -> value.value().text().orElseThrow())
                .containsExactly("iis\\iissetup.exe: 1722");
    }

    @Test
    void removeAllAndANewRunGiveAMetabaseUnderTheClonesOwnKey() {
        Machine clone = cloneOf(installedBefore());
        Win32 door = clone.logOn("Administrator", "");
        clone.settle();
        assertThat(state(clone, "IISADMIN")).isEqualTo(ServiceStatus.STOPPED);
        write(door, "[Global]\r\nMaintanenceMode = RemoveAll\r\n");
        var unused = door.createProcess(Bench.COMMAND);
        clone.runForMillis(600_000);
        clone.boot();
        Win32 again = clone.logOn("Administrator", "");
        write(again, "");
        unused = again.createProcess(Bench.COMMAND);
        clone.runForMillis(600_000);
        clone.boot();
        clone.settle();
        assertThat(state(clone, "IISADMIN")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(state(clone, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    void removeAllTakesAwayWhatAnInstallerPutOnTheDiskWithoutSetUp() {
        MachineBuilder builder = base(3);
        Iis.component().install(builder);
        Machine machine = on(builder);
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        assertThat(state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        write(door, "[Global]\r\nMaintanenceMode = RemoveAll\r\n");
        var unused = door.createProcess(Bench.COMMAND);
        machine.runForMillis(600_000);
        machine.boot();
        Win32 system = machine.asSystem();
        assertThat(system.registry().tree(SERVICES + "IISADMIN")).isEmpty();
        assertThat(system.registry().tree(SERVICES + "W3SVC")).isEmpty();
        assertThat(system.files().exists(NtPath.of("C:\\WINNT\\System32\\inetsrv\\Metabase.bin")))
                .isFalse();
        assertThat(system.registry().tree(Bench.ERRORS).map(KeyTree::values).orElse(List.of()))
                .isEmpty();
        assertThat(system.registry().tree(Bench.SUBCOMPONENTS).orElseThrow().values())
                .noneMatch(part -> part.value().equals(RegistryValue.dword(1)));
    }

    /** The wrong order: the Option Pack is on the master before Sysprep. */
    private static MachineImage installedBefore() {
        Machine master = on(base(3));
        var unused = master.logOn("Administrator", "").createProcess(Bench.COMMAND + " /r:n");
        master.runForMillis(600_000);
        assertThat(state(master, "IISADMIN")).isEqualTo(ServiceStatus.RUNNING);
        return master.shutDown();
    }

    private static void write(Win32 door, String text) {
        door.files().write(NtPath.of(Bench.ANSWERS), (Bench.HEAD + text).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static MachineBuilder base(int pack) {
        return with(MachineBuilder.of(BaseInstallation.of(Edition.SERVER, pack)));
    }

    private static MachineBuilder with(MachineBuilder builder) {
        ProtectedStorage.component().install(builder);
        InternetExplorer.v401().install(builder);
        SysprepTools.component().install(builder);
        OptionPack.component().with(Iis.discFiles()).install(builder);
        builder.programs(Iis.component().programs().toArray(new Program[0]));
        builder.file("C:\\Sysprep\\answers.txt", WIZARD.getBytes(StandardCharsets.ISO_8859_1));
        return builder.file(Bench.ANSWERS, Bench.HEAD.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Machine on(MachineBuilder builder) {
        Machine machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        return machine;
    }

    private static Machine cloneOf(MachineImage master) {
        Machine prepared = Machine.powerOn(master, 1);
        prepared.boot();
        var unused = prepared.logOn("Administrator", "").createProcess("C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        prepared.runForMillis(120_000);
        Machine clone = Machine.powerOn(prepared.shutDown(), 2);
        clone.boot();
        clone.settle();
        clone.boot();
        return clone;
    }

    private static int state(Machine machine, String service) {
        try (ScManagerHandle manager =
                        machine.asSystem().services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle handle = manager.openService(service, AccessMask.SERVICE_QUERY_STATUS)) {
            return handle.queryServiceStatus().currentState();
        }
    }

    private static Desktop.Dialog front(Machine machine) {
        List<Desktop.Dialog> open = machine.desktop().open();
        return open.get(open.size() - 1);
    }
}
