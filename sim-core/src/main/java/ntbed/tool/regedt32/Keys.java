package ntbed.tool.regedt32;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryKey;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** What the tree of keys shows of a key: its name, whether it opens, who owns it. */
final class Keys {
    private final Win32 win32;

    Keys(Win32 win32) {
        this.win32 = win32;
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    static List<String> subkeyNames(Win32 win32, String path) {
        try (RegistryKey key = win32.registry().openKey(path, AccessMask.KEY_ENUMERATE_SUB_KEYS)) {
            List<String> names = new ArrayList<>();
            while (true) {
                Optional<String> next = nameAt(key, names.size());
                if (next.isEmpty()) {
                    return names;
                }
                names.add(next.get());
            }
        }
    }

    private static Optional<String> nameAt(RegistryKey key, int index) {
        try {
            return Optional.of(key.enumKey(index));
        } catch (Win32Exception end) {
            if (end.error() == Win32Error.ERROR_NO_MORE_ITEMS) {
                return Optional.empty();
            }
            throw end;
        }
    }

    /**
     * Whether a person gets to the key by opening the keys above it, one after the other; the key itself may be dimmed.
     *
     * @throws Win32Exception 2 there is no such key, 5 a key above it is dimmed
     */
    void requireReachable(String path) {
        for (int end = path.indexOf('\\'); end >= 0; end = path.indexOf('\\', end + 1)) {
            win32.registry()
                    .openKey(path.substring(0, end), AccessMask.KEY_READ)
                    .close();
        }
        try {
            win32.registry().openKey(path, AccessMask.KEY_READ).close();
        } catch (Win32Exception refused) {
            if (refused.error() != Win32Error.ERROR_ACCESS_DENIED) {
                throw refused;
            }
        }
    }

    /** The owner's name as the key above knows it, so that it can be shown for a key that does not open. [M] */
    String ownerName(String path) {
        return owner(path).map(new Principals(win32.accounts())::name).orElse(Principals.UNKNOWN);
    }

    private Optional<Sid> owner(String path) {
        int end = path.lastIndexOf('\\');
        Optional<KeyTree> key = end < 0
                ? win32.registry().tree(path)
                : win32.registry()
                        .tree(path.substring(0, end))
                        .flatMap(above -> above.descend(path.substring(end + 1)));
        return key.map(found -> found.security().owner());
    }
}
