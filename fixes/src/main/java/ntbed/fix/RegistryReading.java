package ntbed.fix;

import java.util.Optional;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** Reading the registry so that "it is not there" and "you may not look" stay two answers. */
public final class RegistryReading {
    private RegistryReading() {}

    /** Whether the key is there; throws what else opening it for reading met, above all 5. */
    public static boolean keyExists(RegistryApi registry, String path) {
        try {
            registry.openKey(path, AccessMask.KEY_QUERY_VALUE).close();
            return true;
        } catch (Win32Exception e) {
            requireAbsent(e);
            return false;
        }
    }

    /** The value, empty if it or its key is not there; throws what else reading met, above all 5. */
    public static Optional<RegistryValue> value(RegistryApi registry, String path, String name) {
        try (RegistryKey key = registry.openKey(path, AccessMask.KEY_QUERY_VALUE)) {
            return Optional.of(key.queryValue(name));
        } catch (Win32Exception e) {
            requireAbsent(e);
            return Optional.empty();
        }
    }

    private static void requireAbsent(Win32Exception met) {
        if (met.error() != Win32Error.ERROR_FILE_NOT_FOUND) {
            throw met;
        }
    }
}
