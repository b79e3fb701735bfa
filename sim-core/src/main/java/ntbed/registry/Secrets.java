package ntbed.registry;

import java.util.List;
import ntbed.win32.CaseFolding;

/**
 * What the trace must not show: key material and password hashes. The one place where values are kept out of the trace:
 * of bytes under the keys named here it tells the length alone.
 */
final class Secrets {
    /** Below a root's long name. */
    private static final List<String> KEYS = List.of(
            "HKEY_LOCAL_MACHINE\\SAM",
            "HKEY_LOCAL_MACHINE\\SECURITY",
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography",
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Protected Storage System Provider");

    /** Below a user's own root, HKEY_USERS and a SID or HKEY_CURRENT_USER. */
    private static final List<String> USER_KEYS =
            List.of("SOFTWARE\\Microsoft\\Cryptography", "SOFTWARE\\Microsoft\\Protected Storage System Provider");

    private Secrets() {}

    /** The value as the trace shows it. */
    static String shown(String path, RegistryValue value) {
        boolean bytes =
                value.type().equals(ValueType.REG_BINARY) || value.type().equals(ValueType.REG_NONE);
        return bytes && isSecret(path) ? value.type() + ": (" + value.size() + " bytes)" : value.toString();
    }

    private static boolean isSecret(String path) {
        for (String key : KEYS) {
            if (isAt(path, 0, key)) {
                return true;
            }
        }
        int root = path.indexOf('\\');
        int user = path.startsWith("HKEY_USERS\\") ? path.indexOf('\\', root + 1) : root;
        for (String key : USER_KEYS) {
            if (user > 0 && !path.startsWith("HKEY_LOCAL_MACHINE") && isAt(path, user + 1, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String path, int from, String key) {
        int end = from + key.length();
        return path.length() >= end
                && CaseFolding.same(path.substring(from, end), key)
                && (path.length() == end || path.charAt(end) == '\\');
    }
}
