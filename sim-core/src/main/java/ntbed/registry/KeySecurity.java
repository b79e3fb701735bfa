package ntbed.registry;

import java.util.List;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;

/** The security that keys begin with; a new key takes from the key above it what that hands down. */
public final class KeySecurity {
    /**
     * Owner and group are those of a key that LocalSystem creates, so that what it creates below shares this
     * object.
     */
    private static final SecurityDescriptor SYSTEM_DEFAULT = new SecurityDescriptor(
            Token.system().defaultOwner(),
            Token.system().primaryGroup(),
            List.of(
                    AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS),
                    AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS),
                    AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_READ)),
            null);

    private KeySecurity() {}

    /** Full access for SYSTEM and Administrators, read access for everyone, inherited. [I] */
    public static SecurityDescriptor systemDefault() {
        return SYSTEM_DEFAULT;
    }
}
