package ntbed.registry;

import java.util.List;
import ntbed.security.GenericMapping;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** The changes that can be made to the live tree, each of them traced and its hive noted as changed. */
final class Changes {
    private final EventQueue queue;
    private final Trace trace;
    private final LiveTree tree;
    private final Hives hives;
    private @Nullable SecurityDescriptor lastAbove;
    private @Nullable Token lastCreator;
    private @Nullable SecurityDescriptor lastInherited;

    Changes(EventQueue queue, Trace trace, LiveTree tree, Hives hives) {
        this.queue = queue;
        this.trace = trace;
        this.tree = tree;
        this.hives = hives;
    }

    FileTime now() {
        return queue.now();
    }

    void setValue(Walk walk, String path, String name, RegistryValue value, String actor) {
        ValueLimits.require(name, value, path);
        KeyTree key = walk.last();
        tree.replaceLast(walk, key.withValues(key.valueTable().with(name, value), now()));
        note(walk, actor, "set value", path, name, Secrets.shown(path, value));
    }

    /** Deletes the value at an index of the key's values. */
    void deleteValue(Walk walk, String path, int index, String actor) {
        KeyTree key = walk.last();
        String name = key.valueTable().get(index).name();
        tree.replaceLast(walk, key.withValues(key.valueTable().without(index), now()));
        note(walk, actor, "delete value", path, name, "");
    }

    void setSecurity(Walk walk, String path, SecurityDescriptor security, String actor) {
        KeyTree key = walk.last();
        KeyTree.Facts old = key.facts();
        tree.replaceLast(
                walk, key.withFacts(new KeyTree.Facts(old.className(), security, old.isVolatile(), old.link()), now()));
        note(walk, actor, "set security", path, "", "");
    }

    /** Creates all keys that the walk found missing; the last of them becomes its end. */
    void createKeys(Walk walk, String path, KeyCreation creation, Token token, String actor) {
        List<String> names = requireCreatable(walk, path, creation);
        KeyCreation above = creation.isVolatile() ? KeyCreation.volatileKey() : KeyCreation.stable();
        createAll(walk, path, names.subList(0, names.size() - 1), above, token, actor);
        addKey(walk, path, newKey(walk.last(), names.get(names.size() - 1), creation, token), actor);
        walk.stopped("", 0);
    }

    /** Creates all keys that the walk found missing but the last; returns that one's name. */
    String createAllButLast(Walk walk, String path, String actor) {
        List<String> names = requireCreatable(walk, path, KeyCreation.stable());
        createAll(walk, path, names.subList(0, names.size() - 1), KeyCreation.stable(), Token.system(), actor);
        return names.get(names.size() - 1);
    }

    private void createAll(
            Walk walk, String path, List<String> names, KeyCreation creation, Token token, String actor) {
        String asked = walk.path();
        int end = walk.missingAt();
        for (String name : names) {
            end = PathText.nextPart(asked, end) + name.length();
            String keyPath = path.substring(0, path.length() - (asked.length() - end));
            addKey(walk, keyPath, newKey(walk.last(), name, creation, token), actor);
        }
    }

    private KeyTree newKey(KeyTree above, String name, KeyCreation creation, Token token) {
        SecurityDescriptor given = creation.security();
        SecurityDescriptor security = given != null ? given : inherited(above.security(), token);
        KeyTree.Facts facts = new KeyTree.Facts(creation.className(), security, creation.isVolatile(), null);
        return KeyTree.bare(new KeyName(name), facts, now());
    }

    /** Many keys are created below keys with one descriptor by one token: the last answer is kept. */
    @SuppressWarnings("ReferenceEquality") // a cheap test that may miss, never one that may mislead
    private SecurityDescriptor inherited(SecurityDescriptor above, Token creator) {
        SecurityDescriptor last = lastInherited;
        if (last == null || above != lastAbove || creator != lastCreator) {
            last = above.inheritedBy(creator, true, GenericMapping.KEY);
            lastAbove = above;
            lastCreator = creator;
            lastInherited = last;
        }
        return last;
    }

    private static List<String> requireCreatable(Walk walk, String path, KeyCreation creation) {
        if (walk.dangling()) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path);
        }
        if (walk.depth() < 2) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
        }
        List<String> names = walk.missing();
        for (String name : names) {
            if (name.length() > KeyName.MAX_LENGTH) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
            }
        }
        if (walk.depth() + names.size() > KeyName.MAX_LEVELS) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
        }
        if (!creation.isVolatile() && walk.isVolatile()) {
            throw Win32Error.ERROR_CHILD_MUST_BE_VOLATILE.raise(path);
        }
        return names;
    }

    /** Makes a volatile link below the key at the end of the walk, in the place of a link or an empty key. */
    void link(Walk walk, String path, String name, String target, String actor) {
        KeyTree there = walk.last().subkey(name, 0, name.length());
        if (there != null && !(there.subkeys().isEmpty() && there.values().isEmpty())) {
            throw Win32Error.ERROR_KEY_HAS_CHILDREN.raise(path);
        }
        SecurityDescriptor security = inherited(walk.last().security(), Token.system());
        KeyTree.Facts facts = new KeyTree.Facts("", security, true, target);
        addKey(walk, path, KeyTree.bare(new KeyName(name), facts, now()), actor);
    }

    /** Adds a new subkey, which becomes the end of the walk. */
    void addKey(Walk walk, String path, KeyTree key, String actor) {
        KeyTree above = walk.last();
        tree.replaceLast(walk, above.withSubkey(key, now()));
        walk.push(key);
        note(walk, actor, "create key", path, "", "");
    }

    /** Deletes the key at the end of the walk with all below it; the key above becomes the end. */
    void deleteKey(Walk walk, String path, String actor) {
        KeyTree gone = walk.last();
        boolean wasVolatile = walk.isVolatile();
        walk.pop();
        tree.replaceLast(walk, walk.last().withoutSubkey(gone.keyName(), now()));
        int number = emit(actor, "delete key", path, "", "");
        if (!wasVolatile) {
            hives.changed(walk, number);
        }
    }

    private void note(Walk walk, String actor, String operation, String path, String name, String data) {
        int number = emit(actor, operation, path, name, data);
        if (!walk.isVolatile()) {
            hives.changed(walk, number);
        }
    }

    private int emit(String actor, String operation, String path, String name, String data) {
        return trace.emit(actor, stamp -> new TraceEvent.RegistryChanged(stamp, operation, path, name, data));
    }
}
