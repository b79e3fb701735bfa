package ntbed.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Owner, group and access lists of a key, a file or a service.
 *
 * @param owner the owner
 * @param group the primary group
 * @param dacl who may do what, in order; null = no DACL, everybody may do everything; empty = nobody may do anything
 * @param sacl what is audited; null = nothing
 */
public record SecurityDescriptor(
        Sid owner,
        Sid group,
        @Nullable List<AccessControlEntry> dacl,
        @Nullable List<AccessControlEntry> sacl) {
    public SecurityDescriptor {
        dacl = dacl == null ? null : List.copyOf(dacl);
        sacl = sacl == null ? null : List.copyOf(sacl);
    }

    /** A descriptor with a DACL and no SACL. */
    public static SecurityDescriptor of(Sid owner, AccessControlEntry... dacl) {
        return new SecurityDescriptor(owner, owner, List.of(dacl), null);
    }

    /** The same with another owner. */
    public SecurityDescriptor withOwner(Sid newOwner) {
        return new SecurityDescriptor(newOwner, group, dacl, sacl);
    }

    /** The same with another DACL. */
    public SecurityDescriptor withDacl(List<AccessControlEntry> newDacl) {
        return new SecurityDescriptor(owner, group, newDacl, sacl);
    }
}
