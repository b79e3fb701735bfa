package ntbed.component.iis;

import java.util.Optional;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** IISADMIN, the IIS Admin Service: loads the metabase, keeps it, saves it. */
final class AdminService {
    /** The hint that the service gives, fixed (Q252174). */
    private static final int WAIT_HINT_MILLIS = 10_000;

    /** Loading takes that long, and longer with the number of keys [I]. */
    private static final int LOADING_MILLIS = 300;

    private static final int SAVING_MILLIS = 50;
    private static final int STOP = 1;
    private static final int SHUTDOWN = 5;
    private static final int SERVICE_SPECIFIC = 1066;

    private final NtProcess process;
    private @Nullable Metabase metabase;
    private @Nullable ServiceContext service;
    private int state = ServiceStatus.STOPPED;

    AdminService(NtProcess process) {
        this.process = process;
    }

    /** The metabase; empty before the service has loaded it and after it has stopped. */
    Optional<Metabase> metabase() {
        return Optional.ofNullable(metabase);
    }

    void serviceMain(ServiceContext context) {
        service = context;
        context.registerServiceCtrlHandler(this::control);
        pending(ServiceStatus.START_PENDING);
        process.after(LOADING_MILLIS, this::load);
    }

    private void load() {
        try {
            metabase = Metabase.load(process);
            settle(ServiceStatus.RUNNING);
        } catch (Win32Exception failed) {
            stopped(failed.error());
        }
    }

    private ControlReply control(int control) {
        if (control == STOP || control == SHUTDOWN) {
            pending(ServiceStatus.STOP_PENDING);
            save();
        } else {
            report();
        }
        return ControlReply.RETURNED;
    }

    private void save() {
        Metabase open = metabase;
        if (open == null || !open.isChanged()) {
            process.after(SAVING_MILLIS, () -> stopped(Win32Error.ERROR_SUCCESS));
            return;
        }
        open.beginSaving();
        process.after(SAVING_MILLIS, () -> {
            open.finishSaving();
            stopped(Win32Error.ERROR_SUCCESS);
        });
    }

    /** Codes of the upper half are the service's own (7024); 2140 is an error of NT's (7023). */
    private void stopped(Win32Error error) {
        metabase = null;
        state = ServiceStatus.STOPPED;
        boolean own = error.code() < 0;
        tell(ServiceStatus.stopped(
                ServiceConfig.WIN32_SHARE_PROCESS, own ? SERVICE_SPECIFIC : error.code(), own ? error.code() : 0));
    }

    private void pending(int pendingState) {
        state = pendingState;
        tell(ServiceStatus.pending(ServiceConfig.WIN32_SHARE_PROCESS, pendingState, 1, WAIT_HINT_MILLIS));
    }

    private void settle(int newState) {
        state = newState;
        report();
    }

    private void report() {
        int accepted = state == ServiceStatus.RUNNING ? ServiceStatus.ACCEPT_STOP | ServiceStatus.ACCEPT_SHUTDOWN : 0;
        tell(ServiceStatus.of(ServiceConfig.WIN32_SHARE_PROCESS, state, accepted));
    }

    private void tell(ServiceStatus status) {
        if (service != null) {
            service.setServiceStatus(status);
        }
    }
}
