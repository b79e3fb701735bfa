package ntbed.registry;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import ntbed.registry.HiveMount.Root;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * The live registry of a running machine, and what of it is on disk.
 *
 * <p>Programs get the view of their token with {@link #as}; the kernel's own operations here check no access. Paths are
 * those of {@link RegistryApi}.
 */
public final class Registry {
    private static final String DEFAULT_USER = ".DEFAULT";
    private static final KeyTree.Facts HIVE_IN_MEMORY = new KeyTree.Facts("", KeySecurity.systemDefault(), true, null);

    private final Trace trace;
    private final LiveTree tree;
    private final Hives hives;
    private final Changes changes;

    /** A registry with its two real roots and no hive. */
    public Registry(EventQueue queue, Trace trace) {
        this.trace = trace;
        KeyTree.Facts facts = new KeyTree.Facts("", KeySecurity.systemDefault(), false, null);
        tree = new LiveTree(
                KeyTree.bare(new KeyName(Root.MACHINE.longName()), facts, queue.now()),
                KeyTree.bare(new KeyName(Root.USERS.longName()), facts, queue.now()));
        hives = new Hives(queue, trace, tree);
        changes = new Changes(queue, trace, tree, hives);
    }

    /**
     * Loads a hive from disk.
     *
     * @throws Win32Exception 1009 the hive is corrupt, or in transition and its log was not applied, as RegLoadKey
     *     says it
     */
    public void mount(HiveMount mount, HiveImage image) {
        if (image.condition() != HiveImage.Condition.INTACT) {
            throw Win32Error.ERROR_BADDB.raise(mount.path());
        }
        KeyTree root = image.root();
        attach(mount, root.as(new KeyName(mount.name()), root.facts()), image);
    }

    /** Makes an empty hive that never reaches the disk. */
    public void mountVolatile(HiveMount mount) {
        attach(mount, KeyTree.bare(new KeyName(mount.name()), HIVE_IN_MEMORY, changes.now()), null);
    }

    private void attach(HiveMount mount, KeyTree root, @Nullable HiveImage image) {
        if (hives.isMounted(mount)) {
            throw new AssertionError("mounted twice: " + mount);
        }
        Walk walk = tree.walk(mount.root());
        tree.replaceLast(walk, walk.last().withSubkey(root, walk.last().lastWriteTime()));
        hives.mounted(mount, root.keyName(), image);
    }

    /** Flushes a hive and takes it out; handles into it are as those to deleted keys (1018). */
    public void unmount(HiveMount mount) {
        hives.flush(mount, "registry");
        Walk walk = tree.walk(mount.root());
        tree.descend(walk, mount.name(), 0);
        KeyName name = walk.last().keyName();
        walk.pop();
        tree.replaceLast(walk, walk.last().withoutSubkey(name, walk.last().lastWriteTime()));
        hives.unmounted(mount);
    }

    /**
     * The registry as a token sees it.
     *
     * @param actor its name in the trace
     */
    public RegistryApi as(Token token, String actor) {
        return new RegistryView(this, tree, changes, hives, trace, token, actor);
    }

    /** The kernel's view of a key: no access check, no trace. Empty if it is not there. */
    public Optional<KeyTree> tree(String path) {
        return Optional.ofNullable(find(path));
    }

    private @Nullable KeyTree find(String path) {
        RootedPath rooted = RootedPath.parse(path);
        if (rooted.root().prefix().isEmpty()) {
            return tree.find(rooted.root().root(), path, rooted.from());
        }
        Walk walk = walk(rooted, DEFAULT_USER);
        return walk.complete() ? walk.last() : null;
    }

    /** A value in the kernel's view. */
    public Optional<RegistryValue> value(String path, String name) {
        KeyTree key = find(path);
        return key == null ? Optional.empty() : key.value(name);
    }

    /** Sets a value without access check, creating missing keys. */
    public void setValue(String path, String name, RegistryValue value, String actor) {
        RootedPath rooted = RootedPath.parse(path);
        Walk walk = createKeys(rooted, actor);
        changes.setValue(walk, rooted.longPath(), name, value, actor);
    }

    /** Deletes a value without access check, if it is there. */
    public void deleteValue(String path, String name, String actor) {
        RootedPath rooted = RootedPath.parse(path);
        Walk walk = walk(rooted, DEFAULT_USER);
        int index = walk.complete() ? walk.last().valueTable().find(name) : -1;
        if (index >= 0) {
            changes.deleteValue(walk, rooted.longPath(), index, actor);
        }
    }

    /** Creates a key and those missing above it, without access check. */
    public void createKey(String path, KeyCreation creation, String actor) {
        RootedPath rooted = RootedPath.parse(path);
        Walk walk = walk(rooted, DEFAULT_USER);
        if (!walk.complete()) {
            changes.createKeys(walk, rooted.longPath(), creation, Token.system(), actor);
        }
    }

    /**
     * Makes {@code to} a copy of {@code from} with all below it, in the place of what was there; costs the same for any
     * size. Nothing happens if {@code from} is not there.
     */
    public void copyTree(String from, String to, String actor) {
        KeyTree source = find(from);
        if (source == null) {
            return;
        }
        deleteTree(to, actor);
        RootedPath rooted = RootedPath.parse(to);
        Walk walk = walk(rooted, DEFAULT_USER);
        String name = changes.createAllButLast(walk, rooted.longPath(), actor);
        changes.addKey(walk, rooted.longPath(), source.as(new KeyName(name), source.facts()), actor);
    }

    /** Deletes a key with all below it, without access check, if it is there. */
    public void deleteTree(String path, String actor) {
        RootedPath rooted = RootedPath.parse(path);
        Walk walk = walk(rooted, DEFAULT_USER);
        if (walk.complete() && walk.depth() > 2) {
            changes.deleteKey(walk, rooted.longPath(), actor);
        }
    }

    /**
     * Makes a volatile link: every look-up that comes to {@code path} goes on at {@code target}.
     *
     * @throws Win32Exception 1020 there is a key with subkeys or values at the path
     */
    public void link(String path, String target, String actor) {
        RootedPath rooted = RootedPath.parse(path);
        RootedPath to = RootedPath.parse(target);
        if (rooted.root().root() != to.root().root()) {
            throw new AssertionError("a link from one root to the other: " + path + " to " + target);
        }
        String longPath = rooted.longPath();
        int cut = longPath.lastIndexOf('\\');
        Walk above = createKeys(RootedPath.parse(longPath.substring(0, cut)), actor);
        String below = PathText.join(to.root().prefix(), target.substring(to.from()));
        changes.link(above, longPath, longPath.substring(cut + 1), below, actor);
    }

    /** Writes a hive to disk now, if it differs. */
    public void flush(HiveMount mount) {
        hives.flush(mount, "registry");
    }

    /** Writes every hive that differs from the disk. */
    public void flushAll(String actor) {
        hives.flushAll(actor);
    }

    /** What is on disk now: an immutable map that costs nothing to hold. */
    public SortedMap<HiveMount, HiveImage> flushed() {
        return Collections.unmodifiableSortedMap(hives.onDisk());
    }

    /** Whether some hive differs from the disk. */
    public boolean hasUnflushed() {
        return hives.hasUnflushed();
    }

    private Walk createKeys(RootedPath rooted, String actor) {
        Walk walk = walk(rooted, DEFAULT_USER);
        if (!walk.complete()) {
            changes.createKeys(walk, rooted.longPath(), KeyCreation.stable(), Token.system(), actor);
        }
        return walk;
    }

    /** Follows a path; {@code userHive} is the key below HKEY_USERS that HKEY_CURRENT_USER means. */
    Walk walk(RootedPath rooted, String userHive) {
        RootKey root = rooted.root();
        Walk walk = tree.walk(root.root());
        String prefix = root == RootKey.HKEY_CURRENT_USER ? userHive : root.prefix();
        tree.descend(walk, prefix, 0);
        if (walk.complete()) {
            tree.descend(walk, rooted.path(), rooted.from());
        } else {
            walk.stoppedAtDanglingLink();
        }
        return walk;
    }
}
