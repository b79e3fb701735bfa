package ntbed.scm;

import java.util.List;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher.ControlHandler;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** A service's status handle and control handler, from the start of its entry point to its end (S7). */
final class RunningService implements ServiceContext {
    private static final int ACCEPTABLE =
            ServiceStatus.ACCEPT_STOP | ServiceStatus.ACCEPT_PAUSE_CONTINUE | ServiceStatus.ACCEPT_SHUTDOWN;

    private final ServiceRecord service;
    private final NtProcess process;
    private final List<String> arguments;
    private final ServiceReports reports;
    private @Nullable ControlHandler handler;

    RunningService(ServiceRecord service, NtProcess process, List<String> arguments, ServiceReports reports) {
        this.service = service;
        this.process = process;
        this.arguments = List.copyOf(arguments);
        this.reports = reports;
    }

    @Override
    public String serviceName() {
        return service.name();
    }

    @Override
    public NtProcess process() {
        return process;
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public void registerServiceCtrlHandler(ControlHandler newHandler) {
        handler = newHandler;
    }

    /** The handler; null until the service has named one. */
    @Nullable
    ControlHandler handler() {
        return handler;
    }

    @Override
    public void setServiceStatus(ServiceStatus status) {
        if (!equals(service.running())) {
            throw Win32Error.ERROR_INVALID_HANDLE.raise(service.name());
        }
        int state = status.currentState();
        if (state < ServiceStatus.STOPPED || state > ServiceStatus.PAUSED) {
            reports.badState(service, state);
            throw Win32Error.ERROR_INVALID_DATA.raise(service.name() + " state " + state);
        }
        if ((status.controlsAccepted() & ~ACCEPTABLE) != 0) {
            throw Win32Error.ERROR_INVALID_DATA.raise(service.name() + " controls " + status.controlsAccepted());
        }
        reports.reported(service, status);
    }
}
