package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The device keys of services, from their deletion to the start that makes them again. */
@ExtendWith(MachineInvariants.class)
class DeviceKeyTest {
    private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Enum\\Root\\LEGACY_SPOOLER";

    private static ServiceHandle spooler(Machine machine) {
        return machine.asSystem()
                .services()
                .openSCManager(null, null, AccessMask.SC_MANAGER_ALL_ACCESS)
                .openService("Spooler", AccessMask.SERVICE_ALL_ACCESS);
    }

    private static Machine server() {
        Machine machine = Machine.powerOn(BaseInstallation.server(), TestMachines.SEED);
        machine.boot();
        return machine;
    }

    @Test
    @DisplayName("K12: a LEGACY_ key that somebody deletes gives 1058 until the restart, which writes it as it was")
    void deletedAndRebuilt() {
        Machine machine = server();
        var before = machine.asSystem().registry().tree(KEY).orElseThrow();
        var unused = spooler(machine).controlService(1);
        machine.runForMillis(60_000);
        machine.asSystem().registry().deleteKey(KEY + "\\0000");
        machine.asSystem().registry().deleteKey(KEY);
        assertThatThrownBy(() -> spooler(machine).startService(List.of())).hasMessageContaining("(1058)");

        Machine again = machine.restart();
        again.boot();
        assertThat(spooler(again).queryServiceStatus().stateName()).isEqualTo("RUNNING");
        var after = again.asSystem().registry().tree(KEY).orElseThrow();
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.subkeys().get(0).values())
                .isEqualTo(before.subkeys().get(0).values());
    }

    @Test
    @DisplayName("K12: a machine that has all its LEGACY_ keys writes none when it starts")
    void nothingToRebuild() {
        assertThat(server().trace().events())
                .filteredOn(event -> event instanceof TraceEvent.RegistryChanged change
                        && change.key().contains("\\Enum\\Root\\"))
                .isEmpty();
    }
}
