package ntbed.component.protectedstorage;

import ntbed.process.NtProcess;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.win32.Win32Error;

/** The service while it runs. */
final class PstoresService {
    private static final int TYPE = ServiceConfig.WIN32_OWN_PROCESS;
    private static final int WAIT_HINT_MILLIS = 10_000;
    private static final int STOP_MILLIS = 50;
    private static final int SHORTEST_START = 1;

    private final ServiceContext service;
    private final NtProcess process;
    private int state = ServiceStatus.START_PENDING;

    PstoresService(ServiceContext service) {
        this.service = service;
        this.process = service.process();
    }

    void start() {
        service.registerServiceCtrlHandler(this::control);
        pending(ServiceStatus.START_PENDING);
        process.after(startMillis(), this::started);
    }

    /** An image that somebody changed may say anything. */
    private long startMillis() {
        String text = process.imageParameters().getOrDefault(Pstores.START_MILLIS, "");
        boolean isNumber = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : SHORTEST_START;
    }

    private void started() {
        PstError found = StartUp.examine(process);
        if (found != PstError.OK) {
            state = ServiceStatus.STOPPED;
            service.setServiceStatus(
                    ServiceStatus.stopped(TYPE, Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code(), found.code()));
            return;
        }
        state = ServiceStatus.RUNNING;
        report();
    }

    private ControlReply control(int control) {
        if (control == ServiceControls.STOP || control == ServiceControls.SHUTDOWN) {
            pending(ServiceStatus.STOP_PENDING);
            process.after(STOP_MILLIS, this::stopped);
        } else {
            report();
        }
        return ControlReply.RETURNED;
    }

    private void stopped() {
        if (state != ServiceStatus.STOPPED) {
            state = ServiceStatus.STOPPED;
            service.setServiceStatus(ServiceStatus.stopped(TYPE, 0, 0));
        }
    }

    private void pending(int pendingState) {
        state = pendingState;
        service.setServiceStatus(ServiceStatus.pending(TYPE, pendingState, 1, WAIT_HINT_MILLIS));
    }

    private void report() {
        int accepted = state == ServiceStatus.RUNNING ? ServiceStatus.ACCEPT_STOP | ServiceStatus.ACCEPT_SHUTDOWN : 0;
        service.setServiceStatus(ServiceStatus.of(TYPE, state, accepted));
    }
}
