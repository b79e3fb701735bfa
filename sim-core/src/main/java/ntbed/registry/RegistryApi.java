package ntbed.registry;

import java.util.Optional;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/**
 * The registry as a program sees it: bound to one token, refused what that token may not do.
 *
 * <p>Paths begin with a root, long or short ({@code HKEY_LOCAL_MACHINE}, {@code HKLM}; likewise HKU, HKCU, HKCR, HKCC),
 * separated by {@code \}. {@code HKLM\SYSTEM\CurrentControlSet} leads to the control set that booted.
 */
public interface RegistryApi {
    /**
     * Opens a key, as {@code RegOpenKeyEx}.
     *
     * @param path root and subkey
     * @param access {@link AccessMask} KEY_ bits or generic bits
     * @throws Win32Exception 2 no such key, 5 access denied, 87 bad argument, 161 path begins with a backslash, 6
     *     no such root
     */
    RegistryKey openKey(String path, int access);

    /**
     * Opens or creates a key and all missing keys above it, as {@code RegCreateKeyEx}.
     *
     * @throws Win32Exception as {@link #openKey}; 1021 a stable key below a volatile one, 1018 parent deleted,
     *     1307 a descriptor with an owner that the token may not name, 1314 one with a SACL without SeSecurityPrivilege
     */
    RegistryKey createKey(String path, KeyCreation creation, int access);

    /**
     * Deletes a key, as {@code RegDeleteKey}: refused with ERROR_ACCESS_DENIED (5) on NT while it has subkeys.
     *
     * @throws Win32Exception 2, 5, 87
     */
    void deleteKey(String path);

    /** The tree at the path if it is there and the token may read it. Never throws for a missing key. */
    Optional<KeyTree> tree(String path);

    /** The value if key and value are there and the token may read them. */
    default Optional<RegistryValue> value(String path, String name) {
        return tree(path).flatMap(key -> key.value(name));
    }

    /** Opens, sets, closes; creates the key when it is missing. */
    default void setValue(String path, String name, RegistryValue value) {
        try (RegistryKey key = createKey(path, KeyCreation.stable(), AccessMask.KEY_SET_VALUE)) {
            key.setValue(name, value);
        }
    }

    /** Opens, deletes the value, closes; throws 2 when key or value is missing. */
    default void deleteValue(String path, String name) {
        try (RegistryKey key = openKey(path, AccessMask.KEY_SET_VALUE)) {
            key.deleteValue(name);
        }
    }
}
