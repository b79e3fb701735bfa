package ntbed.component.protectedstorage;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventType;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceConfigChange;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * {@code pstores.exe -install}, with any case (Q321454, Q255987): registers the service or sets a registered one right,
 * and starts it (decision D5). The machine store it leaves to the service, which makes a missing one at its start.
 *
 * <p>An entry that somebody deleted from the registry while the service control manager still knows the service is
 * written again; one that is marked for deletion is given a while to go. Other switches are not documented: a message
 * and no change [M].
 */
final class PstoresCommand {
    /** ERROR_ENVVAR_NOT_FOUND, which the second event of a refused installation names (Q255987). */
    private static final int INSTALL_FAILED = 203;

    /** The source has no severity in its event ids; Event Viewer's number is 0 [I]. */
    private static final int EVENT_ID = 0;

    private static final int RETRY_MILLIS = 500;
    private static final int RETRIES = 20;
    private static final String USAGE = "Unknown switch: %s\nUsage: pstores -install";

    private final NtProcess process;
    private final Win32 win32;

    PstoresCommand(NtProcess process) {
        this.process = process;
        this.win32 = Win32.of(process);
    }

    void run(List<String> switches) {
        boolean isInstall = switches.size() == 1
                && (CaseFolding.same(switches.get(0), "-install") || CaseFolding.same(switches.get(0), "/install"));
        if (isInstall) {
            process.after(0, () -> install(RETRIES));
            return;
        }
        process.console().print(USAGE.replace("%s", String.join(" ", switches)));
        process.exit(Win32Error.ERROR_INVALID_PARAMETER.code());
    }

    private void install(int retries) {
        Optional<ScManagerHandle> opened = openManager();
        if (opened.isEmpty()) {
            return;
        }
        try (ScManagerHandle manager = opened.get()) {
            register(manager);
            start(manager);
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.ERROR_SERVICE_MARKED_FOR_DELETE && retries > 0) {
                stop();
                process.after(RETRY_MILLIS, () -> install(retries - 1));
            } else {
                fail(e, "Install Service failed.");
            }
            return;
        }
        process.exit(0);
    }

    private Optional<ScManagerHandle> openManager() {
        try {
            int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_CREATE_SERVICE;
            return Optional.of(win32.services().openSCManager(null, null, access));
        } catch (Win32Exception e) {
            report(e.code(), "OpenSCManager failed.");
            report(INSTALL_FAILED, "Install Service failed.");
            process.exit(e.code());
            return Optional.empty();
        }
    }

    private void register(ScManagerHandle manager) {
        try {
            manager.createService(ServiceEntry.NAME, ServiceEntry.config(), AccessMask.SERVICE_ALL_ACCESS)
                    .close();
        } catch (Win32Exception taken) {
            if (taken.error() != Win32Error.ERROR_SERVICE_EXISTS) {
                throw taken;
            }
            try (ServiceHandle service = manager.openService(ServiceEntry.NAME, AccessMask.SERVICE_CHANGE_CONFIG)) {
                service.changeServiceConfig(asRegistered());
            }
            // The manager writes what differs from what it knows; whatever else is missing was deleted behind it.
            ServiceEntry.complete(win32.registry());
        }
    }

    private static ServiceConfigChange asRegistered() {
        ServiceConfig config = ServiceEntry.config();
        return new ServiceConfigChange(
                Optional.of(config.serviceType()),
                Optional.of(config.startType()),
                Optional.of(config.errorControl()),
                Optional.of(ServiceEntry.IMAGE_PATH),
                Optional.empty(),
                Optional.of(config.dependOnServices()),
                Optional.of(config.dependOnGroups()),
                Optional.of(config.serviceStartName()),
                Optional.empty(),
                Optional.of(ServiceEntry.DISPLAY_NAME));
    }

    /** What the service says of its own start stands in the System log. */
    private void start(ScManagerHandle manager) {
        try (ServiceHandle service = manager.openService(ServiceEntry.NAME, AccessMask.SERVICE_START)) {
            service.startService(List.of());
        } catch (Win32Exception e) {
            if (e.error() != Win32Error.ERROR_SERVICE_ALREADY_RUNNING) {
                report(e.code(), "StartService failed.");
            }
        }
    }

    /** A marked service goes when it has stopped. */
    private void stop() {
        int access = AccessMask.SERVICE_STOP | AccessMask.SERVICE_QUERY_STATUS;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(ServiceEntry.NAME, access)) {
            if (service.queryServiceStatus().currentState() == ServiceStatus.RUNNING) {
                ServiceStatus unused = service.controlService(ServiceControls.STOP);
            }
        } catch (Win32Exception e) {
            // It is gone, or will not stop: the next attempt tells.
            return;
        }
    }

    private void fail(Win32Exception why, String what) {
        report(why.code(), what);
        process.exit(why.code());
    }

    private void report(int code, String what) {
        process.eventLog()
                .reportEvent(
                        ServiceEntry.NAME,
                        EventType.ERROR,
                        0,
                        EVENT_ID,
                        List.of(ServiceEntry.NAME + " error: " + Integer.toUnsignedString(code), what));
    }
}
