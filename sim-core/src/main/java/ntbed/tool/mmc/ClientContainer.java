package ntbed.tool.mmc;

import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;

/**
 * The key container that the console keeps for talking to the metabase object over an encrypted session:
 * {@code HKCU\Software\Microsoft\Cryptography\UserKeys\MS_IIS_DCOM_CLIENT} (Q241151, Q246311).
 *
 * <p>Made when the console first needs it. What it holds is made up [M]: the name of the user it belongs to. One that
 * names another user, or nobody, is stale, and no session comes about until it is deleted.
 */
final class ClientContainer {
    static final String KEY = "HKEY_CURRENT_USER\\Software\\Microsoft\\Cryptography\\UserKeys\\MS_IIS_DCOM_CLIENT";

    private static final String OWNER = "Owner";

    private ClientContainer() {}

    /** Throws NTE_BAD_KEYSET if there is a container that is not this user's. */
    static void requireUsable(Win32 win32) {
        KeyTree container = win32.registry().tree(KEY).orElse(null);
        if (container == null) {
            return;
        }
        String owner = container.value(OWNER).flatMap(RegistryValue::text).orElse("");
        if (!CaseFolding.same(owner, win32.token().userName())) {
            throw Win32Error.NTE_BAD_KEYSET.raise(KEY);
        }
    }

    /** Makes the container if there is none. */
    static void keep(Win32 win32) {
        if (win32.registry().tree(KEY).isEmpty()) {
            win32.registry().setValue(KEY, OWNER, RegistryValue.sz(win32.token().userName()));
        }
    }
}
