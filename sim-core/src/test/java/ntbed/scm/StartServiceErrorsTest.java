package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ntbed.process.ServiceStatus;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartServiceErrorsTest {
    private static ScmFixture machine() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Good"),
                        new Spec("NoFile").noImage(),
                        new Spec("NoFolder").path("C:\\WINNT\\no\\such.exe").noImage(),
                        new Spec("BadName").path("C:\\WINNT\\a:b?.exe").noImage(),
                        new Spec("NoImage").path("%SystemRoot%\\junk.exe").noImage(),
                        new Spec("Runs").auto(),
                        new Spec("Never").does("connectMillis", -1),
                        new Spec("Dies").program("console"),
                        new Spec("Off").start(4),
                        new Spec("Circle").needs("Circle"),
                        new Spec("NeedsOff").needs("Off"),
                        new Spec("NeedsNothing").needs("Nothing"),
                        new Spec("NoPassword").account("DOMAIN\\svc"),
                        Spec.shared("Host", "host.exe").auto(),
                        Spec.shared("Guest", "host.exe").account("DOMAIN\\svc"),
                        new Spec("NoEntry").program("other-entry").type(0x20),
                        Spec.driver("BadDriver", 3, 31),
                        Spec.driver("NoDevice", 3, 20),
                        new Spec("Adapter").type(4),
                        new Spec("Marked"))
                .garbage("C:\\WINNT\\junk.exe")
                .program(
                        "other-entry",
                        process -> process.serviceDispatcher()
                                .startServiceCtrlDispatcher(Map.of("SomethingElse", service -> {})));
        scm.authority.account("DOMAIN\\svc", "right");
        return scm.boot();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Good, 0",
        "NoFile, 2",
        "NoFolder, 3",
        "NoImage, 193",
        "BadName, 123",
        "Runs, 1056",
        "Never, 1053",
        "Dies, 1067",
        "Off, 1058",
        "Circle, 1059",
        "NeedsOff, 1068",
        "NeedsNothing, 1075",
        "NoPassword, 1069",
        "Guest, 1079",
        "NoEntry, 1054",
        "BadDriver, 31",
        "NoDevice, 20",
        "Adapter, 87"
    })
    @DisplayName("A4: StartService answers each obstacle with its code")
    void codes(String service, int code) {
        assertThat(machine().start(service)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is logged with {1}")
    @CsvSource({
        "NoFile, 2",
        "NoFolder, 3",
        "NoImage, 193",
        "BadName, 123",
        "Dies, 1067",
        "BadDriver, 31",
        "NoDevice, 20"
    })
    @DisplayName("I5, I6: what is wrong with the image is the code of 7000")
    void logged(String service, int code) {
        ScmFixture scm = machine();
        assertThat(scm.start(service)).isEqualTo(code);
        assertThat(scm.events()).containsExactly("7000|" + service + "|%%" + code);
    }

    @Test
    @DisplayName(
            "A4: the handle (6), then the right (5), then disabled, deletion (1072), the lock (1055), running (1056)")
    void order() {
        ScmFixture scm = machine();
        var closed = scm.service("Off");
        closed.close();
        assertThat(ScmFixture.code(() -> closed.startService(List.of()))).isEqualTo(6);
        var noRight = scm.scm().openService("Off", AccessMask.SERVICE_QUERY_STATUS);
        assertThat(ScmFixture.code(() -> noRight.startService(List.of()))).isEqualTo(5);
        var marked = scm.service("Marked");
        marked.deleteService();
        var lock = scm.scm().lockServiceDatabase();
        assertThat(scm.start("Off")).isEqualTo(1058);
        assertThat(ScmFixture.code(() -> marked.startService(List.of()))).isEqualTo(1072);
        assertThat(scm.start("Runs")).isEqualTo(1055);
        lock.unlock();
        assertThat(scm.start("Runs")).isEqualTo(1056);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    @DisplayName("A4: in every state but STOPPED a service is already running: 1056")
    void alreadyRunning(int state) {
        ScmFixture scm = ScmFixture.with(new Spec("A").program("script"))
                .program(
                        "script",
                        process -> process.serviceDispatcher()
                                .startServiceCtrlDispatcher(Map.of(
                                        "",
                                        service -> service.setServiceStatus(
                                                new ServiceStatus(0x10, state, 0, 0, 0, 1, 1_000_000)))))
                .open();
        assertThat(scm.start("A")).isZero();
        scm.run(10);
        assertThat(scm.status("A").currentState()).isEqualTo(state);
        assertThat(scm.start("A")).isEqualTo(1056);
    }

    @Test
    @DisplayName("A4: it returns when the process is connected, in START_PENDING, and hands over the arguments")
    void returnsWhenConnected() {
        List<String> seen = new java.util.ArrayList<>();
        ScmFixture scm = ScmFixture.with(new Spec("A").program("script"))
                .program(
                        "script",
                        process -> process.after(
                                700,
                                () -> process.serviceDispatcher()
                                        .startServiceCtrlDispatcher(
                                                Map.of("", service -> seen.addAll(service.arguments())))))
                .open();
        scm.service("A").startService(List.of("one", "two"));
        assertThat(scm.queue.uptimeMillis()).isEqualTo(700);
        assertThat(scm.status("A")).isEqualTo(new ServiceStatus(0x10, 2, 0, 0, 0, 0, 2000));
        scm.run(10);
        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    @DisplayName("A4: what is refused stands in the trace, with who asked")
    void refusalIsTraced() {
        ScmFixture scm = machine();
        assertThat(scm.start("Off")).isEqualTo(1058);
        assertThat(scm.trace.events().stream().filter(TraceEvent.Refused.class::isInstance))
                .singleElement()
                .satisfies(event -> {
                    TraceEvent.Refused refused = (TraceEvent.Refused) event;
                    assertThat(refused.stamp().actor()).isEqualTo("test");
                    assertThat(refused.operation()).isEqualTo("StartService");
                    assertThat(refused.object()).isEqualTo("Off");
                });
    }
}
