package ntbed.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceText;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;

/** Local activation of a COM class that lives in a service. */
class ClassActivationTest {
    private static final String CLASS = "{A9E69610-B80D-11D0-B9B9-00A0C922E750}";
    private static final String CLASSES = "HKLM\\SOFTWARE\\Classes\\";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClassServer";
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final int OWN_PROCESS = 0x10;

    /** A service that serves the class a second after it starts, or fails, or runs and serves nothing. */
    private static final class ClassServer implements Program {
        @Override
        public String id() {
            return "class-server";
        }

        @Override
        public String heading() {
            return "A service that serves a COM class";
        }

        @Override
        public void main(NtProcess process) {
            process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", ClassServer::run));
        }

        private static void run(ServiceContext service) {
            NtProcess process = service.process();
            Map<String, String> parameters = process.imageParameters();
            service.registerServiceCtrlHandler(control -> {
                service.setServiceStatus(ServiceStatus.stopped(OWN_PROCESS, 0, 0));
                return ControlReply.RETURNED;
            });
            service.setServiceStatus(ServiceStatus.pending(OWN_PROCESS, ServiceStatus.START_PENDING, 1, 10_000));
            process.after(1_000, () -> {
                if (parameters.containsKey("specificCode")) {
                    service.setServiceStatus(ServiceStatus.stopped(OWN_PROCESS, 1066, 0x8009_0006));
                    return;
                }
                if (!parameters.containsKey("deaf")) {
                    process.serve(CLASS, (caller, request) -> caller.account().getBytes(UTF_8));
                }
                service.setServiceStatus(
                        ServiceStatus.of(OWN_PROCESS, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP));
            });
        }
    }

    private static MachineBuilder builder() {
        MachineBuilder machine = TestMachines.builder();
        TestMachines.service(machine, "RpcSs", 2, 1);
        machine.service("ClassServer", OWN_PROCESS, 3, 1);
        machine.set(SERVICE, "ImagePath", RegistryValue.expandSz(SYSTEM32 + "server.exe"));
        machine.set(SERVICE, "DependOnService", RegistryValue.multiSz("RpcSs"));
        machine.image(SYSTEM32 + "server.exe", ImageFile.of("class-server"));
        machine.set(CLASSES + "CLSID\\" + CLASS, "AppID", RegistryValue.sz(CLASS));
        machine.set(CLASSES + "AppID\\" + CLASS, "LocalService", RegistryValue.sz("ClassServer"));
        machine.programs(new ClassServer());
        return machine;
    }

    private static Machine booted(Consumer<MachineBuilder> change) {
        MachineBuilder builder = builder();
        change.accept(builder);
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        return machine;
    }

    private static List<EventRecord> dcomEvents(Machine machine) {
        return machine.asSystem().eventLog().readEventLog(Log.SYSTEM).stream()
                .filter(entry -> entry.source().equals("DCOM"))
                .toList();
    }

