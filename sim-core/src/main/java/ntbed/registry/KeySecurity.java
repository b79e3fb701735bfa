package ntbed.registry;

import java.util.ArrayList;
import java.util.List;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;

/** The security of keys: what roots have, and what a new key takes from the key above it. */
public final class KeySecurity {
    private static final SecurityDescriptor SYSTEM_DEFAULT = SecurityDescriptor.of(
            Sid.ADMINISTRATORS,
            AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS),
            AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS),
            AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_READ));

    private KeySecurity() {}

    /** Full access for SYSTEM and Administrators, read access for everyone, inherited. [I] */
    public static SecurityDescriptor systemDefault() {
        return SYSTEM_DEFAULT;
    }

    /** What a new key gets: the entries of the key above that are inherited, and the creator as its owner. */
    static SecurityDescriptor inherit(SecurityDescriptor above, Token creator) {
        Sid owner = creator.is(Sid.ADMINISTRATORS) ? Sid.ADMINISTRATORS : creator.user();
        List<AccessControlEntry> inherited = above.dacl();
        if (inherited == null || passesUnchanged(inherited)) {
            boolean same = owner.equals(above.owner()) && above.sacl() == null;
            return same ? above : new SecurityDescriptor(owner, owner, inherited, null);
        }
        return new SecurityDescriptor(owner, owner, passedOn(inherited, owner), null);
    }

    private static boolean passesUnchanged(List<AccessControlEntry> entries) {
        int relevant = AccessControlEntry.CONTAINER_INHERIT
                | AccessControlEntry.NO_PROPAGATE_INHERIT
                | AccessControlEntry.INHERIT_ONLY;
        for (AccessControlEntry entry : entries) {
            if ((entry.flags() & relevant) != AccessControlEntry.CONTAINER_INHERIT
                    || entry.sid().equals(Sid.CREATOR_OWNER)) {
                return false;
            }
        }
        return true;
    }

    private static List<AccessControlEntry> passedOn(List<AccessControlEntry> entries, Sid owner) {
        List<AccessControlEntry> passed = new ArrayList<>();
        for (AccessControlEntry entry : entries) {
            if ((entry.flags() & AccessControlEntry.CONTAINER_INHERIT) == 0) {
                continue;
            }
            boolean onlyHere = (entry.flags() & AccessControlEntry.NO_PROPAGATE_INHERIT) != 0;
            int flags = onlyHere ? 0 : entry.flags() & ~AccessControlEntry.INHERIT_ONLY;
            boolean creator = entry.sid().equals(Sid.CREATOR_OWNER);
            if (creator) {
                passed.add(new AccessControlEntry(entry.kind(), owner, entry.mask(), 0));
            }
            if (creator && !onlyHere) {
                int passing = flags | AccessControlEntry.INHERIT_ONLY;
                passed.add(new AccessControlEntry(entry.kind(), entry.sid(), entry.mask(), passing));
            } else if (!creator) {
                passed.add(new AccessControlEntry(entry.kind(), entry.sid(), entry.mask(), flags));
            }
        }
        return passed;
    }
}
