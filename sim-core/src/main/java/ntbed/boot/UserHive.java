package ntbed.boot;

import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveImage;
import ntbed.registry.KeyTree;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.time.FileTime;
import ntbed.win32.AccessMask;

/**
 * The hive that a new user begins with: Default User's, with every key the user's own (Resource Guide, "User
 * profiles").
 */
public final class UserHive {
    private UserHive() {}

    /** A copy of Default User's hive for a user. */
    public static HiveImage copyOf(HiveImage defaultUser, Sid user) {
        HiveBuilder copy = HiveBuilder.of(defaultUser);
        own(copy, "", defaultUser.root(), securityFor(user));
        return copy.build();
    }

    /** Where there is no Default User. */
    static HiveImage empty(Sid user, FileTime now) {
        return HiveImage.empty(now, securityFor(user));
    }

    private static void own(HiveBuilder copy, String path, KeyTree key, SecurityDescriptor security) {
        copy.security(path, security);
        for (KeyTree below : key.subkeys()) {
            own(copy, path.isEmpty() ? below.name() : path + "\\" + below.name(), below, security);
        }
    }

    private static SecurityDescriptor securityFor(Sid user) {
        return SecurityDescriptor.of(
                Sid.ADMINISTRATORS,
                AccessControlEntry.allow(user, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS));
    }
}
