package ntbed.boot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ntbed.boot.DriverOrder.Driver;
import ntbed.filesystem.NtPath;
import ntbed.process.DriverImages;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.scm.DriverLoader;
import ntbed.win32.Win32Error;

/**
 * Initialises one driver after the other: its group dependencies, its file, its DriverEntry.
 *
 * <p>Like NT's I/O manager this looks at DependOnGroup and not at DependOnService, but for rule G9: a driver that
 * depends on a Win32 service is not started.
 */
final class DriverStart {
    private static final String ACTOR = "kernel";
    private static final String FILE_SYSTEM = "Ntfs";

    private final Registry registry;
    private final DriverImages images;
    private final Set<String> groupsUp = new HashSet<>();

    DriverStart(BootParts parts, NtPath systemRoot) {
        this.registry = parts.registry();
        this.images = new DriverImages(parts.processes().resolver(), systemRoot, parts.trace());
    }

    /** Starts a driver; the answer is also in the trace. */
    Win32Error start(Driver driver) {
        Win32Error error = result(driver);
        if (error == Win32Error.ERROR_SUCCESS) {
            groupsUp.add(NtPath.fold(driver.group()));
        }
        return images.traced(ACTOR, driver.name(), error);
    }

    /**
     * Whether the disk that holds the system can be reached: a miniport with its class driver, or a driver of the group
     * Primary disk; and the driver of the file system, which the loader brings without asking the registry (rule K5
     * allows its Start to be 4). [I: which drivers make up the path to the disk]
     */
    boolean reachesBootDevice() {
        boolean disk = isUp("Primary disk") || (isUp("SCSI miniport") && isUp("SCSI class"));
        return disk && images.load(FILE_SYSTEM, Optional.empty()) == Win32Error.ERROR_SUCCESS;
    }

    private boolean isUp(String group) {
        return groupsUp.contains(NtPath.fold(group));
    }

    private Win32Error result(Driver driver) {
        if (!dependenciesAreUp(driver.key())) {
            return Win32Error.ERROR_SERVICE_DEPENDENCY_FAIL;
        }
        return images.load(driver.name(), driver.key().value("ImagePath"));
    }

    private boolean dependenciesAreUp(KeyTree key) {
        for (String group : names(key, "DependOnGroup")) {
            if (!isUp(group)) {
                return false;
            }
        }
        return !DriverLoader.needsWin32Service(key, registry);
    }

    private static List<String> names(KeyTree key, String value) {
        return key.value(value).flatMap(RegistryValue::texts).orElse(List.of());
    }
}
