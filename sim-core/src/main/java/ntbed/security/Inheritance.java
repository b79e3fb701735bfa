package ntbed.security;

import static ntbed.security.AccessControlEntry.CONTAINER_INHERIT;
import static ntbed.security.AccessControlEntry.INHERIT_ONLY;
import static ntbed.security.AccessControlEntry.NO_PROPAGATE_INHERIT;
import static ntbed.security.AccessControlEntry.OBJECT_INHERIT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container's descriptor hands down to a new object in it.
 *
 * <p>Rules of NT 4.0 (MSDN "ACE Inheritance Rules"): an object takes the entries with OBJECT_INHERIT, a container those
 * with CONTAINER_INHERIT, and passes on what it takes unless NO_PROPAGATE_INHERIT stands there; OBJECT_INHERIT alone
 * goes through a container as INHERIT_ONLY. CREATOR OWNER and generic rights become concrete in the effective entry
 * and stay as they are in the one that is passed on, so such an entry becomes two.
 */
final class Inheritance {
    private static final int DOWN = OBJECT_INHERIT | CONTAINER_INHERIT;

    private final Sid owner;
    private final Sid group;
    private final boolean container;
    private final GenericMapping mapping;

    private Inheritance(Token creator, boolean container, GenericMapping mapping) {
        this.owner = creator.defaultOwner();
        this.group = creator.primaryGroup();
        this.container = container;
        this.mapping = mapping;
    }

    static SecurityDescriptor of(SecurityDescriptor parent, Token creator, boolean container, GenericMapping mapping) {
        Inheritance rules = new Inheritance(creator, container, mapping);
        List<AccessControlEntry> dacl = rules.inherited(parent.dacl());
        List<AccessControlEntry> sacl = rules.inherited(parent.sacl());
        SecurityDescriptor made = new SecurityDescriptor(
                rules.owner, rules.group, dacl.isEmpty() ? rules.defaultDacl() : dacl, sacl.isEmpty() ? null : sacl);
        // Thousands of keys have their parent's descriptor: share the one object.
        return made.equals(parent) ? parent : made;
    }

    private List<AccessControlEntry> defaultDacl() {
        AccessControlEntry own = new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, owner, mapping.all(), 0);
        AccessControlEntry system =
                new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, Sid.SYSTEM, mapping.all(), 0);
        return owner.equals(Sid.SYSTEM) ? List.of(system) : List.of(own, system);
    }

    private List<AccessControlEntry> inherited(@Nullable List<AccessControlEntry> parent) {
        List<AccessControlEntry> taken = new ArrayList<>();
        if (parent == null) {
            return taken;
        }
        for (AccessControlEntry entry : parent) {
            if (container) {
                toContainer(entry, taken);
            } else if ((entry.flags() & OBJECT_INHERIT) != 0) {
                taken.add(effective(entry, entry.flags() & ~(DOWN | NO_PROPAGATE_INHERIT | INHERIT_ONLY)));
            }
        }
        return taken;
    }

    private void toContainer(AccessControlEntry entry, List<AccessControlEntry> taken) {
        int flags = entry.flags() & ~INHERIT_ONLY;
        int below = flags & DOWN;
        boolean passesOn = (flags & NO_PROPAGATE_INHERIT) == 0;
        int audit = flags & ~(DOWN | NO_PROPAGATE_INHERIT);
        if ((below & CONTAINER_INHERIT) == 0) {
            if (below != 0 && passesOn) {
                taken.add(withFlags(entry, flags | INHERIT_ONLY));
            }
            return;
        }
        AccessControlEntry here = effective(entry, audit);
        boolean changes = !here.sid().equals(entry.sid()) || here.mask() != entry.mask();
        if (!passesOn) {
            taken.add(here);
        } else if (changes) {
            taken.add(here);
            taken.add(withFlags(entry, flags | INHERIT_ONLY));
        } else {
            taken.add(entry.flags() == flags ? entry : withFlags(entry, flags));
        }
    }

    private AccessControlEntry effective(AccessControlEntry entry, int flags) {
        Sid sid = entry.sid();
        if (sid.equals(Sid.CREATOR_OWNER)) {
            sid = owner;
        } else if (sid.equals(Sid.CREATOR_GROUP)) {
            sid = group;
        }
        return new AccessControlEntry(entry.kind(), sid, mapping.map(entry.mask()), flags);
    }

    private static AccessControlEntry withFlags(AccessControlEntry entry, int flags) {
        return new AccessControlEntry(entry.kind(), entry.sid(), entry.mask(), flags);
    }
}
