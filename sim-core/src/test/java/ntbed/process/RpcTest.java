package ntbed.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ntbed.filesystem.NtPath;
import ntbed.security.Token;
import ntbed.trace.TraceText;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;

class RpcTest {
    private static final String PORT = "protected_storage";
    private static final RpcServer ECHO = (caller, request) -> (caller.account() + ":" + text(request)).getBytes(UTF_8);

    private record Server(String id, Consumer<NtProcess> body) implements Program {
        @Override
        public String heading() {
            return "Serves what the test says";
        }

        @Override
        public void main(NtProcess process) {
            body.accept(process);
        }
    }

    private static TestProcesses machine(Consumer<NtProcess> body) {
        return new TestProcesses(
                TestProcesses.files()
                        .file(
                                NtPath.of("C:\\server.exe"),
                                ImageFile.of("server").encode()),
                new Server("server", body));
    }

    private static NtProcess started(TestProcesses machine) {
        NtProcess process = machine.create("C:\\server.exe");
        machine.queue.runUntilMillis(machine.queue.uptimeMillis());
        return process;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static String call(TestProcesses machine, String request) {
        return text(machine.table.call(Token.system(), PORT, request.getBytes(UTF_8)));
    }

    private static void assertFails(TestProcesses machine, Win32Error error) {
        assertThatThrownBy(() -> call(machine, "?"))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    void theServerSeesTheCallersTokenAndTheCallerTheServersAnswer() {
        TestProcesses machine = machine(process -> process.serve(PORT, ECHO));
        started(machine);
        assertThat(call(machine, "hello")).isEqualTo(Token.system().account() + ":hello");
    }

    @Test
    void aProcessThatServesLivesOn() {
        TestProcesses machine = machine(process -> process.serve(PORT, ECHO));
        NtProcess server = started(machine);
        machine.queue.runUntilMillis(3_600_000);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void nobodyServesBeforeTheServerRan() {
        TestProcesses machine = machine(process -> process.after(50, () -> process.serve(PORT, ECHO)));
        assertFails(machine, Win32Error.RPC_S_SERVER_UNAVAILABLE);
        started(machine);
        assertFails(machine, Win32Error.RPC_S_SERVER_UNAVAILABLE);
        machine.queue.runUntilMillis(50);
        assertThat(call(machine, "")).endsWith(":");
    }

    @Test
    void theEndpointEndsWithItsProcessHoweverThatEnds() {
        List<Consumer<NtProcess>> ends = List.of(process -> process.exit(0), process -> process.crash(0xC000_0005));
        for (Consumer<NtProcess> end : ends) {
            TestProcesses machine = machine(process -> process.serve(PORT, ECHO));
            NtProcess server = started(machine);
            end.accept(server);
            assertFails(machine, Win32Error.RPC_S_SERVER_UNAVAILABLE);
            started(machine);
            assertThat(call(machine, "again")).endsWith(":again");
        }
        TestProcesses machine = machine(process -> process.serve(PORT, ECHO));
        machine.table.terminate(started(machine).id(), 1);
        assertFails(machine, Win32Error.RPC_S_SERVER_UNAVAILABLE);
    }

    @Test
    void aServersErrorReachesTheCaller() {
        TestProcesses machine = machine(process -> process.serve(PORT, (caller, request) -> {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(text(request));
        }));
        NtProcess server = started(machine);
        assertFails(machine, Win32Error.ERROR_ACCESS_DENIED);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void aServerThatEndsInTheCallGivesCallFailed() {
        TestProcesses machine = machine(process -> process.serve(PORT, (caller, request) -> {
            process.crash(0xC000_0005);
            return request;
        }));
        started(machine);
        assertFails(machine, Win32Error.RPC_S_CALL_FAILED);
        assertFails(machine, Win32Error.RPC_S_SERVER_UNAVAILABLE);
    }

    @Test
    void aSecondServerOfTheNameIsRefusedWhateverTheCase() {
        List<Integer> codes = new ArrayList<>();
        TestProcesses machine = machine(process -> {
            try {
                process.serve("Protected_Storage", ECHO);
            } catch (Win32Exception e) {
                codes.add(e.code());
            }
        });
        NtProcess first = started(machine);
        started(machine);
        assertThat(codes).containsExactly(Win32Error.RPC_S_DUPLICATE_ENDPOINT.code());
        assertThat(first.isAlive()).isTrue();
        assertThat(call(machine, "1")).endsWith(":1");
    }

    @Test
    void anEndpointHasAName() {
        TestProcesses machine = machine(process -> process.serve("", ECHO));
        NtProcess server = machine.create("C:\\server.exe");
        List<Integer> exits = new ArrayList<>();
        machine.table.onExit(server, exits::add);
        machine.queue.runUntilMillis(0);
        assertThat(exits).containsExactly(Win32Error.ERROR_INVALID_PARAMETER.code());
    }

    @Test
    void neitherSideHoldsTheOthersBytes() {
        List<byte[]> kept = new ArrayList<>();
        TestProcesses machine = machine(process -> process.serve(PORT, (caller, request) -> {
            kept.add(request);
            return request;
        }));
        started(machine);
        byte[] request = "abc".getBytes(UTF_8);
        byte[] answer = machine.table.call(Token.system(), PORT, request);
        kept.get(0)[0] = 'x';
        assertThat(text(request)).isEqualTo("abc");
        assertThat(text(answer)).isEqualTo("abc");
    }

    @Test
    void callsTakeNoTimeAndTwoRunsAreTheSame() {
        List<String> traces = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            TestProcesses machine = machine(process -> process.serve(PORT, ECHO));
            started(machine);
            long before = machine.queue.uptimeMillis();
            call(machine, "a");
            assertThat(machine.queue.uptimeMillis()).isEqualTo(before);
            traces.add(TraceText.of(machine.trace.events()));
        }
        assertThat(traces.get(0)).isEqualTo(traces.get(1));
    }
}
