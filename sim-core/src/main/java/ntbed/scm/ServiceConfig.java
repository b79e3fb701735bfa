package ntbed.scm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service's configuration, QUERY_SERVICE_CONFIG of WINSVC.H.
 *
 * @param displayName the shown name; null = the key name is shown
 * @param serviceType 1, 2, 4, 8, 0x10, 0x20, with 0x100 for an interactive one
 * @param startType 0 boot, 1 system, 2 automatic, 3 manual, 4 disabled
 * @param errorControl 0 ignore, 1 normal, 2 severe, 3 critical
 * @param binaryPathName command line of the image, unexpanded; null only where the registry has none
 * @param loadOrderGroup the group, or empty
 * @param tag position in the group's tag list
 * @param dependOnServices names of services
 * @param dependOnGroups names of groups, without the {@code +}
 * @param serviceStartName account, {@code LocalSystem} or {@code DOMAIN\name}; for drivers the object's name
 * @param password only for creating and changing; never read back
 */
public record ServiceConfig(
        @Nullable String displayName,
        int serviceType,
        int startType,
        int errorControl,
        @Nullable String binaryPathName,
        String loadOrderGroup,
        Optional<Integer> tag,
        List<String> dependOnServices,
        List<String> dependOnGroups,
        String serviceStartName,
        Optional<String> password) {
    public static final int BOOT_START = 0;
    public static final int SYSTEM_START = 1;
    public static final int AUTO_START = 2;
    public static final int DEMAND_START = 3;
    public static final int DISABLED = 4;

    public static final int KERNEL_DRIVER = 1;
    public static final int FILE_SYSTEM_DRIVER = 2;
    public static final int ADAPTER = 4;
    public static final int RECOGNIZER_DRIVER = 8;
    public static final int WIN32_OWN_PROCESS = 0x10;
    public static final int WIN32_SHARE_PROCESS = 0x20;
    public static final int INTERACTIVE_PROCESS = 0x100;

    public ServiceConfig {
        dependOnServices = List.copyOf(dependOnServices);
        dependOnGroups = List.copyOf(dependOnGroups);
    }

    /** An own-process service under LocalSystem with ErrorControl Normal, no group, no dependencies. */
    public static ServiceConfig ownProcess(int startType, String binaryPathName) {
        return new ServiceConfig(
                null,
                WIN32_OWN_PROCESS,
                startType,
                1,
                binaryPathName,
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                "LocalSystem",
                Optional.empty());
    }

    @Override
    public String toString() {
        return "ServiceConfig[" + binaryPathName + ", type " + serviceType + ", start " + startType + "]";
    }
}
