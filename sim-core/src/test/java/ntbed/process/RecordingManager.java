package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ntbed.process.ServiceDispatcher.ControlHandler;
import ntbed.process.ServiceDispatcher.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * A service control manager that starts the services it was told to as soon as the process connects, and writes down.
 */
final class RecordingManager implements ServiceDispatcher {
    final List<String> seen = new ArrayList<>();
    private final TestProcesses machine;
    private final List<String> services;
    private @Nullable ControlHandler handler;

    RecordingManager(TestProcesses machine, String... services) {
        this.machine = machine;
        this.services = List.of(services);
    }

    ServiceDispatcher.ControlReply control(int code) {
        if (handler == null) {
            throw new AssertionError("no handler was registered");
        }
        return handler.control(code);
    }

    @Override
    public void startServiceCtrlDispatcher(Map<String, ServiceMain> mains) {
        seen.add(machine.queue.uptimeMillis() + " connected");
        for (String service : services) {
            ServiceMain main = mains.getOrDefault(service, mains.get(""));
            if (main == null) {
                throw new AssertionError("no entry point for " + service);
            }
            main.run(new Context(service));
        }
    }

    private final class Context implements ServiceContext {
        private final String name;

        Context(String name) {
            this.name = name;
        }

        @Override
        public String serviceName() {
            return name;
        }

        @Override
        public NtProcess process() {
            throw new AssertionError("the process knows itself");
        }

        @Override
        public void registerServiceCtrlHandler(ControlHandler newHandler) {
            handler = newHandler;
        }

        @Override
        public void setServiceStatus(ServiceStatus status) {
            String codes = status.win32ExitCode() == 0
                    ? ""
                    : " " + status.win32ExitCode() + "/" + status.serviceSpecificExitCode();
            seen.add(machine.queue.uptimeMillis() + " " + name + " " + status.stateName() + codes);
        }
    }
}
