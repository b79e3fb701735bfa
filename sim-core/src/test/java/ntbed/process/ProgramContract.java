package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Program} keeps to that asks the machine for no more than {@link NtProcess} gives; a test class of
 * one line, {@code @Override protected Program program()}, gets the whole suite.
 */
public abstract class ProgramContract {
    private static final long A_WHILE = 600_000;

    /** The program under test. */
    protected abstract Program program();

    @Test
    void idAndHeadingAreTidy() {
        assertThat(ProgramCatalog.of(program()).find(program().id())).isPresent();
    }

    @Test
    void mainReturnsAtOnceWithoutMovingTheClock() {
        TestProcesses machine = machine();
        create(machine);
        machine.queue.runNext();
        assertThat(machine.queue.uptimeMillis()).isZero();
    }

    @Test
    void twoRunsAreTheSameTrace() {
        assertThat(run(Long.MAX_VALUE)).isEqualTo(run(Long.MAX_VALUE));
    }

    @Test
    void killedAtAnyMomentItDoesNothingMore() {
        int steps = run(Long.MAX_VALUE).size();
        assertThat(steps).isPositive();
        for (long killAt = 0; killAt < 500; killAt += 25) {
            List<TraceEvent> events = run(killAt);
            boolean killed = events.get(events.size() - 1) instanceof TraceEvent.ProcessEnded;
            assertThat(killed).as("killed at %d ms", killAt).isTrue();
        }
    }

    private List<TraceEvent> run(long killAt) {
        TestProcesses machine = machine();
        NtProcess process = create(machine);
        machine.queue.runUntilMillis(Math.min(killAt, A_WHILE));
        if (killAt < A_WHILE && process.isAlive()) {
            machine.table.terminate(process.id(), 1);
        }
        machine.queue.runUntilMillis(A_WHILE);
        return List.copyOf(machine.trace.events());
    }

    private NtProcess create(TestProcesses machine) {
        RecordingManager manager = new RecordingManager(machine, "Own");
        return machine.table.create(Token.system(), "C:\\own.exe", TestProcesses.ENVIRONMENT, Optional.of(manager));
    }

    private TestProcesses machine() {
        Program program = program();
        boolean known = GenericPrograms.catalog().find(program.id()).isPresent();
        return new TestProcesses(
                TestProcesses.files()
                        .file(
                                NtPath.of("C:\\own.exe"),
                                ImageFile.of(program.id()).encode()),
                known ? new Program[0] : new Program[] {program});
    }
}
