package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsTest {
    @Test
    @DisplayName("T1: a process that does not connect in 120,000 ms: 7009, 7000 with 1053, exit code 1053")
    void connectTimeout() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("X").auto().does("connectMillis", -1),
                        new Spec("Y").auto().needs("X"))
                .boot();
        assertThat(scm.queue.uptimeMillis()).isEqualTo(120_000);
        assertThat(scm.events()).containsExactly("7009|120000", "7000|X|%%1053", "7001|Y|X|%%1053");
        assertThat(scm.status("X").win32ExitCode()).isEqualTo(1053);
        assertThat(scm.processes().list()).isEmpty();
        assertThat(scm.popups()).hasSize(1);
    }

    @Test
    @DisplayName("T1: one that connects just in time is started")
    void justInTime() {
        ScmFixture scm = ScmFixture.with(new Spec("X").auto().does("connectMillis", 119_999))
                .boot();
        assertThat(scm.state("X")).isEqualTo("RUNNING");
        assertThat(scm.events()).isEmpty();
    }

    @Test
    @DisplayName("T2, S6: a handler that does not return: 1053 after 120,000 ms, and 7011; further controls likewise")
    void transactTimeout() {
        ScmFixture scm = ScmFixture.with(new Spec("X").auto().does("hangOnControl", true))
                .boot();
        long before = scm.queue.uptimeMillis();
        assertThat(scm.control("X", ServiceControls.STOP)).isEqualTo(1053);
        assertThat(scm.queue.uptimeMillis() - before).isEqualTo(120_000);
        assertThat(scm.control("X", ServiceControls.INTERROGATE)).isEqualTo(1053);
        assertThat(scm.events()).containsExactly("7011|120000", "7011|120000");
        assertThat(scm.state("X")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("T3: a start waits for one that is under way, at most 120,000 ms, then 1055")
    void oneStartAtATime() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Slow").auto().does("connectMillis", 60_000),
                        new Spec("Stuck").does("connectMillis", -1),
                        new Spec("A"),
                        new Spec("B"))
                .open();
        scm.manager().autoStart(() -> {});
        assertThat(scm.start("A")).isZero();
        assertThat(scm.queue.uptimeMillis()).isGreaterThan(60_000);
        int[] answers = {-1, -1};
        scm.queue.schedule(0, () -> answers[0] = scm.start("Stuck"));
        scm.queue.schedule(50, () -> answers[1] = scm.start("B"));
        scm.run(400_000);
        assertThat(answers).containsExactly(1053, 0);
    }

    @Test
    @DisplayName("T3: while a program holds the lock a start is 1055 at once")
    void programsLock() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        ServiceControlApi.DatabaseLock lock = scm.scm().lockServiceDatabase();
        assertThat(scm.start("A")).isEqualTo(1055);
        assertThat(scm.queue.uptimeMillis()).isZero();
        lock.unlock();
        assertThat(scm.start("A")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10000, 1, 90000", "0, 1, 80000", "30000, 1, 110000"})
    @DisplayName("T4: no progress for 80 s plus the wait hint: 7022, the next one starts, the process stays")
    void hungOnStarting(int waitHint, int steps, long expectedMillis) {
        ScmFixture scm = ScmFixture.with(
                        new Spec("X")
                                .auto()
                                .does("hangAtStart", true)
                                .does("connectMillis", 0)
                                .does("waitHintMillis", waitHint)
                                .does("startSteps", steps),
                        new Spec("Y").auto().needs("X").does("connectMillis", 0))
                .open();
        scm.manager().autoStart(() -> {});
        scm.run(expectedMillis - 1);
        assertThat(scm.events()).isEmpty();
        scm.run(1);
        assertThat(scm.events()).containsExactly("7022|X", "7001|Y|X|%%1070");
        assertThat(scm.state("X")).isEqualTo("START_PENDING");
        assertThat(scm.processes().list()).hasSize(1);
    }

    @Test
    @DisplayName("T4: each sign of progress begins the wait anew, and a late RUNNING still counts")
    void progress() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Steps")
                                .auto()
                                .does("startMillis", 300_000)
                                .does("startSteps", 4)
                                .does("waitHintMillis", 1_000),
                        new Spec("Late")
                                .auto()
                                .does("startMillis", 100_000)
                                .does("startSteps", 1)
                                .does("waitHintMillis", 1_000))
                .boot();
        assertThat(scm.events()).containsExactly("7022|Late");
        assertThat(scm.state("Steps")).isEqualTo("RUNNING");
        scm.run(60_000);
        assertThat(scm.state("Late")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("T4: on demand a service that hangs is not logged")
    void hungOnDemand() {
        ScmFixture scm =
                ScmFixture.with(new Spec("X").does("hangAtStart", true)).open();
        assertThat(scm.start("X")).isZero();
        scm.run(1_000_000);
        assertThat(scm.events()).isEmpty();
    }

    @Test
    @DisplayName("T5: until a service speaks its status is START_PENDING, checkpoint 0, wait hint 2000")
    void firstStatus() {
        ScmFixture scm = ScmFixture.with(new Spec("X").does("startSteps", 0).does("startMillis", 5_000))
                .open();
        assertThat(scm.start("X")).isZero();
        assertThat(scm.status("X")).isEqualTo(new ServiceStatus(0x10, 2, 0, 0, 0, 0, 2000));
    }

    @Test
    @DisplayName("T6: a service stuck in START_PENDING keeps the database locked; Start 4 and a restart is the way out")
    void stuckServiceLocks() {
        ScmFixture scm = ScmFixture.with(new Spec("X").auto().does("hangAtStart", true), new Spec("Y"))
                .boot();
        assertThat(scm.start("Y")).isEqualTo(1055);
        assertThat(ScmFixture.code(() -> scm.scm().lockServiceDatabase())).isEqualTo(1055);
        ScmFixture repaired = ScmFixture.with(new Spec("X").start(4).does("hangAtStart", true), new Spec("Y"))
                .boot();
        assertThat(repaired.start("Y")).isZero();
    }

    @Test
    @DisplayName("T7: a process that dies while starting is 1067")
    void diesWhileStarting() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Early").auto().program("console"),
                        new Spec("Late").auto().does("startMillis", 900).does("crashAfterMillis", 100))
                .boot();
        assertThat(scm.events()).containsExactly("7000|Early|%%1067", "7000|Late|%%1067");
        assertThat(scm.status("Late").win32ExitCode()).isEqualTo(1067);
        assertThat(scm.start("Early")).isEqualTo(1067);
    }

    @Test
    @DisplayName("T8: shutdown tells who accepts it, and waits until all have stopped")
    void shutdown() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().does("stopMillis", 700),
                        new Spec("B").auto().does("accept", "stop"),
                        new Spec("C").auto().does("stopMillis", 300).needs("A"))
                .boot();
        long before = scm.queue.uptimeMillis();
        long[] done = {-1};
        scm.manager().shutdown(() -> done[0] = scm.queue.uptimeMillis() - before);
        scm.run(60_000);
        assertThat(done[0]).isEqualTo(700);
        assertThat(scm.state("B")).isEqualTo("RUNNING");
        assertThat(scm.state("C")).isEqualTo("STOPPED");
        assertThat(scm.start("A")).isEqualTo(1115);
        assertThat(scm.control("B", ServiceControls.STOP)).isEqualTo(1115);
    }

    @ParameterizedTest
    @CsvSource({"'', 20000", "5000, 5000", "soon, 20000", "99999999999999999999, 20000"})
    @DisplayName("T8: the wait is WaitToKillServiceTimeout, 20,000 ms without a number there")
    void shutdownTimeout(String value, long expected) {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().does("hangOnControl", true))
                .control("Control", "WaitToKillServiceTimeout", RegistryValue.sz(value))
                .boot();
        long before = scm.queue.uptimeMillis();
        long[] done = {-1};
        scm.manager().shutdown(() -> done[0] = scm.queue.uptimeMillis() - before);
        scm.run(60_000);
        assertThat(done[0]).isEqualTo(expected);
    }

    @Test
    @DisplayName("T3: a service that starts another one while it starts itself waits until auto-start gives it up")
    void startFromServiceMain() {
        int[] answer = {-1};
        ScmFixture[] box = new ScmFixture[1];
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().program("caller"), new Spec("B"))
                .program(
                        "caller",
                        process -> process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", service -> {
                            service.registerServiceCtrlHandler(control -> ControlReply.RETURNED);
                            answer[0] = box[0].start("B");
                            service.setServiceStatus(ServiceStatus.of(0x10, ServiceStatus.RUNNING, 1));
                        })));
        box[0] = scm;
        scm.boot();
        scm.run(200_000);
        assertThat(answer[0]).isZero();
        assertThat(List.of(scm.state("A"), scm.state("B"))).containsExactly("RUNNING", "RUNNING");
        assertThat(scm.events()).containsExactly("7022|A");
    }
}
