package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.filesystem.Disposition;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.OpenFile;
import ntbed.filesystem.ShareMode;
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

/** What a process has open, files and handles of the service control manager, is given back when it ends. */
class ProcessHandlesTest {
    private static final String HOLDER = "C:\\WINNT\\System32\\holder.exe";
    private static final NtPath ALONE = NtPath.of("C:\\alone.txt");
    private static final NtPath GONE = NtPath.of("C:\\gone.txt");
    private static final NtPath GIVEN = NtPath.of("C:\\given.txt");
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

    /** Leaves files open, each through another door: one shared with nobody, one deleted behind its back. */
    private static final class Careless implements Program {
        @Override
        public String id() {
            return "careless";
        }

        @Override
        public String heading() {
            return "Leaves its files open";
        }

        @Override
        public void main(NtProcess process) {
            int read = AccessMask.GENERIC_READ;
            OpenFile alone = process.files().open(ALONE, read, ShareMode.NONE, Disposition.CREATE_ALWAYS);
            Win32 door = Win32.of(process);
            OpenFile gone = door.files().open(GONE, read, ShareMode.ALL, Disposition.CREATE_ALWAYS);
            OpenFile given = door.files().open(GIVEN, read, ShareMode.NONE, Disposition.CREATE_ALWAYS);
            door.files().delete(GONE);
            given.close();
            assertThat(List.of(alone, gone)).doesNotContainNull();
            process.after(10_000, () -> {
                process.exit(3);
                OpenFile late = process.files().open(GIVEN, read, ShareMode.NONE, Disposition.OPEN_EXISTING);
                assertThat(code(late::read)).isEqualTo(6);
            });
        }
    }

    private static int code(Runnable action) {
        try {
            action.run();
            return 0;
        } catch (Win32Exception e) {
            return e.code();
        }
    }

    @Test
    @DisplayName("A process that ends closes the files it left open: sharing ends, what was deleted is gone")
    void theEndOfAProcessClosesItsFiles() {
        MachineBuilder builder = TestMachines.builder();
        builder.programs(new Careless());
        builder.image(HOLDER, ImageFile.of("careless"));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        Win32 system = machine.asSystem();
        NtProcess careless = system.createProcess(HOLDER);
        machine.runForMillis(5_000);
        assertThat(code(() -> system.files().read(ALONE))).isEqualTo(32);
        assertThat(code(() -> system.files().read(GIVEN))).isZero();
        assertThat(system.files().find(GONE)).isPresent();
        machine.runForMillis(10_000);
        assertThat(careless.isAlive()).isFalse();
        assertThat(code(() -> system.files().read(ALONE))).isZero();
        assertThat(system.files().find(GONE)).isEmpty();
        assertThat(code(() -> system.files().delete(GIVEN))).isZero();
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
