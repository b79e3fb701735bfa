package ntbed.component.internetexplorer;

import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Stops Protected Storage, and what depends on it before it, until the restart (Q194113: setup disables it until then).
 * Its entry is not touched: it starts again with the machine [I]. No entry, or nothing that runs, is no fault.
 */
final class StorageStop {
    private static final String SERVICE = "ProtectedStorage";
    private static final int STOP = 1;
    private static final int ACTIVE = 1;
    private static final int POLL_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Win32 win32;

    StorageStop(Win32 win32) {
        this.win32 = win32;
    }

    void run() {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle storage = open(manager, SERVICE)) {
            for (EnumeratedService dependent : storage.enumDependentServices(ACTIVE, Integer.MAX_VALUE)) {
                try (ServiceHandle service = open(manager, dependent.serviceName())) {
                    stop(service);
                }
            }
            stop(storage);
        } catch (Win32Exception refused) {
            if (refused.error() != Win32Error.ERROR_SERVICE_DOES_NOT_EXIST) {
                throw refused;
            }
        }
    }

    private static ServiceHandle open(ScManagerHandle manager, String name) {
        int access =
                AccessMask.SERVICE_STOP | AccessMask.SERVICE_QUERY_STATUS | AccessMask.SERVICE_ENUMERATE_DEPENDENTS;
        return manager.openService(name, access);
    }

    private void stop(ServiceHandle service) {
        if (service.queryServiceStatus().currentState() != ServiceStatus.RUNNING) {
            return;
        }
        ServiceStatus status = service.controlService(STOP);
        for (int passed = 0;
                status.currentState() == ServiceStatus.STOP_PENDING && passed < PATIENCE_MILLIS;
                passed += POLL_MILLIS) {
            win32.sleep(POLL_MILLIS);
            status = service.queryServiceStatus();
        }
    }
}
