package ntbed.registry;

import ntbed.registry.HiveMount.Root;
import ntbed.win32.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * The root keys of NT 4.0 and where each leads: the constant's name is the long name. {@code HKEY_CURRENT_USER}
 * depends on who asks; what stands here is the profile of LocalSystem.
 */
public enum RootKey {
    HKEY_LOCAL_MACHINE("HKLM", Root.MACHINE, ""),
    HKEY_USERS("HKU", Root.USERS, ""),
    HKEY_CURRENT_USER("HKCU", Root.USERS, ".DEFAULT"),
    HKEY_CLASSES_ROOT("HKCR", Root.MACHINE, "SOFTWARE\\Classes"),
    HKEY_CURRENT_CONFIG("HKCC", Root.MACHINE, "SYSTEM\\CurrentControlSet\\Hardware Profiles\\Current");

    private static final RootKey[] ALL = values();

    private final String shortName;
    private final Root root;
    private final String prefix;

    RootKey(String shortName, Root root, String prefix) {
        this.shortName = shortName;
        this.root = root;
        this.prefix = prefix;
    }

    /** The real root below which the key lies. */
    public Root root() {
        return root;
    }

    /** The path below the real root; empty for the two real ones. */
    public String prefix() {
        return prefix;
    }

    /** The root key that is the first {@code length} characters of the path, by its long or its short name. */
    static @Nullable RootKey find(String path, int length) {
        for (RootKey key : ALL) {
            if (is(key.shortName, path, length) || is(key.name(), path, length)) {
                return key;
            }
        }
        return null;
    }

    private static boolean is(String name, String path, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (CaseFolding.fold(path.charAt(i)) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
