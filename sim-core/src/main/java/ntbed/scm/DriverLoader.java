package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.process.DriverImages;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Loads the manager's drivers (Start 2 and 3), and remembers how those of the kernel went (Start 0 and 1).
 */
public final class DriverLoader {
    private static final NtPath DEFAULT_ROOT = NtPath.of("C:\\WINNT");

    private final Registry registry;
    private final DriverImages images;
    private final SortedMap<String, Outcome> outcomes = new TreeMap<>();

    DriverLoader(ScmWorld world) {
        this.registry = world.registry();
        NtPath systemRoot =
                world.environment().get("SystemRoot").map(NtPath::of).orElse(DEFAULT_ROOT);
        this.images = new DriverImages(world.processes().resolver(), systemRoot, world.trace());
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
        Win32Error result = images.load(driver.name(), registry.value(ScmWorld.key(driver.name()), "ImagePath"));
        return images.traced(ScmWorld.ACTOR, driver.name(), result);
    }

    /** G9: whether a driver of the kernel depends on a Win32 service. */
    boolean needsWin32Service(ServiceDefinition driver) {
        return needsWin32Service(driver, registry);
    }

    /**
     * G9: the same before the manager runs.
     *
     * @param key the driver's, which is read as the manager reads it
     */
    public static boolean needsWin32Service(KeyTree key, Registry registry) {
        ServiceDefinition driver = ServiceDefinition.read(key);
        return driver != null && needsWin32Service(driver, registry);
    }

    private static boolean needsWin32Service(ServiceDefinition driver, Registry registry) {
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
