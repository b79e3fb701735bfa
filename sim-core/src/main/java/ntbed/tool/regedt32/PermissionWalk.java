package ntbed.tool.regedt32;

import java.util.List;
import ntbed.machine.Win32;
import ntbed.registry.RegistryKey;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.win32.AccessMask;

/**
 * Writes a list to a key and, where that is wanted, to everything below it (decision D6): a subkey whose list keeps the
 * user out is taken over first, by the privilege, and then written.
 */
final class PermissionWalk {
    private final Win32 win32;
    private final List<AccessControlEntry> list;

    PermissionWalk(Win32 win32, List<AccessControlEntry> list) {
        this.win32 = win32;
        this.list = list;
    }

    /** Throws 5 where the user may not write, or after the writing may not look for subkeys. */
    void write(String key, boolean subkeysToo) {
        writeOne(key);
        if (subkeysToo) {
            for (String subkey : Keys.subkeyNames(win32, key)) {
                takeOverIfClosed(key + "\\" + subkey);
                write(key + "\\" + subkey, true);
            }
        }
    }

    private void writeOne(String key) {
        try (RegistryKey open = win32.registry().openKey(key, AccessMask.WRITE_DAC)) {
            open.setDacl(list);
        }
    }

    private void takeOverIfClosed(String key) {
        if (!Frame.may(win32, key, AccessMask.WRITE_DAC)) {
            Win32 privileged = win32.withPrivilege(Privilege.SE_TAKE_OWNERSHIP);
            try (RegistryKey open = privileged.registry().openKey(key, AccessMask.WRITE_OWNER)) {
                open.setOwner(win32.token().defaultOwner());
            }
        }
    }
}
