package ntbed.registry.regfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** An import into a running machine. */
final class LiveTarget implements RegTarget {
    private final RegistryApi registry;
    private @Nullable RegistryKey current;

    LiveTarget(RegistryApi registry) {
        this.registry = registry;
    }

    @Override
    public void key(String path) {
        done();
        current = registry.createKey(path, KeyCreation.stable(), AccessMask.KEY_SET_VALUE);
    }

    @Override
    public void deleteKey(String path) {
        done();
        Optional<KeyTree> key = registry.tree(path);
        if (key.isPresent()) {
            for (String name : names(key.get())) {
                deleteKey(path + "\\" + name);
            }
        }
        try {
            registry.deleteKey(path);
        } catch (Win32Exception refusal) {
            if (refusal.error() != Win32Error.ERROR_FILE_NOT_FOUND) {
                throw refusal;
            }
        }
    }

    private static List<String> names(KeyTree key) {
        List<String> names = new ArrayList<>();
        for (KeyTree subkey : key.subkeys()) {
            names.add(subkey.name());
        }
        return names;
    }

    @Override
    public void setValue(String name, RegistryValue value) {
        requireCurrent().setValue(name, value);
    }

    @Override
    public void deleteValue(String name) {
        try {
            requireCurrent().deleteValue(name);
        } catch (Win32Exception refusal) {
            if (refusal.error() != Win32Error.ERROR_FILE_NOT_FOUND) {
                throw refusal;
            }
        }
    }

    private RegistryKey requireCurrent() {
        RegistryKey key = current;
        if (key == null) {
            throw new AssertionError("a value without a key");
        }
        return key;
    }

    @Override
    public void done() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
