package ntbed.boot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ntbed.boot.DriverOrder.Driver;
import ntbed.filesystem.NtPath;
import ntbed.process.ImageFile;
import ntbed.process.ImageResolver;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Initialises one driver after the other: its group dependencies, its file, its DriverEntry.
 *
 * <p>Like NT's I/O manager this looks at DependOnGroup and not at DependOnService, but for rule G9: a driver that
 * depends on a Win32 service is not started.
 */
final class DriverStart {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
    private static final int WIN32_TYPES = 0x30;
    private static final Function<byte[], Optional<ImageFile>> IMAGE = ImageFile::decode;

    private final BootParts parts;
    private final Registry registry;
    private final ImageResolver resolver;
    private final NtPath systemRoot;
    private final Set<String> groupsUp = new HashSet<>();

    DriverStart(BootParts parts, NtPath systemRoot) {
        this.parts = parts;
        this.registry = parts.registry();
        this.resolver = parts.processes().resolver();
        this.systemRoot = systemRoot;
    }

    /** Starts a driver; the answer is also in the trace. */
    Win32Error start(Driver driver) {
        Win32Error error = result(driver);
        if (error == Win32Error.ERROR_SUCCESS) {
            groupsUp.add(NtPath.fold(driver.group()));
        }
        int unused =
                parts.trace().emit("kernel", stamp -> new TraceEvent.DriverInitialised(stamp, driver.name(), error));
        return error;
    }

    /**
     * Whether the disk that holds the system can be reached: a miniport with its class driver, or a driver of the group
     * Primary disk; and the driver of the file system, which the loader brings without asking the registry (rule K5
     * allows its Start to be 4). [I: which drivers make up the path to the disk]
     */
    boolean reachesBootDevice() {
        boolean disk = isUp("Primary disk") || (isUp("SCSI miniport") && isUp("SCSI class"));
        return disk && hasFileSystem();
    }

    private boolean hasFileSystem() {
        NtPath file = systemRoot.resolve("System32\\drivers\\Ntfs.sys");
        return parts.volumes().find(file).isPresent()
                && parts.volumes().memo(file, IMAGE).isPresent();
    }

    private boolean isUp(String group) {
        return groupsUp.contains(NtPath.fold(group));
    }

    private Win32Error result(Driver driver) {
        if (!dependenciesAreUp(driver.key())) {
            return Win32Error.ERROR_SERVICE_DEPENDENCY_FAIL;
        }
        try {
            NtPath path = ImageResolver.driverPath(driver.name(), driver.key().value("ImagePath"), systemRoot);
            String code = resolver.driverImage(path).parameters().get("driverEntry");
            return code == null ? Win32Error.ERROR_SUCCESS : byCode(code);
        } catch (Win32Exception e) {
            return e.error();
        }
    }

    private boolean dependenciesAreUp(KeyTree key) {
        for (String group : names(key, "DependOnGroup")) {
            if (!isUp(group)) {
                return false;
            }
        }
        for (String service : names(key, "DependOnService")) {
            Optional<KeyTree> other = registry.tree(SERVICES + "\\" + service);
            if (other.isPresent() && (DriverOrder.number(other.get(), "Type", 0) & WIN32_TYPES) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(KeyTree key, String value) {
        return key.value(value).flatMap(RegistryValue::texts).orElse(List.of());
    }

    private static Win32Error byCode(String code) {
        for (Win32Error error : Win32Error.values()) {
            if (Integer.toString(error.code()).equals(code)) {
                return error;
            }
        }
        throw new AssertionError("no Win32 error with code " + code);
    }
}
