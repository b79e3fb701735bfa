package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ntbed.scm.ServiceControlApi.DatabaseLock;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.LockStatus;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.AccessCheck;
import ntbed.security.GenericMapping;
import ntbed.security.SecurityDescriptor;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** A handle to the manager: the functions that concern no particular service yet (A2, A3, A5, A8, A9). */
final class OpenManager implements ScManagerHandle {
    private static final int DRIVERS = 0x0B;
    private static final int WIN32 = 0x30;
    private static final int ACTIVE = 1;
    private static final int INACTIVE = 2;

    private final ScmDoor door;
    private final ScmDoor.Parts parts;
    private final int access;
    private boolean closed;

    OpenManager(ScmDoor door, int access) {
        this.door = door;
        this.parts = door.parts();
        this.access = access;
    }

    @Override
    public ServiceHandle createService(@Nullable String serviceName, ServiceConfig config, int wanted) {
        return ask("CreateService", serviceName, AccessMask.SC_MANAGER_CREATE_SERVICE, () -> {
            ServiceRecord created = parts.configuration().create(serviceName, config);
            return new OpenService(door, created, GenericMapping.SERVICE.map(wanted));
        });
    }

    @Override
    public ServiceHandle openService(@Nullable String serviceName, int wanted) {
        return ask("OpenService", serviceName, AccessMask.SC_MANAGER_CONNECT, () -> {
            if (serviceName == null) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise("OpenService");
            }
            ConfigRules.requireName(serviceName);
            ServiceRecord service = find(serviceName);
            SecurityDescriptor security =
                    ServiceSecurity.of(service, parts.world().registry());
            int granted = AccessCheck.require(security, door.token(), wanted, GenericMapping.SERVICE, service.name());
            return new OpenService(door, service, granted);
        });
    }

    private ServiceRecord find(String name) {
        return parts.database().find(name).orElseThrow(() -> Win32Error.ERROR_SERVICE_DOES_NOT_EXIST.raise(name));
    }

    @Override
    public List<EnumeratedService> enumServicesStatus(int serviceType, int serviceState, int maxEntries) {
        return ask("EnumServicesStatus", "", AccessMask.SC_MANAGER_ENUMERATE_SERVICE, () -> {
            requireTypeAndState(serviceType, serviceState);
            List<ServiceRecord> found = new ArrayList<>();
            for (ServiceRecord service : parts.database().all()) {
                boolean fits = (service.definition().type() & serviceType) != 0
                        && isInState(service, serviceState)
                        && mayQuery(service);
                if (fits) {
                    found.add(service);
                }
            }
            return listed(found, maxEntries);
        });
    }

    private static void requireTypeAndState(int type, int state) {
        if (type == 0 || (type & ~(DRIVERS | WIN32)) != 0) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("service type " + type);
        }
        requireState(state);
    }

    /** 87 for anything but active, inactive, all (A5). */
    static void requireState(int state) {
        if (state < ACTIVE || state > (ACTIVE | INACTIVE)) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("service state " + state);
        }
    }

    static boolean isInState(ServiceRecord service, int state) {
        return (state & (service.isStopped() ? INACTIVE : ACTIVE)) != 0;
    }

    private boolean mayQuery(ServiceRecord service) {
        SecurityDescriptor security = ServiceSecurity.of(service, parts.world().registry());
        int granted = AccessCheck.granted(security, door.token(), GenericMapping.SERVICE);
        return (granted & AccessMask.SERVICE_QUERY_STATUS) != 0;
    }

    /** 234 if the caller's buffer does not hold all (A5). */
    static List<EnumeratedService> listed(List<ServiceRecord> found, int maxEntries) {
        if (found.size() > maxEntries) {
            throw Win32Error.ERROR_MORE_DATA.raise(found.size() + " services");
        }
        List<EnumeratedService> list = new ArrayList<>(found.size());
        for (ServiceRecord service : found) {
            list.add(new EnumeratedService(service.name(), service.definition().shownName(), service.status()));
        }
        return list;
    }

    @Override
    public String getServiceDisplayName(@Nullable String serviceName, int maxChars) {
        return ask("GetServiceDisplayName", serviceName, AccessMask.SC_MANAGER_CONNECT, () -> {
            if (serviceName == null) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise("GetServiceDisplayName");
            }
            return fitting(find(serviceName).definition().shownName(), maxChars);
        });
    }

    @Override
    public String getServiceKeyName(@Nullable String displayName, int maxChars) {
        return ask("GetServiceKeyName", displayName, AccessMask.SC_MANAGER_CONNECT, () -> {
            if (displayName == null) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise("GetServiceKeyName");
            }
            ServiceRecord found = parts.database()
                    .findShown(displayName)
                    .orElseThrow(() -> Win32Error.ERROR_SERVICE_DOES_NOT_EXIST.raise(displayName));
            return fitting(found.name(), maxChars);
        });
    }

    private static String fitting(String name, int maxChars) {
        if (name.length() > maxChars) {
            throw Win32Error.ERROR_INSUFFICIENT_BUFFER.raise(name.length() + " characters");
        }
        return name;
    }

    @Override
    public DatabaseLock lockServiceDatabase() {
        return ask("LockServiceDatabase", "", AccessMask.SC_MANAGER_LOCK, () -> {
            if (parts.database().anyHung()) { // T6
                throw Win32Error.ERROR_SERVICE_DATABASE_LOCKED.raise("ServicesActive");
            }
            StartLock.Held lock = parts.lock().take(door.token().account());
            door.opened(lock::giveBack);
            return lock;
        });
    }

    @Override
    public Optional<LockStatus> queryServiceLockStatus() {
        return ask(
                "QueryServiceLockStatus",
                "",
                AccessMask.SC_MANAGER_QUERY_LOCK_STATUS,
                () -> parts.lock().status());
    }

    @Override
    public void close() {
        requireOpen();
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw Win32Error.ERROR_INVALID_HANDLE.raise("service control manager");
        }
    }

    private <T> T ask(String operation, @Nullable String object, int right, Supplier<T> function) {
        return door.ask(operation, object == null ? "" : object, () -> {
            requireOpen();
            if ((access & right) != right) {
                throw Win32Error.ERROR_ACCESS_DENIED.raise(operation);
            }
            return function.get();
        });
    }
}
