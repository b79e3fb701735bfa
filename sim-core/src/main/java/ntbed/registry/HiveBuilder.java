package ntbed.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Edits a hive of a machine that is off, in bulk.
 *
 * <p>Paths are relative to the hive's root key. New keys take the security of the key above them as it is. Names
 * and depth have the limits of the live registry: what is beyond them is refused with 87.
 */
public final class HiveBuilder {
    private final FileTime time;
    private final HiveImage.Condition condition;
    private Draft root;

    private HiveBuilder(HiveImage image) {
        time = image.root().lastWriteTime();
        condition = image.condition();
        root = new Draft(image.root());
    }

    /** Starts from a hive. */
    public static HiveBuilder of(HiveImage image) {
        return new HiveBuilder(image);
    }

    /** Starts from an empty hive; all keys get that time. */
    public static HiveBuilder empty(FileTime time, SecurityDescriptor security) {
        return new HiveBuilder(HiveImage.empty(time, security));
    }

    /** Makes a key and those above it, if missing. */
    public HiveBuilder key(String path) {
        draft(path);
        return this;
    }

    /** Sets a value, making the key if missing. */
    public HiveBuilder set(String path, String name, RegistryValue value) {
        ValueLimits.require(name, value, path);
        draft(path).set(name, value);
        return this;
    }

    /** Replaces a key's security, making the key if missing; keys below it keep theirs. */
    public HiveBuilder security(String path, SecurityDescriptor security) {
        Draft draft = draft(path);
        KeyTree.Facts old = draft.facts;
        draft.facts = new KeyTree.Facts(old.className(), security, old.isVolatile(), old.link());
        draft.changed = true;
        return this;
    }

    /** Sets a key's class, making the key if missing. */
    public HiveBuilder className(String path, String className) {
        Draft draft = draft(path);
        draft.facts = new KeyTree.Facts(className, draft.facts.security(), false, null);
        draft.changed = true;
        return this;
    }

    /** Deletes a key with all below it; nothing happens if it is not there. An empty path empties the hive. */
    public HiveBuilder delete(String path) {
        int first = PathText.nextPart(path, 0);
        if (first >= path.length()) {
            root = new Draft(KeyTree.bare(root.name, root.facts, time));
            root.changed = true;
            return this;
        }
        Draft above = root;
        int at = first;
        int end = PathText.endOfPart(path, at);
        while (PathText.nextPart(path, end) < path.length()) {
            Draft next = above.find(path.substring(at, end));
            if (next == null) {
                return this;
            }
            above = next;
            at = PathText.nextPart(path, end);
            end = PathText.endOfPart(path, at);
        }
        above.delete(path.substring(at, end));
        return this;
    }

    /** Deletes a value; nothing happens if it is not there. */
    public HiveBuilder deleteValue(String path, String name) {
        Draft draft = find(path);
        if (draft != null) {
            draft.deleteValue(name);
        }
        return this;
    }

    /** A value as it stands. */
    public Optional<RegistryValue> value(String path, String name) {
        Draft draft = find(path);
        return draft == null ? Optional.empty() : Optional.ofNullable(draft.value(name));
    }

    /** Whether the key is there. */
    public boolean hasKey(String path) {
        return find(path) != null;
    }

    /** The hive as edited; the builder can go on. */
    public HiveImage build() {
        KeyTree built = root.build(time);
        root = new Draft(built);
        return new HiveImage(built, condition);
    }

    private @Nullable Draft find(String path) {
        Draft draft = root;
        int at = PathText.nextPart(path, 0);
        while (at < path.length() && draft != null) {
            int end = PathText.endOfPart(path, at);
            draft = draft.find(path.substring(at, end));
            at = PathText.nextPart(path, end);
        }
        return draft;
    }

    private Draft draft(String path) {
        Draft draft = root;
        int levels = 2;
        int at = PathText.nextPart(path, 0);
        while (at < path.length()) {
            int end = PathText.endOfPart(path, at);
            if (end - at > KeyName.MAX_LENGTH || ++levels > KeyName.MAX_LEVELS) {
                throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
            }
            draft = draft.findOrAdd(path.substring(at, end), time);
            at = PathText.nextPart(path, end);
        }
        return draft;
    }

    /** A key under edit; what was not touched stays in the immutable key it came from. */
    private static final class Draft {
        final KeyTree base;
        final KeyName name;
        KeyTree.Facts facts;
        boolean changed;
        private @Nullable SortedMap<String, Object> subkeys;
        private @Nullable List<NamedValue> values;

        Draft(KeyTree base) {
            this.base = base;
            this.name = base.keyName();
            this.facts = base.facts();
        }

        private SortedMap<String, Object> subkeys() {
            SortedMap<String, Object> map = subkeys;
            if (map == null) {
                map = new TreeMap<>();
                for (KeyTree key : base.subkeys()) {
                    map.put(key.keyName().folded(), key);
                }
                subkeys = map;
            }
            return map;
        }

        @Nullable
        Draft find(String subkey) {
            SortedMap<String, Object> map = subkeys();
            String folded = CaseFolding.fold(subkey);
            Object there = map.get(folded);
            if (there instanceof KeyTree key) {
                Draft draft = new Draft(key);
                map.put(folded, draft);
                return draft;
            }
            return (Draft) there;
        }

        Draft findOrAdd(String subkey, FileTime time) {
            Draft there = find(subkey);
            if (there != null) {
                return there;
            }
            Draft made = new Draft(
                    KeyTree.bare(new KeyName(subkey), new KeyTree.Facts("", facts.security(), false, null), time));
            made.changed = true;
            subkeys().put(made.name.folded(), made);
            return made;
        }

        void delete(String subkey) {
            changed |= subkeys().remove(CaseFolding.fold(subkey)) != null;
        }

        private List<NamedValue> values() {
            List<NamedValue> list = values;
            if (list == null) {
                list = new ArrayList<>(base.values());
                values = list;
            }
            return list;
        }

        void set(String valueName, RegistryValue value) {
            changed = true;
            int index = index(valueName);
            if (index < 0) {
                values().add(new NamedValue(valueName, value));
            } else {
                values().set(index, new NamedValue(values().get(index).name(), value));
            }
        }

        void deleteValue(String valueName) {
            int index = index(valueName);
            if (index >= 0) {
                changed = true;
                values().remove(index);
            }
        }

        @Nullable
        RegistryValue value(String valueName) {
            int index = index(valueName);
            return index < 0 ? null : values().get(index).value();
        }

        private int index(String valueName) {
            List<NamedValue> list = values();
            for (int i = 0; i < list.size(); i++) {
                if (CaseFolding.same(list.get(i).name(), valueName)) {
                    return i;
                }
            }
            return -1;
        }

        KeyTree build(FileTime time) {
            SortedMap<String, Object> map = subkeys;
            Subkeys built = null;
            if (map != null) {
                List<KeyTree> keys = new ArrayList<>(map.size());
                for (Object key : map.values()) {
                    keys.add(key instanceof Draft draft ? draft.build(time) : (KeyTree) key);
                }
                built = Subkeys.ofSorted(keys);
            }
            if (!changed && built == null) {
                return base;
            }
            Values table = values == null ? base.valueTable() : Values.of(values);
            return new KeyTree(
                    name,
                    facts,
                    changed ? time : base.lastWriteTime(),
                    table,
                    built == null ? base.subkeyTable() : built);
        }
    }
}
