package ntbed.scm;

import java.util.List;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;

/** What the manager does when a service reports a state or its process ends (S7 to S9). */
final class ServiceReports {
    private final ServiceStates states;
    private final FailurePolicy failures;
    private final ScmEvents events;
    private final Deletion deletion;

    ServiceReports(ServiceStates states, FailurePolicy failures, ScmEvents events, Deletion deletion) {
        this.states = states;
        this.failures = failures;
        this.events = events;
        this.deletion = deletion;
    }

    /** 7016: a state that does not exist. */
    void badState(ServiceRecord service, int state) {
        events.badState(service, state);
    }

    /** A valid report of a service that runs. */
    void reported(ServiceRecord service, ServiceStatus status) {
        boolean wasStarting = service.state() == ServiceStatus.START_PENDING;
        ServiceStatus kept = new ServiceStatus(
                service.definition().type(),
                status.currentState(),
                status.controlsAccepted(),
                status.win32ExitCode(),
                status.serviceSpecificExitCode(),
                status.checkPoint(),
                status.waitHintMillis());
        if (status.currentState() != ServiceStatus.STOPPED) {
            states.change(service, kept, "");
            return;
        }
        stopped(service, kept, wasStarting, "");
    }

    private void stopped(ServiceRecord service, ServiceStatus status, boolean wasStarting, String detail) {
        ServiceProcess process = service.process();
        service.process(null);
        service.running(null);
        service.lastError(status.win32ExitCode());
        failures.exited(service, status, wasStarting);
        states.change(service, status, detail);
        if (process != null) {
            process.services().remove(service); // The process ends by itself when its last one has stopped.
        }
        deletion.carryOutIfDue(service);
    }

    /** The process is gone: what still ran in it stopped with 1067 (S9, T7). */
    void processEnded(ServiceProcess process) {
        process.end();
        int aborted = Win32Error.ERROR_PROCESS_ABORTED.code();
        for (ServiceRecord service : List.copyOf(process.services())) {
            process.services().remove(service);
            boolean wasStarting = service.state() == ServiceStatus.START_PENDING;
            service.process(null);
            service.running(null);
            service.lastError(aborted);
            if (wasStarting) {
                failures.startFailed(service, aborted);
            }
            states.change(service, ServiceStatus.stopped(service.definition().type(), aborted, 0), "its process ended");
            deletion.carryOutIfDue(service);
        }
    }
}
