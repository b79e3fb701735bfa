package ntbed.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ntbed.win32.Win32Exception;

/**
 * The process's end of the pipe to the service control manager. {@code StartServiceCtrlDispatcher} comes back when the
 * last service of the process has stopped (MSDN); a service program then ends, so the process ends with 0.
 */
final class ServicePipe implements ServiceDispatcher {
    private final RunningProcess process;
    private final ServiceDispatcher manager;
    private int active;
    private boolean connected;

    ServicePipe(RunningProcess process, ServiceDispatcher manager) {
        this.process = process;
        this.manager = manager;
    }

    boolean isConnected() {
        return connected;
    }

    @Override
    public void startServiceCtrlDispatcher(Map<String, ServiceMain> services) {
        Map<String, ServiceMain> counted = new LinkedHashMap<>();
        services.forEach((name, main) -> counted.put(name, service -> {
            active++;
            process.run(() -> main.run(new Counted(service)));
        }));
        boolean before = connected;
        connected = true;
        try {
            manager.startServiceCtrlDispatcher(counted);
        } catch (Win32Exception refused) {
            connected = before;
            throw refused;
        }
    }

    private void stopped() {
        active--;
        if (active == 0) {
            process.after(0, () -> {
                if (active == 0) {
                    process.exit(0);
                }
            });
        }
    }

    /** A service's context that notices the end of the service. */
    private final class Counted implements ServiceContext {
        private final ServiceContext service;
        private boolean ended;

        Counted(ServiceContext service) {
            this.service = service;
        }

        @Override
        public String serviceName() {
            return service.serviceName();
        }

        @Override
        public NtProcess process() {
            return process;
        }

        @Override
        public List<String> arguments() {
            return service.arguments();
        }

        @Override
        public void registerServiceCtrlHandler(ControlHandler handler) {
            service.registerServiceCtrlHandler(handler);
        }

        @Override
        public void setServiceStatus(ServiceStatus status) {
            service.setServiceStatus(status);
            if (status.currentState() == ServiceStatus.STOPPED && !ended) {
                ended = true;
                stopped();
            }
        }
    }
}
