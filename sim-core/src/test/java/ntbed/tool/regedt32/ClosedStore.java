package ntbed.tool.regedt32;

import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.process.Hand;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;

/** A server with a key tree that SYSTEM alone may open, a service's key, and people who try their hands at both. */
final class ClosedStore {
    /** The closed key; below it, in this order: Data with two keys, and Data 2. */
    static final String STORE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Closed Store";

    static final String DATA = STORE + "\\Data";
    static final String SERVICE = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UPS";
    static final SecurityDescriptor SYSTEM_ONLY =
            SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS));
    static final List<String> KEYS = List.of(STORE, DATA, DATA + "\\One", DATA + "\\Two", STORE + "\\Data 2");

    final Machine machine = Machine.powerOn(BaseInstallation.server(), 1);

    ClosedStore() {
        var unused = machine.boot();
        var registry = machine.asSystem().registry();
        for (String key : KEYS) {
            registry.createKey(key, KeyCreation.stable(), AccessMask.KEY_ALL_ACCESS)
                    .close();
            registry.setValue(key, "Item", RegistryValue.binary((byte) 1, (byte) 2));
        }
        KEYS.forEach(key -> secure(key, SYSTEM_ONLY));
    }

    /** Puts a descriptor on a key, with SYSTEM's hands. */
    void secure(String key, SecurityDescriptor descriptor) {
        try (var open = machine.asSystem().registry().openKey(key, AccessMask.KEY_ALL_ACCESS)) {
            open.setSecurity(descriptor);
        }
    }

    Win32 administrator() {
        return machine.logOn("Administrator", "");
    }

    /** Another member of Administrators. */
    Win32 secondAdministrator() {
        var accounts = machine.asSystem().accounts();
        accounts.addMember("Administrators", accounts.addUser("Second", "x", ""));
        return machine.logOn("Second", "x");
    }

    /** Somebody who may log on here and is no administrator. */
    Win32 ordinaryUser() {
        var accounts = machine.asSystem().accounts();
        accounts.addMember("Users", accounts.addUser("Ordinary", "x", ""));
        return machine.logOn("Ordinary", "x");
    }

    /** The key as the system sees it. */
    KeyTree key(String path) {
        int end = path.lastIndexOf('\\');
        return machine.asSystem()
                .registry()
                .tree(path.substring(0, end))
                .flatMap(above -> above.descend(path.substring(end + 1)))
                .orElseThrow();
    }

    boolean exists(String path) {
        int end = path.lastIndexOf('\\');
        return machine.asSystem()
                .registry()
                .tree(path.substring(0, end))
                .flatMap(above -> above.descend(path.substring(end + 1)))
                .isPresent();
    }

    Sid owner(String path) {
        return key(path).security().owner();
    }

    List<AccessControlEntry> dacl(String path) {
        return List.copyOf(java.util.Objects.requireNonNull(key(path).security().dacl()));
    }

    /** Steps 1.5 to 1.9 in one: take ownership, add that type of access for Administrators, and answer the question. */
    static void open(Regedt32 editor, Hand hand, String type, boolean replace) {
        editor.owner();
        hand.click("Take Ownership");
        editor.permissions();
        addAdministrators(hand, type);
        if (replace) {
            hand.tick(PermissionsDialog.REPLACE);
        }
        hand.click("OK");
        if (replace) {
            hand.click("Yes");
        }
    }

    /** Step 1.7 as far as the OK of the second dialog. */
    static void addAdministrators(Hand hand, String type) {
        hand.click("Add");
        hand.select("Administrators");
        hand.click("Add");
        hand.choose(type);
        hand.click("OK");
    }
}
