package ntbed.component.protectedstorage;

import ntbed.registry.RegistryApi;
import ntbed.security.Sid;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The stores of users, each in the user's own hive. One is made when the user logs on while the service runs; while it
 * is stopped none is made (Q175667, rule PS-08).
 */
final class UserStores {
    private static final String USERS = "HKEY_USERS\\";
    private static final String DEFAULT_HIVE = ".DEFAULT";

    private final RegistryApi registry;

    UserStores(RegistryApi registry) {
        this.registry = registry;
    }

    /** Makes the user's store if it is missing; one that cannot be made stays away, and nobody is told [M]. */
    void loggedOn(Sid user) {
        try {
            String unused = require(user);
        } catch (Win32Exception e) {
            // The refusal is in the trace; whoever asks for an item gets an error then.
            return;
        }
    }

    /**
     * Path of the user's own key below the root, which is made if missing.
     *
     * @throws Win32Exception PST_E_STORAGE_ERROR the user's hive is not loaded; 5
     */
    String require(Sid user) {
        String root = root(user);
        String owner = root + "\\" + user.text();
        if (registry.tree(owner).isEmpty()) {
            Store.create(registry, root, user.text());
        }
        return owner;
    }

    private String root(Sid user) {
        String hive = user.equals(Sid.SYSTEM) ? DEFAULT_HIVE : user.text();
        if (registry.tree(USERS + hive).isEmpty()) {
            throw Win32Error.PST_E_STORAGE_ERROR.raise("no hive of " + user.text());
        }
        return USERS + hive + "\\Software\\" + Store.NAME;
    }
}
