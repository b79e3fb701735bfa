package ntbed.filesystem;

import java.util.ArrayList;
import java.util.List;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import org.jspecify.annotations.Nullable;

/** What security a file or directory has when nobody gives it one. */
final class FolderSecurity {
    /** NT 4.0's root after a format: Everyone, full control, inherited by all (Resource Guide, "Permissions"). */
    static final SecurityDescriptor ROOT = SecurityDescriptor.of(
            Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS));

    private static final int INHERITABLE = AccessControlEntry.OBJECT_INHERIT | AccessControlEntry.CONTAINER_INHERIT;

    private FolderSecurity() {}

    /** The owner that a token gives to what it creates: administrators share theirs (NT 4.0's TokenOwner). */
    static Sid ownerOf(Token token) {
        return token.is(Sid.ADMINISTRATORS) ? Sid.ADMINISTRATORS : token.user();
    }

    /** What a new object gets from its directory, once, when it is created (NT 4.0 does not propagate later). */
    static SecurityDescriptor inherit(SecurityDescriptor parent, Sid owner, boolean container) {
        List<AccessControlEntry> dacl = inherited(parent.dacl(), owner, container);
        List<AccessControlEntry> sacl = inherited(parent.sacl(), owner, container);
        if (container
                && owner.equals(parent.owner())
                && owner.equals(parent.group())
                && equal(dacl, parent.dacl())
                && equal(sacl, parent.sacl())) {
            return parent;
        }
        return new SecurityDescriptor(owner, owner, dacl, sacl);
    }

    private static boolean equal(@Nullable List<AccessControlEntry> a, @Nullable List<AccessControlEntry> b) {
        return a == null ? b == null : a.equals(b);
    }

    private static @Nullable List<AccessControlEntry> inherited(
            @Nullable List<AccessControlEntry> list, Sid owner, boolean container) {
        if (list == null) {
            return null;
        }
        List<AccessControlEntry> result = new ArrayList<>(list.size());
        for (AccessControlEntry entry : list) {
            if ((entry.flags() & INHERITABLE) != 0) {
                inheritEntry(result, entry, owner, container);
            }
        }
        return result;
    }

    private static void inheritEntry(
            List<AccessControlEntry> result, AccessControlEntry entry, Sid owner, boolean container) {
        int flags = entry.flags();
        int audit = flags & (AccessControlEntry.SUCCESSFUL_ACCESS | AccessControlEntry.FAILED_ACCESS);
        boolean toObjects = (flags & AccessControlEntry.OBJECT_INHERIT) != 0;
        boolean toContainers = (flags & AccessControlEntry.CONTAINER_INHERIT) != 0;
        boolean onward = (flags & AccessControlEntry.NO_PROPAGATE_INHERIT) == 0;
        boolean forCreator = entry.sid().equals(Sid.CREATOR_OWNER);
        Sid sid = forCreator ? owner : entry.sid();
        boolean effective = container ? toContainers : toObjects;
        if (!container || !onward) {
            if (effective) {
                result.add(new AccessControlEntry(entry.kind(), sid, entry.mask(), audit));
            }
            return;
        }
        int kept = audit | (flags & INHERITABLE);
        if (effective && !forCreator) {
            result.add(new AccessControlEntry(entry.kind(), sid, entry.mask(), kept));
            return;
        }
        if (effective) {
            result.add(new AccessControlEntry(entry.kind(), sid, entry.mask(), audit));
        }
        result.add(new AccessControlEntry(
                entry.kind(), entry.sid(), entry.mask(), kept | AccessControlEntry.INHERIT_ONLY));
    }
}
