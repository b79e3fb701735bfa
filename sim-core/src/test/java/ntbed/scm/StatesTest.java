package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.trace.TraceEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatesTest {
    private final List<Integer> received = new ArrayList<>();
    private @Nullable ServiceContext context;

    /** Service A, which starts as told, notes the controls it gets, and else does nothing. */
    private ScmFixture scripted(Consumer<ServiceContext> start) {
        return ScmFixture.with(new Spec("A").auto().program("script").shown("Service A"))
                .program(
                        "script",
                        process -> process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", service -> {
                            context = service;
                            service.registerServiceCtrlHandler(control -> {
                                received.add(control);
                                return ControlReply.RETURNED;
                            });
                            start.accept(service);
                        })));
    }

    private static ServiceStatus in(int state, int accepted) {
        return new ServiceStatus(0x10, state, accepted, 0, 0, 0, 0);
    }

    private ServiceContext service() {
        return Objects.requireNonNull(context);
    }

    @Test
    @DisplayName("S1: the states from start to stop, pause and continue on the way")
    void transitions() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().does("accept", "stop pause"))
                .boot();
        for (int control : List.of(ServiceControls.PAUSE, ServiceControls.CONTINUE, ServiceControls.STOP)) {
            assertThat(scm.control("A", control)).isZero();
            scm.run(1_000);
        }
        List<String> states = new ArrayList<>();
        scm.trace.events().forEach(event -> {
            if (event instanceof TraceEvent.ServiceChanged change) {
                states.add(change.to());
            }
        });
        assertThat(states)
                .containsExactly(
                        "START_PENDING",
                        "RUNNING",
                        "PAUSE_PENDING",
                        "PAUSED",
                        "CONTINUE_PENDING",
                        "RUNNING",
                        "STOP_PENDING",
                        "STOPPED");
        assertThat(scm.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0", "2, 0", "3, 0", "4, 0", "128, 0", "255, 0", "0, 87", "5, 87", "6, 87", "16, 87", "127, 87", "256, 87",
        "-1, 87"
    })
    @DisplayName("S2: the controls of NT 4.0; later ones do not exist")
    void controlCodes(int control, int code) {
        ScmFixture scm =
                scripted(a -> a.setServiceStatus(in(ServiceStatus.RUNNING, 7))).boot();
        assertThat(scm.control("A", control)).isEqualTo(code);
        assertThat(received).isEqualTo(code == 0 ? List.of(control) : List.of());
    }

    @ParameterizedTest(name = "state {0}, accepted {1}, control {2}: {3}")
    @CsvSource({
        // state, accepted, control, code
        "2, 0, 1, 1052",
        "2, 1, 1, 0",
        "2, 3, 2, 1061",
        "2, 3, 3, 1061",
        "2, 0, 4, 0",
        "2, 0, 200, 1061",
        "3, 1, 1, 1061",
        "3, 3, 2, 1061",
        "3, 0, 4, 1061",
        "3, 0, 200, 1061",
        "4, 1, 1, 0",
        "4, 0, 1, 1052",
        "4, 2, 2, 0",
        "4, 1, 2, 1052",
        "4, 2, 3, 0",
        "4, 0, 4, 0",
        "4, 0, 200, 0",
        "5, 1, 1, 0",
        "5, 0, 1, 1052",
        "6, 1, 1, 0",
        "6, 2, 2, 0",
        "7, 1, 1, 0",
        "7, 2, 3, 0",
        "7, 1, 3, 1052"
    })
    @DisplayName("S3: what ControlService answers in each state")
    void controlsByState(int state, int accepted, int control, int code) {
        ScmFixture scm = scripted(a -> a.setServiceStatus(in(state, accepted))).open();
        scm.manager().autoStart(() -> {});
        scm.run(100);
        assertThat(scm.control("A", control)).isEqualTo(code);
        assertThat(received).isEqualTo(code == 0 ? List.of(control) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "200"})
    @DisplayName("S3: a stopped service answers 1062 to every control")
    void stopped(int control) {
        assertThat(ScmFixture.with(new Spec("A")).open().control("A", control)).isEqualTo(1062);
    }

    @Test
    @DisplayName("S4: STOP looks at rights, then at the machine going down, then dependents, then the state")
    void orderOfChecks() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().does("accept", "shutdown"),
                        new Spec("B").auto().needs("A"))
                .boot();
        assertThat(scm.control("A", 1)).isEqualTo(1051);
        assertThat(ScmFixture.code(() -> scm.scm().openService("A", 4).controlService(1)))
                .isEqualTo(5);
        scm.manager().shutdown(() -> {});
        assertThat(scm.control("A", 1)).isEqualTo(1115);
    }

    @Test
    @DisplayName("S4: only the last started member of a group keeps those that need the group")
    void lastMember() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("One").auto().group("G"),
                        new Spec("Two").auto().group("G"),
                        new Spec("A").auto().needsGroup("G"))
                .groups("G")
                .boot();
        assertThat(scm.control("One", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.control("Two", 1)).isEqualTo(1051);
        assertThat(scm.control("A", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.control("Two", 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "2, 1052", "3, 1052", "200, 1052"})
    @DisplayName("S5: a driver takes STOP and INTERROGATE")
    void driverControls(int control, int code) {
        ScmFixture scm = ScmFixture.with(Spec.driver("Beep", 1, 0)).boot();
        assertThat(scm.control("Beep", control)).isEqualTo(code);
        assertThat(scm.state("Beep")).isEqualTo(control == 1 ? "STOPPED" : "RUNNING");
    }

    @Test
    @DisplayName("S7: a state that does not exist is 13 and 7016, controls that do not exist are 13")
    void invalidStatus() {
        List<Integer> codes = new ArrayList<>();
        ScmFixture scm = scripted(a -> {
                    codes.add(ScmFixture.code(() -> a.setServiceStatus(in(8, 0))));
                    codes.add(ScmFixture.code(() -> a.setServiceStatus(in(0, 0))));
                    codes.add(ScmFixture.code(() -> a.setServiceStatus(in(4, 8))));
                    a.setServiceStatus(in(4, 7));
                })
                .boot();
        assertThat(codes).containsExactly(13, 13, 13);
        assertThat(scm.events()).containsExactly("7016|Service A|8", "7016|Service A|0");
        assertThat(scm.state("A")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("S8: the end of a service: 7023 with its code, 7024 with its own code, nothing for 0")
    void exits() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().does("exitCode", 52).does("exitAfterMillis", 1_000),
                        new Spec("B").auto().does("specificCode", "-2146697205").does("exitAfterMillis", 2_000),
                        new Spec("C").auto().does("exitCode", 10_049).does("exitAfterMillis", 3_000),
                        new Spec("D").auto())
                .boot();
        scm.run(10_000);
        assertThat(scm.control("D", 1)).isZero();
        scm.run(10_000);
        assertThat(scm.events()).containsExactly("7023|A|%%52", "7024|B|2148270091", "7023|C|%%10049");
        assertThat(scm.popups()).isEmpty();
        assertThat(scm.status("B").win32ExitCode()).isEqualTo(1066);
        assertThat(scm.status("B").serviceSpecificExitCode()).isEqualTo(-2146697205);
    }

    @Test
    @DisplayName("S8: one that ends with 0 before it ran is not logged; its dependents print that very code")
    void endsWithZero() {
        ScmFixture scm = scripted(a -> a.setServiceStatus(ServiceStatus.stopped(0x10, 0, 0)))
                .add(new Spec("B").auto().needs("A"))
                .boot();
        assertThat(scm.events()).containsExactly("7001|B|Service A|%%0");
    }

    @Test
    @DisplayName("S9: a process that dies after RUNNING leaves STOPPED with 1067 and no event")
    void crashes() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().does("startMillis", 100).does("crashAfterMillis", 5_000))
                .boot();
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        scm.run(10_000);
        assertThat(scm.status("A").win32ExitCode()).isEqualTo(1067);
        assertThat(scm.state("A")).isEqualTo("STOPPED");
        assertThat(scm.events()).isEmpty();
        assertThat(scm.start("A")).isZero();
    }

    @Test
    @DisplayName("S7: after a service has stopped its status handle is invalid")
    void handleAfterTheEnd() {
        ScmFixture scm = scripted(a -> a.setServiceStatus(in(4, 1))).boot();
        service().setServiceStatus(ServiceStatus.stopped(0x10, 0, 0));
        assertThat(ScmFixture.code(() -> service().setServiceStatus(in(4, 1)))).isEqualTo(6);
        assertThat(scm.state("A")).isEqualTo("STOPPED");
    }
}
