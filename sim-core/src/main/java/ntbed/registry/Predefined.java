package ntbed.registry;

import ntbed.registry.HiveMount.Root;
import org.jspecify.annotations.Nullable;

/** The root keys of NT 4.0 and where each leads. {@code HKEY_CURRENT_USER} depends on who asks. */
enum Predefined {
    HKEY_LOCAL_MACHINE("HKLM", Root.MACHINE, ""),
    HKEY_USERS("HKU", Root.USERS, ""),
    HKEY_CURRENT_USER("HKCU", Root.USERS, ".DEFAULT"),
    HKEY_CLASSES_ROOT("HKCR", Root.MACHINE, "SOFTWARE\\Classes"),
    HKEY_CURRENT_CONFIG("HKCC", Root.MACHINE, "SYSTEM\\CurrentControlSet\\Hardware Profiles\\Current");

    private static final Predefined[] ALL = values();

    private final String shortName;
    private final Root root;
    private final String prefix;

    Predefined(String shortName, Root root, String prefix) {
        this.shortName = shortName;
        this.root = root;
        this.prefix = prefix;
    }

    Root root() {
        return root;
    }

    /** The path below the real root. */
    String prefix() {
        return prefix;
    }

    /** The root key that is the first {@code length} characters of the path, by its long or its short name. */
    static @Nullable Predefined find(String path, int length) {
        for (Predefined key : ALL) {
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
            if (KeyName.fold(path.charAt(i)) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
