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

    /**
     * The descriptor of a new object below this one, as {@code CreatePrivateObjectSecurity} of NT 4.0 makes it: the
     * entries that this container hands down, and owner and group of the creator. Where it hands down none, the
     * creator's default DACL counts: owner and SYSTEM may do everything.
     *
     * @param creator who creates the object
     * @param container true for a key or directory, false for a file
     * @param mapping what generic rights mean for the object
     */
    public SecurityDescriptor inheritedBy(Token creator, boolean container, GenericMapping mapping) {
        return Inheritance.of(this, creator, container, mapping);
    }

    /** The self-relative form, SECURITY_DESCRIPTOR_RELATIVE of WINNT.H, in the order SACL, DACL, owner, group. */
    public byte[] encode() {
        return SelfRelative.encode(this);
    }

    /**
     * Reads the self-relative form.
     *
     * @throws ntbed.win32.Win32Exception ERROR_INVALID_SECURITY_DESCR (1338), ERROR_INVALID_ACL (1336),
     *     ERROR_INVALID_SID (1337), ERROR_UNKNOWN_REVISION (1305)
     */
    public static SecurityDescriptor decode(byte[] bytes) {
        return SelfRelative.decode(bytes);
    }
}
