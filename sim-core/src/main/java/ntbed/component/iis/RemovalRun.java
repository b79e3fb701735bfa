package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * One run of {@code iissetup /remove}: services, files, accounts, metabase and its backups (Q230287) go; what is
 * published and the key container stay [M].
 */
final class RemovalRun {
    private static final int REMOVING_MILLIS = 8_000;
    private static final int POLL_MILLIS = 500;
    private static final int STOP = 1;
    private static final int MOST_POLLS = 240;

    private final NtProcess process;
    private final Win32 win32;

    RemovalRun(NtProcess process) {
        this.process = process;
        this.win32 = Win32.of(process);
    }

    void begin() {
        if (!process.token().is(Sid.ADMINISTRATORS)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise("iissetup");
        }
        stopServices(() -> process.after(
                REMOVING_MILLIS,
                () -> IisSetup.step(process, () -> {
                    services();
                    accounts();
                    files();
                    registry();
                    IisSetup.end(process, Win32Error.ERROR_SUCCESS);
                })));
    }

    /** Stops the services that run, dependants first, and goes on when the last has stopped. */
    void stopServices(Runnable then) {
        List<IisService> order = new ArrayList<>(IisService.ALL);
        order.remove(IisService.ADMIN);
        order.add(IisService.ADMIN);
        stopNext(order, then, MOST_POLLS);
    }

    private void stopNext(List<IisService> order, Runnable then, int polls) {
        IisSetup.step(process, () -> {
            for (IisService service : order) {
                if (polls > 0 && !isStopped(service)) {
                    process.after(POLL_MILLIS, () -> stopNext(order, then, polls - 1));
                    return;
                }
            }
            then.run();
        });
    }

    /** Whether a service does not run; one that does is told to stop. */
    private boolean isStopped(IisService service) {
        int access = AccessMask.SERVICE_STOP | AccessMask.SERVICE_QUERY_STATUS;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle handle = manager.openService(service.name(), access)) {
            int state = handle.queryServiceStatus().currentState();
            if (state == ServiceStatus.RUNNING || state == ServiceStatus.PAUSED) {
                ServiceStatus unused = handle.controlService(STOP);
            }
            return state == ServiceStatus.STOPPED;
        } catch (Win32Exception refused) {
            if (refused.error() == Win32Error.ERROR_SERVICE_DOES_NOT_EXIST) {
                return true;
            }
            throw refused;
        }
    }

    private void services() {
        for (IisService service : IisService.ALL) {
            try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                    ServiceHandle handle = manager.openService(service.name(), AccessMask.DELETE)) {
                handle.deleteService();
            } catch (Win32Exception refused) {
                if (refused.error() != Win32Error.ERROR_SERVICE_DOES_NOT_EXIST
                        && refused.error() != Win32Error.ERROR_SERVICE_MARKED_FOR_DELETE) {
                    throw refused;
                }
            }
        }
    }

    private void accounts() {
        for (String name : List.of(Layout.WEB_USER, Layout.APPLICATION_USER)) {
            String account = win32.registry()
                    .value(Layout.INET_STP, name)
                    .flatMap(RegistryValue::text)
                    .orElse("");
            if (!account.isEmpty() && win32.accounts().lookupName(account).isPresent()) {
                win32.accounts().deleteUser(account);
            }
        }
    }

    private void files() {
        delete(Layout.metabase(win32.registry(), process.environment()));
        delete(Layout.inetsrv(process.environment()));
    }

    private void delete(NtPath path) {
        win32.files().find(path).ifPresent(this::delete);
    }

    private void delete(FileEntry entry) {
        if (entry.attributes().has(FileAttributes.DIRECTORY)) {
            win32.files().list(entry.path()).forEach(this::delete);
            win32.files().removeDirectory(entry.path());
        } else {
            win32.files().delete(entry.path());
        }
    }

    private void registry() {
        for (String key : List.of(
                Layout.INET_STP,
                Layout.INET_MGR,
                Layout.CLASSES + "CLSID\\" + Layout.CLSID,
                Layout.CLASSES + "AppID\\" + Layout.CLSID)) {
            win32.registry().tree(key).ifPresent(tree -> deleteKey(key, tree));
        }
    }

    private void deleteKey(String path, KeyTree tree) {
        tree.subkeys().forEach(subkey -> deleteKey(path + "\\" + subkey.name(), subkey));
        win32.registry().deleteKey(path);
    }
}
