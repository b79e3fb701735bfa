package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.filesystem.NtPath;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;

class ProcessTableTest {
    private static final NtPath CONSOLE = NtPath.of("C:\\WINNT\\System32\\console.exe");

    private final List<String> seen = new ArrayList<>();

    private record Own(Consumer<NtProcess> body) implements Program {
        @Override
        public String id() {
            return "own";
        }

        @Override
        public String heading() {
            return "Does what the test says";
        }

        @Override
        public void main(NtProcess process) {
            body.accept(process);
        }
    }

    private static TestProcesses running(Consumer<NtProcess> body) {
        return new TestProcesses(
                TestProcesses.files()
                        .file(
                                NtPath.of("C:\\own.exe"),
                                ImageFile.of("own").with("greeting", "hello").encode()),
                new Own(body));
    }

    private static NtProcess start(TestProcesses machine, List<Integer> exitCodes) {
        NtProcess process = machine.create("C:\\own.exe -x");
        machine.table.onExit(process, exitCodes::add);
        return process;
    }

    @Test
    void aProcessRunsAsAnEntryOfTheQueueNotAtOnce() {
        TestProcesses machine = running(process -> seen.add(process.commandLine()));
        NtProcess process = machine.create("C:\\own.exe -x");
        assertThat(seen).isEmpty();
        assertThat(machine.table.list()).containsExactly(process);
        machine.queue.runUntilMillis(0);
        assertThat(seen).containsExactly("C:\\own.exe -x");
    }

    @Test
    void theContentDecidesWhatRunsNotTheName() {
        TestProcesses machine = new TestProcesses(
                TestProcesses.files().file(CONSOLE, ImageFile.of("own").encode()),
                new Own(process -> seen.add(process.image().name())));
        machine.create("console.exe");
        machine.queue.runUntilMillis(0);
        assertThat(seen).containsExactly("console.exe");
    }

