package ntbed.filesystem;

import ntbed.security.AccessCheck;
import ntbed.security.GenericMapping;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may do with files.
 *
 * @param token who asks; null = the kernel, which is not checked
 */
record Guard(@Nullable Token token) {
    static final Guard KERNEL = new Guard(null);

    /** Who is behind what the caller creates. */
    Token creator() {
        return token == null ? Token.system() : token;
    }

    /**
     * 5 unless the caller has the rights, generic ones and MAXIMUM_ALLOWED allowed.
     *
     * @return the rights that are granted
     */
    int require(Node node, int access, NtPath path) {
        return token == null
                ? GenericMapping.FILE.map(access)
                : AccessCheck.require(node.security(), token, access, GenericMapping.FILE, path.toString());
    }

    /** 1314 where the SACL of a new file is asked for without SeSecurityPrivilege; {@link #require} sees to others. */
    void requireSystemSecurity(int access, NtPath path) {
        boolean asked = (access & AccessMask.ACCESS_SYSTEM_SECURITY) != 0;
        if (asked && token != null && !token.has(Privilege.SE_SECURITY)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise(path.toString());
        }
    }

    /**
     * 5 unless the caller may walk through every directory on the way; SeChangeNotifyPrivilege, which everybody has by
     * default, makes this check fall away ("Bypass traverse checking").
     */
    void requireTraverse(Node root, NtPath path) {
        if (token == null || token.has(Privilege.SE_CHANGE_NOTIFY) || path.isRoot()) {
            return;
        }
        NtPath directory = path.parentOrSelf();
        while (true) {
            Node node = Index.find(root, directory);
            if (node != null) {
                require(node, AccessMask.FILE_EXECUTE, path);
            }
            if (directory.isRoot()) {
                return;
            }
            directory = directory.parentOrSelf();
        }
    }

    /** 5 unless the caller has DELETE on the thing, or FILE_DELETE_CHILD on its directory. */
    void requireDelete(Node parent, Node node, NtPath path) {
        if (token == null || holds(node, AccessMask.DELETE) || holds(parent, AccessMask.FILE_DELETE_CHILD)) {
            return;
        }
        throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
    }

    /** 5 unless the caller may read attributes, by right on the thing or by listing its directory. */
    void requireAttributes(Node parent, Node node, NtPath path) {
        if (token == null || holds(node, AccessMask.FILE_READ_ATTRIBUTES) || holds(parent, AccessMask.FILE_READ_DATA)) {
            return;
        }
        throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
    }

    /**
     * Changing the owner or group takes WRITE_OWNER, and the new owner must be one that the token may give; changing
     * the DACL takes WRITE_DAC, the SACL SeSecurityPrivilege: 5, 1307, 1314 (MSDN "SetFileSecurity").
     */
    void requireSecurityChange(Node node, SecurityDescriptor wanted, NtPath path) {
        SecurityDescriptor now = node.security();
        if (token == null) {
            return;
        }
        require(node, AccessCheck.neededToReplace(now, wanted), path);
        if (!wanted.owner().equals(now.owner())) {
            AccessCheck.requireOwnerAllowed(token, wanted.owner(), path.toString());
        }
    }

    private boolean holds(Node node, int access) {
        return token != null && (AccessCheck.granted(node.security(), token, GenericMapping.FILE) & access) == access;
    }
}