    private static void assertFails(Machine machine, String clsid, Win32Error error) {
        Win32 person = machine.logOn("Administrator", "");
        assertThatThrownBy(() -> person.activate(clsid))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private static String onlyEvent(Machine machine) {
        List<EventRecord> events = dcomEvents(machine);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).eventId()).isEqualTo(10005);
        return machine.asSystem().eventLog().description(events.get(0));
    }

    @Test
    void theServiceOfTheClassIsStartedAndServesTheCaller() {
        Machine machine = booted(builder -> {});
        Win32 person = machine.logOn("Administrator", "");
        assertThatThrownBy(() -> person.call(CLASS, new byte[0])).hasMessageContaining("1722");
        person.activate(CLASS);
        assertThat(person.call(CLASS, new byte[0])).asString().endsWith("\\Administrator");
        assertThat(dcomEvents(machine)).isEmpty();
        long before = machine.clock().uptimeMillis();
        person.activate(CLASS);
        assertThat(machine.clock().uptimeMillis())
                .as("whoever serves already is not started again")
                .isEqualTo(before);
    }

    @Test
    void aProgramActivatesAsAPersonDoes() {
        Machine machine = booted(builder -> {
            builder.image(SYSTEM32 + "client.exe", ImageFile.of("client"));
            builder.programs(new Client());
        });
        machine.asSystem().createProcess(SYSTEM32 + "client.exe");
        machine.runForMillis(10_000);
        assertThat(machine.asSystem().registry().value("HKLM\\SOFTWARE\\Client", "Answer"))
                .hasValueSatisfying(value -> assertThat(value.text()).contains("NT AUTHORITY\\SYSTEM"));
    }

    private static final class Client implements Program {
        @Override
        public String id() {
            return "client";
        }

        @Override
        public String heading() {
            return "Calls the class and writes down the answer";
        }

        @Override
        public void main(NtProcess process) {
            Win32 win32 = Win32.of(process);
            win32.activate(CLASS);
            String answer = new String(win32.call(CLASS, new byte[0]), UTF_8);
            process.registry().setValue("HKLM\\SOFTWARE\\Client", "Answer", RegistryValue.sz(answer));
        }
    }

    @Test
    void aClassThatIsNotThereIsNotRegistered() {
        Machine machine = booted(builder -> builder.deleteKey(CLASSES + "CLSID\\" + CLASS));
        assertFails(machine, CLASS, Win32Error.REGDB_E_CLASSNOTREG);
        assertThat(dcomEvents(machine)).isEmpty();
    }

    @Test
    void aClassOutsideOfAServiceIsRefusedByName() {
        Machine machine = booted(builder -> builder.deleteKey(CLASSES + "AppID\\" + CLASS));
        Win32 system = machine.asSystem();
        assertThatThrownBy(() -> system.activate(CLASS))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining(CLASS);
    }

    @Test
    void aMissingDependencyIsTold() {
        Machine machine = booted(
                builder -> builder.set(SERVICE, "DependOnService", RegistryValue.multiSz("RpcSs", "ProtectedStorage")));
        assertFails(machine, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(onlyEvent(machine))
                .isEqualTo("DCOM got error \"The dependency service does not exist or has been marked for deletion.\""
                        + " attempting to start the service ClassServer with arguments \"\""
                        + " in order to run the server:\n"
                        + CLASS);
    }

    @Test
    void aDisabledOneAndAMissingOneAreTold() {
        Machine disabled = booted(builder -> builder.set(SERVICE, "Start", RegistryValue.dword(4)));
        assertFails(disabled, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(onlyEvent(disabled)).contains(Win32Error.ERROR_SERVICE_DISABLED.text());
        Machine missing = booted(builder -> builder.deleteKey(SERVICE));
        assertFails(missing, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(onlyEvent(missing)).contains(Win32Error.ERROR_SERVICE_DOES_NOT_EXIST.text());
    }

    @Test
    void aServiceThatFailsAfterItBeganIsToldWithItsExitCode() {
        Machine machine = booted(builder -> builder.image(
                SYSTEM32 + "server.exe", ImageFile.of("class-server").with("specificCode", "1")));
        assertFails(machine, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(onlyEvent(machine)).contains(Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.text());
    }

    @Test
    void aServiceThatRunsAndServesNothingIsWaitedForTwoMinutes() {
        Machine machine = booted(builder -> builder.image(
                SYSTEM32 + "server.exe", ImageFile.of("class-server").with("deaf", "1")));
        long before = machine.clock().uptimeMillis();
        assertFails(machine, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(machine.clock().uptimeMillis() - before).isBetween(120_000L, 121_000L);
        assertThat(dcomEvents(machine)).isEmpty();
    }

    @Test
    void aServiceThatIsJustStartingGivesTheHarmlessEventAndThenServes() {
        Machine machine = booted(builder -> {});
        Win32 person = machine.logOn("Administrator", "");
        try (var scm = person.services().openSCManager(null, null, 1);
                var service = scm.openService("ClassServer", 0x10)) {
            service.startService(List.of());
            person.activate(CLASS);
        }
        assertThat(person.call(CLASS, new byte[0])).isNotEmpty();
        assertThat(onlyEvent(machine)).contains(Win32Error.ERROR_SERVICE_ALREADY_RUNNING.text());
    }

    @Test
    void withoutRpcSsNothingIsActivated() {
        Machine machine = booted(builder ->
                builder.set("HKLM\\SYSTEM\\CurrentControlSet\\Services\\RpcSs", "Start", RegistryValue.dword(4)));
        assertFails(machine, CLASS, Win32Error.RPC_S_SERVER_UNAVAILABLE);
        Machine none = booted(builder -> builder.deleteKey("HKLM\\SYSTEM\\CurrentControlSet\\Services\\RpcSs"));
        assertFails(none, CLASS, Win32Error.RPC_S_SERVER_UNAVAILABLE);
    }

    @Test
    void argumentsOfTheServiceReachItAndTheEvent() {
        Machine machine = booted(
                builder -> builder.set(CLASSES + "AppID\\" + CLASS, "ServiceParameters", RegistryValue.sz("-Service"))
                        .set(SERVICE, "Start", RegistryValue.dword(4)));
        assertFails(machine, CLASS, Win32Error.CO_E_SERVER_EXEC_FAILURE);
        assertThat(onlyEvent(machine)).contains("with arguments \"-Service\" in");
    }

    @Test
    void twoRunsAreTheSame() {
        assertThat(run()).isEqualTo(run());
    }

    private static String run() {
        Machine machine = booted(builder -> {});
        machine.logOn("Administrator", "").activate(CLASS);
        return TraceText.of(machine.trace().events());
    }
}
