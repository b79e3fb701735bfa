package ntbed.component.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.SzddFile;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.NtProcess;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code expand.exe}. */
class ExpandTest {
    private static final byte[] ONE = {1, 2, 3, 4, 5};

    private Machine machine;
    private Win32 door;

    @BeforeEach
    void boot() {
        MachineBuilder builder = MachineBuilder.of(BaseInstallation.server());
        builder.file("C:\\packed\\ONE.EX_", SzddFile.compress(ONE, 'e')).file("C:\\packed\\plain.txt", new byte[] {9});
        builder.directory("C:\\there");
        machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        door = machine.asSystem();
    }

    private int exitCode(String arguments) {
        NtProcess process = door.createProcess("expand " + arguments);
        machine.runForMillis(5_000);
        assertThat(process.isAlive()).isFalse();
        List<Integer> codes = new ArrayList<>();
        for (TraceEvent event : machine.trace().events()) {
            if (event instanceof TraceEvent.ProcessEnded ended && ended.processId() == process.id()) {
                codes.add(ended.exitCode());
            }
        }
        return codes.get(0);
    }

    private List<String> names(String directory) {
        return door.files().list(NtPath.of(directory)).stream()
                .map(entry -> NtPath.fold(entry.path().name()))
                .toList();
    }

    @Test
    void aDirectoryThatIsThereGetsTheFileUnderItsFullName() {
        assertThat(exitCode("C:\\packed\\ONE.EX_ C:\\there")).isZero();
        assertThat(names("C:\\there")).containsExactly("ONE.EXE");
        assertThat(door.files().read(NtPath.of("C:\\there\\ONE.EXE"))).isEqualTo(ONE);
    }

    @Test
    void oneFileMayBeGivenItsNewName() {
        assertThat(exitCode("C:\\packed\\ONE.EX_ C:\\there\\two.exe")).isZero();
        assertThat(names("C:\\there")).containsExactly("TWO.EXE");
        assertThat(door.files().read(NtPath.of("C:\\there\\two.exe"))).isEqualTo(ONE);
    }

    @Test
    void aPatternTakesWhatMatchesIt() {
        assertThat(exitCode("C:\\packed\\*.ex_ C:\\there")).isZero();
        assertThat(names("C:\\there")).containsExactly("ONE.EXE");
        assertThat(exitCode("-r C:\\packed\\*.* C:\\new")).isZero();
        assertThat(names("C:\\new")).containsExactly("ONE.EXE", "PLAIN.TXT");
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThat(exitCode("C:\\packed\\none.ex_ C:\\there")).isNotZero();
        assertThat(exitCode("C:\\nowhere\\*.* C:\\there")).isNotZero();
        assertThat(exitCode("C:\\packed")).isNotZero();
    }
}
