package ntbed.component.protectedstorage;

import ntbed.machine.Win32;
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
    private static final int LONGEST_NUMBER = 6;

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
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : SHORTEST_START;
    }

    private void started() {
        Win32Error found = StartUp.examine(process);
        if (found != Win32Error.ERROR_SUCCESS) {
            end(Win32Error.ERROR_SERVICE_SPECIFIC_ERROR, found);
            return;
        }
        Win32 win32 = Win32.of(process);
        UserStores users = new UserStores(process.registry());
        process.serve(ItemServer.ENDPOINT, new ItemServer(new ItemStore(win32, users, process.random())));
        win32.atEachLogOn(user -> users.loggedOn(user.user()));
        state = ServiceStatus.RUNNING;
        report();
    }

    private ControlReply control(int control) {
        if (control == ServiceControls.STOP || control == ServiceControls.SHUTDOWN) {
            pending(ServiceStatus.STOP_PENDING);
            process.after(STOP_MILLIS, () -> end(Win32Error.ERROR_SUCCESS, Win32Error.ERROR_SUCCESS));
        } else {
            report();
        }
        return ControlReply.RETURNED;
    }

    private void end(Win32Error code, Win32Error specific) {
        if (state != ServiceStatus.STOPPED) {
            state = ServiceStatus.STOPPED;
            service.setServiceStatus(ServiceStatus.stopped(TYPE, code.code(), specific.code()));
            process.exit(0);
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
