package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** A handle to a service (A4 to A7, A10). It keeps a deleted record alive until it is closed. */
final class OpenService implements ServiceHandle {
    private final ScmDoor door;
    private final ScmDoor.Parts parts;
    private final ServiceRecord service;
    private final int access;
    private boolean closed;

    OpenService(ScmDoor door, ServiceRecord service, int access) {
        this.door = door;
        this.parts = door.parts();
        this.service = service;
        this.access = access;
        service.handleOpened();
        door.opened(() -> {
            if (!closed) {
                close();
            }
        });
    }

    @Override
    public String serviceName() {
        return service.name();
    }

    @Override
    public void startService(List<String> arguments) {
        tell("StartService", AccessMask.SERVICE_START, () -> {
            requireNotGoingDown();
            door.await(service.name(), answer -> parts.demandStart().start(service, arguments, answer));
        });
    }

    @Override
    public ServiceStatus controlService(int control) {
        return ask("ControlService " + control, 0, () -> {
            int right = Controls.rightFor(control);
            if (right == 0) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise("control " + control);
            }
            requireRight(right);
            requireNotGoingDown();
            door.await(service.name(), answer -> parts.controls().control(service, control, answer));
            return service.status();
        });
    }

    private void requireNotGoingDown() {
        if (parts.shutdown().hasBegun()) {
            throw Win32Error.ERROR_SHUTDOWN_IN_PROGRESS.raise(service.name());
        }
    }

    @Override
    public ServiceStatus queryServiceStatus() {
        return ask("QueryServiceStatus", AccessMask.SERVICE_QUERY_STATUS, service::status);
    }

    @Override
    public ServiceConfig queryServiceConfig() {
        return ask(
                "QueryServiceConfig",
                AccessMask.SERVICE_QUERY_CONFIG,
                () -> parts.configuration().query(service));
    }

    @Override
    public void changeServiceConfig(ServiceConfigChange change) {
        tell(
                "ChangeServiceConfig",
                AccessMask.SERVICE_CHANGE_CONFIG,
                () -> parts.configuration().change(service, change));
    }

    @Override
    public List<EnumeratedService> enumDependentServices(int serviceState, int maxEntries) {
        return ask("EnumDependentServices", AccessMask.SERVICE_ENUMERATE_DEPENDENTS, () -> {
            OpenManager.requireState(serviceState);
            List<ServiceRecord> found = new ArrayList<>();
            for (ServiceRecord dependent : parts.dependents().of(service)) {
                if (OpenManager.isInState(dependent, serviceState)) {
                    found.add(dependent);
                }
            }
            return OpenManager.listed(found, maxEntries);
        });
    }

    @Override
    public void deleteService() {
        tell("DeleteService", AccessMask.DELETE, () -> parts.deletion().mark(service));
    }

    @Override
    public void close() {
        requireOpen();
        closed = true;
        service.handleClosed();
        parts.deletion().carryOutIfDue(service);
    }

    private void requireOpen() {
        if (closed) {
            throw Win32Error.ERROR_INVALID_HANDLE.raise(service.name());
        }
    }

    private void requireRight(int right) {
        if ((access & right) != right) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(service.name());
        }
    }

    private <T> T ask(String operation, int right, Supplier<T> function) {
        return door.ask(operation, service.name(), () -> {
            requireOpen();
            requireRight(right);
            return function.get();
        });
    }

    private void tell(String operation, int right, Runnable function) {
        boolean unused = ask(operation, right, () -> {
            function.run();
            return true;
        });
    }
}
