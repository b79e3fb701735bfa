package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.process.ImageFile;
import ntbed.process.ImageResolver;
import ntbed.process.ProcessTable;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * Loads the manager's drivers (Start 2 and 3), and remembers how those of the kernel went (Start 0 and 1).
 * What a driver's image says about {@code driverEntry} is what DriverEntry returns (I6).
 */
public final class DriverLoader {
    private static final NtPath DEFAULT_ROOT = NtPath.of("C:\\WINNT");

    private final Registry registry;
    private final ImageResolver images;
    private final Trace trace;
    private final NtPath systemRoot;
    private final SortedMap<String, Outcome> outcomes = new TreeMap<>();

    DriverLoader(Registry registry, ProcessTable processes, Environment environment, Trace trace) {
        this.registry = registry;
        this.images = processes.resolver();
        this.trace = trace;
        systemRoot = environment.get("SystemRoot").map(NtPath::of).orElse(DEFAULT_ROOT);
    }

    /**
     * How a driver of the kernel went.
     *
     * @param name as the key is called
     * @param result {@link Win32Error#ERROR_SUCCESS} for a loaded one
     */
    record Outcome(String name, Win32Error result) {}

    /** Notes how a driver went that the kernel loaded by itself; the manager finds it running, or reports it (E5). */
    public void loadedByKernel(String driver, Win32Error result) {
        outcomes.put(NtPath.fold(driver), new Outcome(driver, result));
    }

    /** Loads a driver's image and runs its DriverEntry. */
    Win32Error load(ServiceDefinition driver) {
        Win32Error result = tryLoad(driver);
        trace.emit(ScmWorld.ACTOR, stamp -> new TraceEvent.DriverInitialised(stamp, driver.name(), result));
        return result;
    }

    private Win32Error tryLoad(ServiceDefinition driver) {
        try {
            NtPath path = ImageResolver.driverPath(
                    driver.name(), registry.value(ScmWorld.key(driver.name()), "ImagePath"), systemRoot);
            ImageFile image = images.driverImage(path);
            String code = image.parameters().get("driverEntry");
            return code == null ? Win32Error.ERROR_SUCCESS : Win32Error.of(Integer.parseInt(code));
        } catch (Win32Exception e) {
            return e.error();
        }
    }

    /** G9: whether a driver of the kernel depends on a Win32 service. */
    boolean needsWin32Service(ServiceDefinition driver) {
        for (String name : driver.dependOnServices()) {
            Optional<KeyTree> key = registry.tree(ScmWorld.key(name));
            ServiceDefinition needed = key.isEmpty() ? null : ServiceDefinition.read(key.get());
            if (needed != null && !needed.isDriver()) {
                return true;
            }
        }
        return false;
    }

    /** How the kernel's loading of a driver went; null if it did not try. */
    @Nullable
    Outcome outcome(ServiceDefinition driver) {
        return outcomes.get(driver.folded());
    }

    /** All drivers that the kernel did not get to run, by name. */
    List<Outcome> failures() {
        List<Outcome> failed = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            if (outcome.result() != Win32Error.ERROR_SUCCESS) {
                failed.add(outcome);
            }
        }
        return failed;
    }
}
