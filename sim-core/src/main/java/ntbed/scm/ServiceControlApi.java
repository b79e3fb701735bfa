package ntbed.scm;

import java.util.List;
import java.util.Optional;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * The service control manager as a program sees it, bound to one token; functions and codes of WINSVC.H.
 *
 * <p>Rules A1 to A13 of the model's table (see this package's documentation). Calls that wait on a real machine (
 * {@code StartService} for the process to connect, {@code ControlService} for the handler) let virtual time pass.
 */
public interface ServiceControlApi {
    /**
     * As {@code OpenSCManager}.
     *
     * @param machineName null or empty = this computer; others are refused with 1722
     * @param databaseName null or {@code ServicesActive}; {@code ServicesFailed} gives 1065, others 123
     * @throws Win32Exception 5, 123, 1065, 1722
     */
    ScManagerHandle openSCManager(@Nullable String machineName, @Nullable String databaseName, int access);

    /** An open service control manager. */
    interface ScManagerHandle extends AutoCloseable {
        /** As {@code CreateService}: 5, 6, 87, 123, 1057, 1059, 1072, 1073, 1078. */
        ServiceHandle createService(@Nullable String serviceName, ServiceConfig config, int access);

        /** As {@code OpenService}: 5, 6, 87 (null), 123, 1060. Key names only. */
        ServiceHandle openService(@Nullable String serviceName, int access);

        /**
         * As {@code EnumServicesStatus}.
         *
         * @param serviceType bits 0x0B drivers, 0x30 Win32; others 87
         * @param serviceState 1 active, 2 inactive, 3 all; others 87
         * @param maxEntries how many entries the caller's buffer holds; 234 if there are more
         */
        List<EnumeratedService> enumServicesStatus(int serviceType, int serviceState, int maxEntries);

        /** As {@code GetServiceDisplayName}: 87 null, 1060 not found, 122 for more than {@code maxChars} characters. */
        String getServiceDisplayName(@Nullable String serviceName, int maxChars);

        /** As {@code GetServiceKeyName}: 87 null, 1060 not found, 122 for more than {@code maxChars} characters. */
        String getServiceKeyName(@Nullable String displayName, int maxChars);

        /** As {@code LockServiceDatabase}: 5, 6, 1055. */
        DatabaseLock lockServiceDatabase();

        /** As {@code QueryServiceLockStatus}: who holds the lock, if anybody. */
        Optional<LockStatus> queryServiceLockStatus();

        /** Gives the handle back, as {@code CloseServiceHandle}; 6 the second time. */
        @Override
        void close();
    }

    /** An open service. */
    interface ServiceHandle extends AutoCloseable {
        /** The key name. */
        String serviceName();

        /** As {@code StartService}: 2, 3, 5, 6, 193, 1053 to 1056, 1058, 1059, 1068, 1069, 1072, 1075, 1079. */
        void startService(List<String> arguments);

        /** As {@code ControlService}: 5, 6, 87, 1051, 1052, 1053, 1061, 1062, 1115. Returns the status after it. */
        ServiceStatus controlService(int control);

        /** As {@code QueryServiceStatus}. */
        ServiceStatus queryServiceStatus();

        /** As {@code QueryServiceConfig}. */
        ServiceConfig queryServiceConfig();

        /** As {@code ChangeServiceConfig}: 5, 6, 87, 1057, 1059, 1072, 1078. */
        void changeServiceConfig(ServiceConfigChange change);

        /** As {@code EnumDependentServices}, in the order to stop them: 234 for more than {@code maxEntries}. */
        List<EnumeratedService> enumDependentServices(int serviceState, int maxEntries);

        /** As {@code DeleteService}: 5, 6, 1072. */
        void deleteService();

        /** Gives the handle back; 6 the second time. */
        @Override
        void close();
    }

    /** A lock of the database: until it is given back, nobody else starts a service (1055). */
    interface DatabaseLock {
        /** As {@code UnlockServiceDatabase}; 1071 the second time. */
        void unlock();
    }

    /**
     * Who holds the lock.
     *
     * @param owner the account
     * @param secondsHeld for how long
     */
    record LockStatus(String owner, int secondsHeld) {}

    /**
     * A service in a list.
     *
     * @param serviceName key name
     * @param displayName shown name
     * @param status its state
     */
    record EnumeratedService(String serviceName, String displayName, ServiceStatus status) {}

    /** As {@code NotifyBootConfigStatus}: 5, 1074, 1076. {@code good} false reboots into Last Known Good. */
    void notifyBootConfigStatus(boolean good);
}