    @Test
    void aProcessSeesWhoAndWhatItIs() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process -> {
            assertThat(process.image()).isEqualTo(NtPath.of("C:\\own.exe"));
            assertThat(process.imageParameters()).containsEntry("greeting", "hello");
            assertThat(process.token()).isEqualTo(Token.system());
            assertThat(process.environment().get("systemroot")).contains("C:\\WINNT");
            assertThat(process.files().exists(CONSOLE)).isTrue();
            assertThat(process.registry().tree("HKLM\\SYSTEM")).isPresent();
            assertThat(process.random()).isSameAs(process.random());
            assertThat(process.clock().uptimeMillis()).isZero();
            process.exit(7);
        });
        start(machine, exitCodes);
        machine.queue.runUntilMillis(0);
        assertThat(exitCodes).containsExactly(7);
    }

    @Test
    void aProcessThatLeavesNothingPendingEndsWithZero() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process -> process.after(50, () -> seen.add("later")));
        start(machine, exitCodes);
        machine.queue.runUntilMillis(49);
        assertThat(exitCodes).isEmpty();
        machine.queue.runUntilMillis(50);
        assertThat(seen).containsExactly("later");
        assertThat(exitCodes).containsExactly(0);
        assertThat(machine.table.list()).isEmpty();
    }

    @Test
    void whatWasPendingIsDroppedAtExit() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process -> {
            process.after(20, () -> seen.add("never"));
            process.after(10, () -> process.exit(1));
        });
        start(machine, exitCodes);
        machine.queue.runUntilMillis(100);
        assertThat(seen).isEmpty();
        assertThat(exitCodes).containsExactly(1);
    }

    @Test
    void waitingForEverKeepsItAliveUntilItIsTerminated() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(NtProcess::waitForever);
        NtProcess process = start(machine, exitCodes);
        machine.queue.runUntilMillis(1_000_000);
        assertThat(process.isAlive()).isTrue();
        machine.table.terminate(process.id(), 42);
        assertThat(process.isAlive()).isFalse();
        assertThat(exitCodes).containsExactly(42);
    }

    @Test
    void anErrorThatTheProgramDoesNotHandleIsItsExitCode() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process -> process.files().read(NtPath.of("C:\\gone.txt")));
        start(machine, exitCodes);
        machine.queue.runUntilMillis(0);
        assertThat(exitCodes).containsExactly(2);
    }

    @Test
    void aCrashEndsItWithTheExceptionsCode() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process -> process.crash(0xC000_0005));
        start(machine, exitCodes);
        machine.queue.runUntilMillis(0);
        assertThat(exitCodes).containsExactly(0xC000_0005);
    }

    @Test
    void aProgramNotStartedByTheServiceManagerHasNoPipeToIt() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(NtProcess::serviceDispatcher);
        start(machine, exitCodes);
        machine.queue.runUntilMillis(0);
        assertThat(exitCodes).containsExactly(1063);
    }

    @Test
    void aProcessThatTheServiceManagerRefusedIsNotKeptAliveByThePipe() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(
                process -> assertThatThrownBy(() -> process.serviceDispatcher().startServiceCtrlDispatcher(Map.of()))
                        .isInstanceOf(Win32Exception.class));
        ServiceDispatcher refusing = services -> {
            throw Win32Error.ERROR_INVALID_DATA.raise("no services");
        };
        NtProcess process =
                machine.table.create(Token.system(), "C:\\own.exe", TestProcesses.ENVIRONMENT, Optional.of(refusing));
        machine.table.onExit(process, exitCodes::add);
        machine.queue.runUntilMillis(0);
        assertThat(exitCodes).containsExactly(0);
    }

    @Test
    void aRunningImageCannotBeDeletedUntilTheLastOfItsProcessesEnds() {
        TestProcesses machine = new TestProcesses();
        NtProcess one = machine.create("console");
        NtProcess two = machine.create("console");
        machine.table.terminate(one.id(), 0);
        assertThatThrownBy(() -> machine.volumes.as(Token.system(), "test").delete(CONSOLE))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED));
        machine.table.terminate(two.id(), 0);
        machine.volumes.as(Token.system(), "test").delete(CONSOLE);
        assertThat(machine.volumes.find(CONSOLE)).isEmpty();
    }

    @Test
    void numbersRiseAndAreNeverUsedAgain() {
        TestProcesses machine = new TestProcesses();
        NtProcess one = machine.create("console");
        NtProcess two = machine.create("console");
        machine.table.terminate(two.id(), 0);
        NtProcess three = machine.create("console");
        assertThat(List.of(one.id(), two.id(), three.id())).isSorted().doesNotHaveDuplicates();
        assertThat(machine.table.list()).containsExactly(one, three);
    }

    @Test
    void noSuchProcessCannotBeTerminated() {
        assertThatThrownBy(() -> new TestProcesses().table.terminate(4, 0))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER));
    }

    @Test
    void anImageOfAProgramNobodyBroughtIsNotSimulated() {
        TestProcesses machine = new TestProcesses(
                TestProcesses.files().file(CONSOLE, ImageFile.of("word97").encode()));
        assertThatThrownBy(() -> machine.create("console"))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("word97");
    }

    @Test
    void startAndEndAreInTheTraceAndWhatItDoesPointsThere() {
        TestProcesses machine = running(process -> process.after(5, () -> process.exit(3)));
        NtProcess process = machine.create("C:\\own.exe");
        int started = machine.trace.events().size();
        machine.queue.runUntilMillis(10);
        assertThat(machine.trace.events().get(started - 1))
                .isInstanceOfSatisfying(TraceEvent.ProcessStarted.class, event -> {
                    assertThat(event.processId()).isEqualTo(process.id());
                    assertThat(event.account()).isEqualTo("NT AUTHORITY\\SYSTEM");
                });
        assertThat(machine.trace.events()).last().isInstanceOfSatisfying(TraceEvent.ProcessEnded.class, event -> {
            assertThat(event.exitCode()).isEqualTo(3);
            assertThat(event.stamp().cause()).isEqualTo(started);
        });
    }

    @Test
    void aWindowKeepsTheProcessAliveUntilItIsAnswered() {
        List<Integer> exitCodes = new ArrayList<>();
        TestProcesses machine = running(process ->
                process.desktop().show("Own", "Sure?", List.of(), List.of("Yes"), answer -> seen.add(answer.button())));
        start(machine, exitCodes);
        machine.queue.runUntilMillis(1_000);
        assertThat(exitCodes).isEmpty();
        Desktop.Dialog dialog = machine.desktop.open().get(0);
        machine.desktop.answer(dialog, new Desktop.Answer("Yes", java.util.Map.of()));
        assertThat(seen).containsExactly("Yes");
        assertThat(exitCodes).containsExactly(0);
    }

    @Test
    void aWindowGoesWithItsProcess() {
        TestProcesses machine =
                running(process -> process.desktop().show("Own", "", List.of(), List.of("OK"), answer -> {}));
        NtProcess process = machine.create("C:\\own.exe");
        machine.queue.runUntilMillis(0);
        assertThat(machine.desktop.open()).hasSize(1);
        machine.table.terminate(process.id(), 1);
        assertThat(machine.desktop.open()).isEmpty();
        assertThat(machine.desktop.shown()).hasSize(1);
    }

    @Test
    void twoProcessesOfOneImageHaveTheirOwnChance() {
        List<Long> numbers = new ArrayList<>();
        TestProcesses machine = running(process -> numbers.add(process.random().nextLong()));
        machine.create("C:\\own.exe");
        machine.create("C:\\own.exe");
        machine.queue.runUntilMillis(0);
        assertThat(numbers).hasSize(2).doesNotHaveDuplicates();
    }
}
