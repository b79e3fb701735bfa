package ntbed.registry;

import java.util.List;
import ntbed.registry.HiveMount.Root;
import ntbed.security.AccessCheck;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** A handle: the key it was opened on, found again by identity at each use, and the rights granted at opening. */
final class OpenKey implements RegistryKey {
    private final RegistryView view;
    private final Root root;
    private final KeyName[] names;
    private final String path;
    private final int access;
    private boolean closed;
    /** The tree in which the key was last found; as long as it is the live one, the key need not be sought. */
    private @Nullable KeyTree seenRoot;

    private @Nullable KeyTree seenKey;

    OpenKey(RegistryView view, Walk walk, String path, int access) {
        this.view = view;
        this.root = walk.root();
        this.names = walk.names();
        this.path = path;
        this.access = access;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int access() {
        return access;
    }

    @Override
    public RegistryKey openKey(String subKey, int subAccess) {
        return view.open(below(subKey), PathText.join(path, subKey), subAccess);
    }

    @Override
    public RegistryKey createKey(String subKey, KeyCreation creation, int subAccess) {
        return view.create(below(subKey), PathText.join(path, subKey), creation, subAccess);
    }

    @Override
    public void deleteKey(String subKey) {
        view.delete(below(subKey), PathText.join(path, subKey));
    }

    @Override
    public RegistryValue queryValue(String name) {
        return queryValue(name, Integer.MAX_VALUE);
    }

    @Override
    public RegistryValue queryValue(String name, int bufferBytes) {
        Values values = key("query value", AccessMask.KEY_QUERY_VALUE).valueTable();
        int index = values.find(name);
        if (index < 0) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path + ", value " + name);
        }
        RegistryValue value = values.get(index).value();
        if (value.size() > bufferBytes) {
            throw Win32Error.ERROR_MORE_DATA.raise(path + ", value " + name);
        }
        return value;
    }

    @Override
    public void setValue(String name, RegistryValue value) {
        Walk walk = walk("set value", AccessMask.KEY_SET_VALUE);
        view.setValue(walk, path, name, value);
    }

    @Override
    public void deleteValue(String name) {
        Walk walk = walk("delete value", AccessMask.KEY_SET_VALUE);
        int index = walk.last().valueTable().find(name);
        if (index < 0) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path + ", value " + name);
        }
        view.deleteValue(walk, path, index);
    }

    @Override
    public String enumKey(int index) {
        KeyTree key = key("enumerate keys", AccessMask.KEY_ENUMERATE_SUB_KEYS);
        requireIndex(index, key.subkeyCount());
        return key.subkeys().get(index).name();
    }

    @Override
    public NamedValue enumValue(int index) {
        Values values = key("enumerate values", AccessMask.KEY_QUERY_VALUE).valueTable();
        requireIndex(index, values.size());
        return values.get(index);
    }

    private void requireIndex(int index, int count) {
        if (index < 0 || index >= count) {
            throw Win32Error.ERROR_NO_MORE_ITEMS.raise(path);
        }
    }

    @Override
    public KeyTree tree() {
        return key("query key", AccessMask.KEY_QUERY_VALUE);
    }

    @Override
    public SecurityDescriptor security() {
        return key("query security", AccessMask.READ_CONTROL).security();
    }

    @Override
    public void setSecurity(SecurityDescriptor descriptor) {
        SecurityDescriptor old = walk("set security", 0).last().security();
        Walk walk = walk("set security", AccessCheck.neededToReplace(old, descriptor));
        if (!old.owner().equals(descriptor.owner())) {
            view.requireOwnerAllowed(descriptor, path);
        }
        view.setSecurity(walk, path, descriptor);
    }

    @Override
    public void setOwner(Sid owner) {
        Walk walk = walk("set owner", AccessMask.WRITE_OWNER);
        SecurityDescriptor changed = walk.last().security().withOwner(owner);
        view.requireOwnerAllowed(changed, path);
        view.setSecurity(walk, path, changed);
    }

    @Override
    public void setDacl(List<AccessControlEntry> dacl) {
        Walk walk = walk("set DACL", AccessMask.WRITE_DAC);
        view.setSecurity(walk, path, walk.last().security().withDacl(dacl));
    }

    @Override
    public void flush() {
        view.flush(walk("flush", 0));
    }

    @Override
    public void close() {
        requireNotClosed();
        closed = true;
    }

    private void requireNotClosed() {
        if (closed) {
            throw Win32Error.ERROR_INVALID_HANDLE.raise(path);
        }
    }

    private Walk below(String subKey) {
        Walk walk = walk("open key", 0);
        if (subKey.startsWith("\\")) {
            throw Win32Error.ERROR_BAD_PATHNAME.raise(subKey);
        }
        view.tree().descend(walk, subKey, 0);
        return walk;
    }

    private KeyTree key(String operation, int needed) {
        KeyTree key = seenKey;
        if (key != null
                && !closed
                && (access & needed) == needed
                && seenRoot == view.tree().root(root)) {
            return key;
        }
        KeyTree found = walk(operation, needed).last();
        seenRoot = view.tree().root(root);
        seenKey = found;
        return found;
    }

    private Walk walk(String operation, int needed) {
        requireNotClosed();
        Walk walk = view.tree().walk(root, names);
        if (walk == null) {
            throw refused(operation, Win32Error.ERROR_KEY_DELETED);
        }
        if ((access & needed) != needed) {
            throw refused(operation, Win32Error.ERROR_ACCESS_DENIED);
        }
        return walk;
    }

    private Win32Exception refused(String operation, Win32Error error) {
        return view.refused(operation, path, error.raise(path));
    }
}
