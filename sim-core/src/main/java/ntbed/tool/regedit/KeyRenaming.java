package ntbed.tool.regedit;

import ntbed.machine.KeyDeletion;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** Edit, Rename of a key: the registry cannot, so the key is copied under its new name and the old one deleted. [I] */
final class KeyRenaming {
    private KeyRenaming() {}

    /**
     * Renames.
     *
     * @throws ntbed.win32.Win32Exception 5, 87 bad name, 183 there is such a key
     */
    static void rename(RegistryApi registry, String path, String newName) {
        if (path.indexOf('\\') < 0) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path); // A root, or My Computer: the program offers no renaming.
        }
        String above = path.substring(0, path.lastIndexOf('\\'));
        String target = above + "\\" + newName;
        if (newName.isBlank() || newName.indexOf('\\') >= 0) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(newName);
        }
        if (registry.tree(target).isPresent()) {
            throw Win32Error.ERROR_ALREADY_EXISTS.raise(target);
        }
        KeyTree whole;
        try (RegistryKey old = registry.openKey(path, AccessMask.KEY_READ | AccessMask.DELETE)) {
            whole = old.tree();
        }
        copy(registry, whole, path, target);
        KeyDeletion.deleteTree(registry, path);
    }

    private static void copy(RegistryApi registry, KeyTree key, String from, String to) {
        try (RegistryKey copy = registry.createKey(to, KeyCreation.stable(), AccessMask.KEY_SET_VALUE)) {
            key.values().forEach(value -> copy.setValue(value.name(), value.value()));
        }
        for (KeyTree subkey : key.subkeys()) {
            registry.openKey(from + "\\" + subkey.name(), AccessMask.KEY_READ).close();
            copy(registry, subkey, from + "\\" + subkey.name(), to + "\\" + subkey.name());
        }
    }
}
