package ntbed.process;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * How an image becomes a running driver, for the kernel (Start 0 and 1) and for the service control manager (2 and 3)
 * alike. What the image says about {@code driverEntry} is the code that DriverEntry returns (I6).
 */
public final class DriverImages {
    private final ImageResolver images;
    private final NtPath systemRoot;
    private final Trace trace;

    /** Driver images below that system root. */
    public DriverImages(ImageResolver images, NtPath systemRoot, Trace trace) {
        this.images = images;
        this.systemRoot = systemRoot;
        this.trace = trace;
    }

    /**
     * Loads a driver's image and runs its DriverEntry.
     *
     * @param imagePath as the registry has it; empty = the default place (I1, I2)
     */
    public Win32Error load(String driver, Optional<RegistryValue> imagePath) {
        try {
            String code = images.driverImage(ImageResolver.driverPath(driver, imagePath, systemRoot))
                    .parameters()
                    .get("driverEntry");
            return code == null ? Win32Error.ERROR_SUCCESS : Win32Error.of(Integer.parseInt(code));
        } catch (Win32Exception e) {
            return e.error();
        }
    }

    /** Puts into the trace how a driver's start went; returns the same. */
    public Win32Error traced(String actor, String driver, Win32Error result) {
        int unused = trace.emit(actor, stamp -> new TraceEvent.DriverInitialised(stamp, driver, result));
        return result;
    }
}
