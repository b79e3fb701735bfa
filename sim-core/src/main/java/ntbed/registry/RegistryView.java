package ntbed.registry;

import java.util.Optional;
import ntbed.security.AccessCheck;
import ntbed.security.GenericMapping;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Token;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** The registry as one token sees it: every operation held against the security of its key. */
final class RegistryView implements RegistryApi {
    private final Registry registry;
    private final LiveTree tree;
    private final Changes changes;
    private final Hives hives;
    private final Trace trace;
    private final Token token;
    private final String actor;
    private final String userHive;

    RegistryView(
            Registry registry, LiveTree tree, Changes changes, Hives hives, Trace trace, Token token, String actor) {
        this.registry = registry;
        this.tree = tree;
        this.changes = changes;
        this.hives = hives;
        this.trace = trace;
        this.token = token;
        this.actor = actor;
        this.userHive = token.user().text();
    }

    @Override
    public RegistryKey openKey(String path, int access) {
        RootedPath rooted = RootedPath.parse(path);
        return open(walk(rooted), rooted.longPath(), access);
    }

    @Override
    public RegistryKey createKey(String path, KeyCreation creation, int access) {
        RootedPath rooted = RootedPath.parse(path);
        return create(walk(rooted), rooted.longPath(), creation, access);
    }

    @Override
    public void deleteKey(String path) {
        RootedPath rooted = RootedPath.parse(path);
        delete(walk(rooted), rooted.longPath());
    }

    @Override
    public Optional<KeyTree> tree(String path) {
        Walk walk = walk(RootedPath.parse(path));
        if (!walk.complete() || (granted(walk.last()) & AccessMask.KEY_READ) != AccessMask.KEY_READ) {
            return Optional.empty();
        }
        return Optional.of(walk.last());
    }

    private Walk walk(RootedPath rooted) {
        boolean loaded = rooted.root() != RootKey.HKEY_CURRENT_USER
                || tree.root(HiveMount.Root.USERS).subkey(userHive, 0, userHive.length()) != null;
        return registry.walk(rooted, loaded ? userHive : HiveMount.DEFAULT.name());
    }

    LiveTree tree() {
        return tree;
    }

    RegistryKey open(Walk walk, String path, int access) {
        requireFound(walk, path);
        int granted = require(walk.last(), path, access, "open key");
        return new OpenKey(this, walk, path, granted);
    }

    RegistryKey create(Walk walk, String path, KeyCreation creation, int access) {
        if (walk.complete()) {
            return open(walk, path, access);
        }
        require(walk.last(), path, AccessMask.KEY_CREATE_SUB_KEY, "create key");
        try {
            requireAssignable(creation, access, path);
            changes.createKeys(walk, path, creation, token, actor);
        } catch (Win32Exception refusal) {
            throw refused("create key", path, refusal);
        }
        int granted = GenericMapping.KEY.map(access & ~AccessMask.MAXIMUM_ALLOWED);
        boolean all = (access & AccessMask.MAXIMUM_ALLOWED) != 0;
        return new OpenKey(this, walk, path, all ? granted | AccessMask.KEY_ALL_ACCESS : granted);
    }

    /** The creator gets whatever access it asks for, but for the SACL, which takes the privilege in either case. */
    private void requireAssignable(KeyCreation creation, int access, String path) {
        SecurityDescriptor given = creation.security();
        if (given != null) {
            AccessCheck.requireAssignable(token, given, path);
        }
        if ((access & AccessMask.ACCESS_SYSTEM_SECURITY) != 0 && !token.has(Privilege.SE_SECURITY)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise(path);
        }
    }

    void delete(Walk walk, String path) {
        requireFound(walk, path);
        require(walk.last(), path, AccessMask.DELETE, "delete key");
        if (walk.depth() <= 2 || walk.last().subkeyCount() > 0) {
            throw refused("delete key", path, Win32Error.ERROR_ACCESS_DENIED.raise(path));
        }
        changes.deleteKey(walk, path, actor);
    }

    void setValue(Walk walk, String path, String name, RegistryValue value) {
        changes.setValue(walk, path, name, value, actor);
    }

    void deleteValue(Walk walk, String path, int index) {
        changes.deleteValue(walk, path, index, actor);
    }

    void setSecurity(Walk walk, String path, SecurityDescriptor security) {
        changes.setSecurity(walk, path, security, actor);
    }

    void requireOwnerAllowed(SecurityDescriptor security, String path) {
        try {
            AccessCheck.requireOwnerAllowed(token, security.owner(), path);
        } catch (Win32Exception refusal) {
            throw refused("set security", path, refusal);
        }
    }

    void flush(Walk walk) {
        HiveMount mount = hives.mountOf(walk);
        if (mount != null) {
            hives.flush(mount, actor);
        }
    }

    private static void requireFound(Walk walk, String path) {
        if (!walk.complete()) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path);
        }
    }

    private int granted(KeyTree key) {
        return AccessCheck.granted(key.security(), token, GenericMapping.KEY);
    }

    private int require(KeyTree key, String path, int access, String operation) {
        try {
            return AccessCheck.require(key.security(), token, access, GenericMapping.KEY, path);
        } catch (Win32Exception refusal) {
            throw refused(operation, path, refusal);
        }
    }

    /** Traces a refusal and gives it back to be thrown. */
    Win32Exception refused(String operation, String path, Win32Exception refusal) {
        trace.emit(actor, stamp -> new TraceEvent.Refused(stamp, operation, path, refusal.error()));
        return refusal;
    }
}
