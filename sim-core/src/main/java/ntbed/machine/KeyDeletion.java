package ntbed.machine;

import java.util.ArrayList;
import java.util.List;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a key with everything below it, as both registry editors do: key by key from below, for the registry refuses
 * a key that has subkeys (Q127990). A subkey that is refused stays, and with it the keys above it; its readable
 * siblings are gone all the same (Q244610: skip what cannot be deleted and go on). [I]
 */
public final class KeyDeletion {
    private KeyDeletion() {}

    /** Throws the first refusal, after everything was tried; 5 for a key that may not be read or deleted. */
    public static void deleteTree(RegistryApi registry, String path) {
        Win32Exception refusal = null;
        for (String subkey : subkeys(registry, path)) {
            Win32Exception refused = tried(registry, path + "\\" + subkey);
            refusal = refusal == null ? refused : refusal;
        }
        if (refusal != null) {
            throw refusal;
        }
        registry.deleteKey(path);
    }

    private static @Nullable Win32Exception tried(RegistryApi registry, String path) {
        try {
            deleteTree(registry, path);
            return null;
        } catch (Win32Exception refused) {
            return refused;
        }
    }

    private static List<String> subkeys(RegistryApi registry, String path) {
        List<String> names = new ArrayList<>();
        try (RegistryKey key = registry.openKey(path, AccessMask.KEY_READ)) {
            for (KeyTree subkey : key.tree().subkeys()) {
                names.add(subkey.name());
            }
        }
        return names;
    }
}
