package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.security.Token;
import org.junit.jupiter.api.Test;

/** What a service does is a matter of its image's parameters alone. */
class ServiceProgramTest {
    private final TreeMap<String, String> parameters =
            new TreeMap<>(Map.of("connectMillis", "10", "startMillis", "100"));
    private NtProcess process = new TestProcesses().create("console");

    @Test
    void aHealthyServiceStartsRunsAndStops() {
        RecordingManager manager = run("service", 1_000, "X");
        assertThat(manager.seen).containsExactly("10 connected", "10 X START_PENDING", "110 X RUNNING");
        assertThat(process.isAlive()).isTrue();
        assertThat(manager.control(ServiceControls.STOP)).isEqualTo(ControlReply.RETURNED);
        assertThat(manager.seen).last().isEqualTo("1000 X STOP_PENDING");
    }

    @Test
    void theProcessEndsWithItsLastService() {
        parameters.put("exitCode", "0");
        parameters.put("exitAfterMillis", "500");
        parameters.put("Y.exitAfterMillis", "700");
        RecordingManager manager = run("shared-service", 650, "X", "Y");
        assertThat(manager.seen).last().isEqualTo("610 X STOPPED");
        assertThat(process.isAlive()).isTrue();
        RecordingManager second = run("shared-service", 900, "X", "Y");
        assertThat(second.seen).last().isEqualTo("810 Y STOPPED");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void anExitCodeInsteadOfRunning() {
        parameters.put("exitCode", "13");
        assertThat(run("service", 1_000, "X").seen)
                .containsExactly("10 connected", "10 X START_PENDING", "110 X STOPPED 13/0");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aServiceSpecificCodeAfterAWhile() {
        parameters.put("specificCode", "2148270091");
        parameters.put("exitAfterMillis", "300");
        assertThat(run("service", 1_000, "X").seen)
                .endsWith("110 X RUNNING", "410 X STOPPED 1066/" + (int) 2_148_270_091L);
    }

    @Test
    void aSlowStartReportsEachStep() {
        parameters.put("startSteps", "3");
        parameters.put("startMillis", "90000");
        assertThat(run("service", 100_000, "X").seen)
                .containsExactly(
                        "10 connected",
                        "10 X START_PENDING",
                        "30010 X START_PENDING",
                        "60010 X START_PENDING",
                        "90010 X RUNNING");
    }

    @Test
    void stepsThatDoNotDivideTheStartStillAddUpToIt() {
        parameters.put("startSteps", "3");
        assertThat(run("service", 1_000, "X").seen)
                .containsExactly(
                        "10 connected",
                        "10 X START_PENDING",
                        "43 X START_PENDING",
                        "76 X START_PENDING",
                        "110 X RUNNING");
    }

    @Test
    void aSilentStartReportsNothingUntilItRuns() {
        parameters.put("startSteps", "0");
        assertThat(run("service", 1_000, "X").seen).containsExactly("10 connected", "110 X RUNNING");
    }

    @Test
    void aServiceThatNeverConnectsStaysAliveAndSilent() {
        parameters.put("connectMillis", "-1");
        assertThat(run("service", 500_000, "X").seen).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aServiceThatHangsAtStartStaysPending() {
        parameters.put("hangAtStart", "true");
        assertThat(run("service", 500_000, "X").seen).containsExactly("10 connected", "10 X START_PENDING");
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aServiceThatHangsOnAControlAnswersOnlyInterrogate() {
        parameters.put("hangOnControl", "true");
        RecordingManager manager = run("service", 1_000, "X");
        assertThat(manager.control(ServiceControls.STOP)).isEqualTo(ControlReply.HUNG);
        assertThat(manager.control(ServiceControls.INTERROGATE)).isEqualTo(ControlReply.RETURNED);
        assertThat(manager.seen).last().isEqualTo("1000 X RUNNING");
    }

    @Test
    void aCrashTakesTheProcessWithoutAReport() {
        parameters.put("crashAfterMillis", "50");
        RecordingManager manager = run("service", 1_000, "X");
        assertThat(manager.seen).containsExactly("10 connected", "10 X START_PENDING");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aServiceIsPausedAndContinued() {
        parameters.put("accept", "stop pause");
        TestProcesses machine = machine("service");
        RecordingManager manager = new RecordingManager(machine, "X");
        machine.table.create(Token.system(), "C:\\own.exe", TestProcesses.ENVIRONMENT, Optional.of(manager));
        machine.queue.runUntilMillis(200);
        manager.control(ServiceControls.PAUSE);
        machine.queue.runUntilMillis(300);
        manager.control(ServiceControls.CONTINUE);
        machine.queue.runUntilMillis(400);
        assertThat(manager.seen)
                .endsWith("200 X PAUSE_PENDING", "250 X PAUSED", "300 X CONTINUE_PENDING", "350 X RUNNING");
    }

    @Test
    void parametersOfOneServiceGoBeforeThoseOfAll() {
        parameters.put("Y.exitCode", "5");
        assertThat(run("shared-service", 1_000, "X", "Y").seen).endsWith("110 X RUNNING", "110 Y STOPPED 5/0");
    }

    @Test
    void startedByHandItSays1063() {
        TestProcesses machine = new TestProcesses();
        NtProcess byHand = machine.create("service");
        List<Integer> exitCodes = new java.util.ArrayList<>();
        machine.table.onExit(byHand, exitCodes::add);
        machine.queue.runUntilMillis(100);
        assertThat(exitCodes).containsExactly(1063);
    }

    private RecordingManager run(String program, long untilMillis, String... services) {
        TestProcesses machine = machine(program);
        RecordingManager manager = new RecordingManager(machine, services);
        process = machine.table.create(Token.system(), "C:\\own.exe", TestProcesses.ENVIRONMENT, Optional.of(manager));
        machine.queue.runUntilMillis(untilMillis);
        return manager;
    }

    private TestProcesses machine(String program) {
        return new TestProcesses(
                TestProcesses.files().file(NtPath.of("C:\\own.exe"), ImageFile.encode(program, parameters)));
    }
}
