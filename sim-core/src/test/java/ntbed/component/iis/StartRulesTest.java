package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.tool.net.Net;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartRulesTest {
    private static final MachineImage SERVER = IisMachines.server();

    @Test
    @DisplayName("Q185382: starting W3SVC starts IISADMIN; starting IISADMIN starts only itself; stop /y stops all")
    void startAndStop() {
        Machine machine = IisMachines.booted(SERVER, 1);
        Win32 door = machine.logOn("Administrator", "");

        assertThat(Net.run(door, "stop iisadmin /y").exitCode()).isZero();
        assertThat(states(machine)).containsOnly(ServiceStatus.STOPPED);
        machine.runForMillis(1_000);
        assertThat(runs(machine)).isFalse();

        assertThat(Net.run(door, "start iisadmin").exitCode()).isZero();
        assertThat(states(machine))
                .containsExactly(
                        ServiceStatus.RUNNING,
                        ServiceStatus.STOPPED,
                        ServiceStatus.STOPPED,
                        ServiceStatus.STOPPED,
                        ServiceStatus.STOPPED);
        assertThat(Net.run(door, "stop iisadmin").exitCode()).isZero();

        assertThat(Net.run(door, "start w3svc").exitCode()).isZero();
        assertThat(states(machine).subList(0, 2)).containsOnly(ServiceStatus.RUNNING);
        assertThat(Net.run(door, "stop w3svc").exitCode()).isZero();
        machine.runForMillis(1_000);
        assertThat(runs(machine)).as("inetinfo stays until IISADMIN stops").isTrue();
    }

    @Test
    @DisplayName("on a clone net start iisadmin says that the service could not be started, with its code")
    void netStartOnAClone() {
        Machine clone = IisMachines.cloneOf(SERVER, 7);

        Net.Result result = Net.run(clone.logOn("Administrator", ""), "start iisadmin");

        assertThat(result.lines())
                .anyMatch(line -> line.contains("The IIS Admin Service service could not be started."));
        assertThat(String.join("\n", result.lines())).contains("2148073478");
    }

    @ParameterizedTest
    @CsvSource({"4.2.622.1, 60000, 10000", "4.2.741.1, 60000, 60000", "4.2.741.1, '', 10000"})
    @DisplayName("Q252174: the start hint is 10,000 ms; a later iisadmin.dll takes WaitHintStart")
    void theStartHint(String version, String value, int expected) {
        MachineBuilder builder = MachineBuilder.of(SERVER);
        int[] numbers = List.of(version.split("\\.")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        builder.drive('C')
                .file(
                        NtPath.of("C:\\WINNT\\System32\\inetsrv\\iisadmin.dll"),
                        ImageFile.encode("library", Map.of()),
                        FileAttributes.FILE,
                        Optional.of(new FileVersion(numbers[0], numbers[1], numbers[2], numbers[3])));
        if (!value.isEmpty()) {
            builder.set(
                    Layout.SERVICES + "IISADMIN\\Parameters",
                    "WaitHintStart",
                    RegistryValue.dword(Integer.parseInt(value)));
        }
        builder.set(Layout.SERVICES + "IISADMIN", "Start", RegistryValue.dword(3));
        for (String dependant : List.of("W3SVC", "MSFTPSVC", "SMTPSVC", "NNTPSVC")) {
            builder.set(Layout.SERVICES + dependant, "Start", RegistryValue.dword(3));
        }
        Machine machine = IisMachines.booted(builder.build(), 1);

        assertThat(start(machine).waitHintMillis()).isEqualTo(expected);
    }

    @Test
    @DisplayName("Q321142: MetadataFile names another file")
    void anotherFile() {
        MachineImage image = MachineBuilder.of(SERVER)
                .delete(IisMachines.FILE)
                .file("C:\\Data\\other.bin", CodeMachines.file(SERVER))
                .set(Layout.INET_MGR, "MetadataFile", RegistryValue.sz("C:\\Data\\other.bin"))
                .build();
        Machine machine = IisMachines.booted(image, 1);

        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        Requests.call(machine.logOn("Administrator", ""), "SaveData");
        assertThat(machine.asSystem().files().exists(NtPath.of(IisMachines.FILE)))
                .isFalse();
    }

    @Test
    void equalMachinesHaveEqualFilesAndTraces() {
        assertThat(CodeMachines.file(IisMachines.server())).isEqualTo(CodeMachines.file(SERVER));
        assertThat(IisMachines.booted(SERVER, 5).trace().events())
                .isEqualTo(IisMachines.booted(IisMachines.server(), 5).trace().events());
    }

    private static ServiceStatus start(Machine machine) {
        try (ScManagerHandle manager = machine.asSystem().services().openSCManager(null, null, 1);
                ServiceHandle handle =
                        manager.openService("IISADMIN", AccessMask.SERVICE_QUERY_STATUS | AccessMask.SERVICE_START)) {
            handle.startService(List.of());
            machine.runForMillis(100);
            return handle.queryServiceStatus();
        }
    }

    private static List<Integer> states(Machine machine) {
        return IisMachines.names(true).stream()
                .map(name -> IisMachines.state(machine, name))
                .toList();
    }

    /** Whether inetinfo.exe runs: its image cannot be deleted then. */
    private static boolean runs(Machine machine) {
        try {
            machine.asSystem()
                    .files()
                    .write(
                            NtPath.of("C:\\WINNT\\System32\\inetsrv\\inetinfo.exe"),
                            IisFiles.inetsrv().getOrDefault("inetinfo.exe", new byte[0]));
            return false;
        } catch (ntbed.win32.Win32Exception held) {
            return true;
        }
    }
}
