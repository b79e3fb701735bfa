package ntbed.security;

import java.util.List;
import java.util.Objects;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** The one place where a token is held against a security descriptor. */
public final class AccessCheck {
    private AccessCheck() {}

    /**
     * Checks an access.
     *
     * <p>The DACL is read in order until every right is granted or one is denied. The owner always has READ_CONTROL and
     * WRITE_DAC; SeTakeOwnershipPrivilege gives WRITE_OWNER; SeSecurityPrivilege gives ACCESS_SYSTEM_SECURITY (MSDN
     * "AccessCheck").
     *
     * @param desired the wanted rights, generic bits allowed; MAXIMUM_ALLOWED asks for all that can be had
     * @return the granted rights
     * @throws ntbed.win32.Win32Exception ERROR_ACCESS_DENIED (5), ERROR_PRIVILEGE_NOT_HELD (1314) for the SACL right
     */
    public static int require(
            SecurityDescriptor descriptor, Token token, int desired, GenericMapping mapping, String object) {
        boolean maximum = (desired & AccessMask.MAXIMUM_ALLOWED) != 0;
        int wanted = mapping.map(desired & ~AccessMask.MAXIMUM_ALLOWED);
        if ((wanted & AccessMask.ACCESS_SYSTEM_SECURITY) != 0 && !token.has(Privilege.SE_SECURITY)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise(object);
        }
        int granted = granted(descriptor, token, mapping);
        if (maximum) {
            wanted |= granted & mapping.all();
            if (wanted == 0) {
                throw Win32Error.ERROR_ACCESS_DENIED.raise(object);
            }
        }
        if ((wanted & ~granted) != 0) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(object);
        }
        return wanted;
    }

    /** All rights the token has on the object. */
    public static int granted(SecurityDescriptor descriptor, Token token, GenericMapping mapping) {
        int byPrivilege = (token.has(Privilege.SE_TAKE_OWNERSHIP) ? AccessMask.WRITE_OWNER : 0)
                | (token.has(Privilege.SE_SECURITY) ? AccessMask.ACCESS_SYSTEM_SECURITY : 0)
                | (token.is(descriptor.owner()) ? AccessMask.READ_CONTROL | AccessMask.WRITE_DAC : 0);
        List<AccessControlEntry> dacl = descriptor.dacl();
        return byPrivilege | (dacl == null ? mapping.all() : byList(dacl, token, mapping));
    }

    /**
     * What it takes to put one descriptor in the place of another: WRITE_OWNER for another owner or group, WRITE_DAC
     * for another DACL, ACCESS_SYSTEM_SECURITY for another SACL (MSDN "SetKernelObjectSecurity"); 0 if they are equal.
     */
    public static int neededToReplace(SecurityDescriptor now, SecurityDescriptor wanted) {
        boolean sameOwner = now.owner().equals(wanted.owner()) && now.group().equals(wanted.group());
        return (sameOwner ? 0 : AccessMask.WRITE_OWNER)
                | (Objects.equals(now.dacl(), wanted.dacl()) ? 0 : AccessMask.WRITE_DAC)
                | (Objects.equals(now.sacl(), wanted.sacl()) ? 0 : AccessMask.ACCESS_SYSTEM_SECURITY);
    }

    /**
     * Whether the token may give a new object a descriptor of its own (DDK "SeAssignSecurity").
     *
     * @throws ntbed.win32.Win32Exception 1307 an owner that it may not name, 1314 a SACL without SeSecurityPrivilege
     */
    public static void requireAssignable(Token token, SecurityDescriptor given, String object) {
        requireOwnerAllowed(token, given.owner(), object);
        if (given.sacl() != null && !token.has(Privilege.SE_SECURITY)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise(object);
        }
    }

    /**
     * Whether the token may make that SID the owner of an object: its user, or Administrators if it is a member;
     * anybody with SeRestorePrivilege (MSDN "SetKernelObjectSecurity"; SE_GROUP_OWNER in WINNT.H).
     *
     * @throws ntbed.win32.Win32Exception ERROR_INVALID_OWNER (1307)
     */
    public static void requireOwnerAllowed(Token token, Sid newOwner, String object) {
        boolean own = newOwner.equals(token.user()) || newOwner.equals(token.defaultOwner());
        if (!own && !token.has(Privilege.SE_RESTORE)) {
            throw Win32Error.ERROR_INVALID_OWNER.raise(object + ": owner " + newOwner);
        }
    }

    private static int byList(List<AccessControlEntry> dacl, Token token, GenericMapping mapping) {
        int allowed = 0;
        int denied = 0;
        // By index: this runs at every opening of a key or file, and an iterator would be one more object each time.
        for (int i = 0; i < dacl.size(); i++) {
            AccessControlEntry entry = dacl.get(i);
            if ((entry.flags() & AccessControlEntry.INHERIT_ONLY) != 0 || !token.is(entry.sid())) {
                continue;
            }
            int mask = mapping.map(entry.mask());
            if (entry.kind() == AccessControlEntry.Kind.ALLOWED) {
                allowed |= mask & ~denied;
            } else if (entry.kind() == AccessControlEntry.Kind.DENIED) {
                denied |= mask & ~allowed;
            }
        }
        return allowed;
    }
}
