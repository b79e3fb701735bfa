package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a process has open at the service control manager is given back when it ends. */
class ProcessHandlesTest {
    private static final String HOLDER = "C:\\WINNT\\System32\\holder.exe";
    private static final int ALL = AccessMask.SC_MANAGER_ALL_ACCESS;

    /** Opens Simple, deletes it, takes the database lock, and gives nothing back until it dies. */
    private static final class Holder implements Program {
        @Override
        public String id() {
            return "holder";
        }

        @Override
        public String heading() {
            return "Holds a deleted service and the database lock until it dies";
        }

        @Override
        public void main(NtProcess process) {
            ScManagerHandle scm = Win32.of(process).services().openSCManager(null, null, ALL);
            ServiceHandle service = scm.openService("Simple", AccessMask.SERVICE_ALL_ACCESS);
            var unused = service.controlService(1);
            service.deleteService();
            var lock = scm.lockServiceDatabase();
            process.after(10_000, () -> process.crash(0xC000_0005));
            assertThat(lock).isNotNull();
        }
    }

    @Test
    @DisplayName("A7, A9: a process that dies closes its handles: the deleted service goes, the lock is free")
    void theEndOfAProcessGivesBackItsHandles() {
        MachineBuilder builder = TestMachines.builder();
        builder.programs(new Holder());
        builder.image(HOLDER, ImageFile.of("holder"));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        Win32 system = machine.asSystem();
        NtProcess holder = system.createProcess(HOLDER);
        machine.runForMillis(5_000);
        assertThat(system.registry().tree("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Simple"))
                .isPresent();
        try (ScManagerHandle scm = system.services().openSCManager(null, null, ALL)) {
            assertThatThrownBy(scm::lockServiceDatabase)
                    .isInstanceOfSatisfying(
                            Win32Exception.class,
                            error -> assertThat(error.code()).isEqualTo(1055));
            machine.runForMillis(10_000);
            assertThat(holder.isAlive()).isFalse();
            assertThat(system.registry().tree("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Simple"))
                    .isEmpty();
            scm.lockServiceDatabase().unlock();
        }
    }
}
