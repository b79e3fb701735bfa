package ntbed.component.iis;

import java.util.Optional;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.win32.Win32Error;

/** A service that publishes something: reads its sites from the metabase and starts those that shall start. */
final class PublishingService {
    private static final int STARTING_MILLIS = 250;
    private static final int STOPPING_MILLIS = 100;
    private static final int WAIT_HINT_MILLIS = 20_000;
    private static final int STOP = 1;
    private static final int PAUSE = 2;
    private static final int CONTINUE = 3;
    private static final int SHUTDOWN = 5;

    private final ServiceContext service;
    private final AdminService admin;
    private final String path;
    private int state = ServiceStatus.START_PENDING;

    PublishingService(ServiceContext service, AdminService admin) {
        this.service = service;
        this.admin = admin;
        this.path = "LM/" + service.serviceName();
    }

    void start() {
        service.registerServiceCtrlHandler(this::control);
        pending(ServiceStatus.START_PENDING);
        service.process().after(STARTING_MILLIS, () -> {
            Optional<MetaNode> sites =
                    admin.metabase().flatMap(metabase -> metabase.tree().find(path));
            if (sites.isEmpty()) {
                // No configuration: nothing works without installing anew (Q234429).
                stopped(Win32Error.ERROR_PATH_NOT_FOUND.code());
            } else {
                for (MetaNode site : sites.get().children()) {
                    MetaRecord auto = site.record(Property.SERVER_AUTOSTART);
                    if (auto != null && auto.number(1) != 0) {
                        setState(site, Property.STARTED);
                    }
                }
                admin.runs(service.serviceName(), this);
                settle(ServiceStatus.RUNNING);
            }
        });
    }

    /** MD_SERVER_COMMAND: 1 start, 2 stop, 3 pause, 4 continue; others 87. */
    void command(String site, int command) {
        int next = switch (command) {
            case 1, 4 -> Property.STARTED;
            case 2 -> Property.STOPPED;
            case 3 -> Property.PAUSED;
            default -> throw Win32Error.ERROR_INVALID_PARAMETER.raise("MD_SERVER_COMMAND " + command);
        };
        admin.metabase()
                .flatMap(metabase -> metabase.tree().find(path + "/" + site))
                .ifPresent(node -> setState(node, next));
    }

    private void setState(MetaNode site, int siteState) {
        admin.metabase()
                .ifPresent(metabase -> metabase.setVolatile(
                        path + "/" + site.name(),
                        MetaRecord.dword(Property.SERVER_STATE, 0, MetaRecord.USER_SERVER, siteState)));
    }

    private ControlReply control(int control) {
        switch (control) {
            case STOP, SHUTDOWN -> {
                pending(ServiceStatus.STOP_PENDING);
                service.process().after(STOPPING_MILLIS, this::end);
            }
            case PAUSE -> settle(ServiceStatus.PAUSED);
            case CONTINUE -> settle(ServiceStatus.RUNNING);
            default -> report();
        }
        return ControlReply.RETURNED;
    }

    private void end() {
        admin.metabase()
                .flatMap(metabase -> metabase.tree().find(path))
                .ifPresent(sites -> sites.children().forEach(site -> setState(site, Property.STOPPED)));
        stopped(0);
    }

    private void stopped(int code) {
        admin.runsNoMore(service.serviceName());
        state = ServiceStatus.STOPPED;
        service.setServiceStatus(ServiceStatus.stopped(ServiceConfig.WIN32_SHARE_PROCESS, code, 0));
    }

    private void pending(int pendingState) {
        state = pendingState;
        service.setServiceStatus(
                ServiceStatus.pending(ServiceConfig.WIN32_SHARE_PROCESS, pendingState, 1, WAIT_HINT_MILLIS));
    }

    private void settle(int newState) {
        state = newState;
        report();
    }

    private void report() {
        boolean settled = state == ServiceStatus.RUNNING || state == ServiceStatus.PAUSED;
        service.setServiceStatus(ServiceStatus.of(
                ServiceConfig.WIN32_SHARE_PROCESS,
                state,
                settled
                        ? ServiceStatus.ACCEPT_STOP
                                | ServiceStatus.ACCEPT_PAUSE_CONTINUE
                                | ServiceStatus.ACCEPT_SHUTDOWN
                        : 0));
    }
}
