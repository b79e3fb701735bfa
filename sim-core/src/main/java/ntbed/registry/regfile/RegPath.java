package ntbed.registry.regfile;

import ntbed.registry.RootKey;
import ntbed.win32.CaseFolding;
import org.jspecify.annotations.Nullable;

/** The key names of registration files: the root written out in full, backslashes collapsed. */
final class RegPath {
    private RegPath() {}

    /** The path with single backslashes and the root in capitals; null if the root is unknown. */
    static @Nullable String normal(String name) {
        int end = name.indexOf('\\');
        RootKey root = root(end < 0 ? name : name.substring(0, end));
        if (root == null) {
            return null;
        }
        StringBuilder path = new StringBuilder(root.name());
        int at = end;
        while (at >= 0 && at < name.length()) {
            int next = name.indexOf('\\', at + 1);
            int to = next < 0 ? name.length() : next;
            if (to > at + 1) {
                path.append(name, at, to);
            }
            at = next;
        }
        return path.toString();
    }

    /** Whether a key may be deleted at all: neither a root key nor the root of a hive. */
    static boolean isDeletable(String normalPath) {
        int first = normalPath.indexOf('\\');
        boolean realRoot = normalPath.startsWith(RootKey.HKEY_LOCAL_MACHINE.name())
                || normalPath.startsWith(RootKey.HKEY_USERS.name());
        return first >= 0 && (!realRoot || normalPath.indexOf('\\', first + 1) >= 0);
    }

    private static @Nullable RootKey root(String name) {
        for (RootKey root : RootKey.values()) {
            if (CaseFolding.same(root.name(), name)) {
                return root;
            }
        }
        return null;
    }
}
