package ntbed.tool.regedt32;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;

/** The entries of a key's list, one line for each account, as the Permissions dialog edits them. Immutable. */
final class AccessList {
    /** A list that nobody stands in. */
    static final AccessList NONE = new AccessList(List.of());

    private final List<AccessControlEntry> entries;

    private AccessList(List<AccessControlEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The list of a descriptor; one without a DACL lets everybody do everything, and is shown so. */
    static AccessList of(SecurityDescriptor descriptor) {
        List<AccessControlEntry> dacl = descriptor.dacl();
        return new AccessList(
                dacl == null ? List.of(AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_ALL_ACCESS)) : dacl);
    }

    /** What is written to the key. */
    List<AccessControlEntry> entries() {
        return entries;
    }

    /** The accounts with their types of access, in the order of the list. */
    Map<Sid, TypeOfAccess> types() {
        Map<Sid, TypeOfAccess> types = new LinkedHashMap<>();
        for (AccessControlEntry entry : entries) {
            types.computeIfAbsent(entry.sid(), this::type);
        }
        return types;
    }

    /** What the entries of one account come to; rights that are denied have no name of their own. */
    private TypeOfAccess type(Sid sid) {
        boolean denied = entries.stream()
                .anyMatch(entry -> entry.sid().equals(sid) && entry.kind() != AccessControlEntry.Kind.ALLOWED);
        return denied ? TypeOfAccess.SPECIAL : TypeOfAccess.of(mask(sid));
    }

    /** The rights that an account is allowed. */
    int mask(Sid sid) {
        int mask = 0;
        for (AccessControlEntry entry : entries) {
            if (entry.sid().equals(sid) && entry.kind() == AccessControlEntry.Kind.ALLOWED) {
                mask |= entry.mask();
            }
        }
        return mask;
    }

    /** The lines that a person sees: {@code Administrators: Full Control}. */
    List<String> lines(Principals principals) {
        List<String> lines = new ArrayList<>();
        types().keySet().forEach(sid -> lines.add(line(principals, sid)));
        return lines;
    }

    /** The line of one account. */
    String line(Principals principals, Sid sid) {
        return principals.name(sid) + ": " + type(sid).label();
    }

    /** The account whose line that is. */
    Optional<Sid> account(Principals principals, String line) {
        return types().keySet().stream()
                .filter(sid -> line(principals, sid).equals(line))
                .findFirst();
    }

    /** With one entry for that account in the place of those that it had. */
    AccessList with(Sid sid, int mask) {
        List<AccessControlEntry> changed = new ArrayList<>();
        boolean placed = false;
        for (AccessControlEntry entry : entries) {
            if (!entry.sid().equals(sid)) {
                changed.add(entry);
            } else if (!placed) {
                changed.add(AccessControlEntry.allow(sid, mask));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(AccessControlEntry.allow(sid, mask));
        }
        return new AccessList(changed);
    }

    /** Without the entries of that account. */
    AccessList without(Sid sid) {
        return new AccessList(
                entries.stream().filter(entry -> !entry.sid().equals(sid)).toList());
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
