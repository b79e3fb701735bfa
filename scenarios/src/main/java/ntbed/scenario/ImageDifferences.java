package ntbed.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;

/**
 * Where two machines differ: keys, values and files.
 *
 * <p>Left out are times, and the folder of the hives and event logs, which are compared by what is in them or tell of
 * the symptoms.
 */
final class ImageDifferences {
    private static final String ACCESS = "access";
    private static final String SAM = "HKEY_LOCAL_MACHINE\\SAM";
    private static final String SECURITY = "HKEY_LOCAL_MACHINE\\SECURITY";
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_BINARY = 16;
    private static final String HIVES_AND_LOGS = "\\SYSTEM32\\CONFIG";

    private final TreeMap<String, Change> changes = new TreeMap<>();

    private ImageDifferences() {}

    /** The paths, ascending; who may touch a key is not compared. */
    static List<String> between(MachineImage a, MachineImage b) {
        List<String> paths = new ArrayList<>();
        for (Change change : changes(keys(a), keys(b), a.drives(), b.drives())) {
            if (!change.thing().equals(ACCESS)) {
                paths.add(change.where());
            }
        }
        return paths;
    }

    /** The trees of its hives. */
    static SortedMap<HiveMount, KeyTree> keys(MachineImage image) {
        SortedMap<HiveMount, KeyTree> trees = new TreeMap<>();
        image.hives().forEach((mount, hive) -> trees.put(mount, hive.root()));
        return trees;
    }

    /** What became of {@code a} to make it {@code b}: keys, values, files, access to keys; by path, ascending. */
    static List<Change> changes(
            SortedMap<HiveMount, KeyTree> a,
            SortedMap<HiveMount, KeyTree> b,
            SortedMap<Character, VolumeImage> drivesOfA,
            SortedMap<Character, VolumeImage> drivesOfB) {
        ImageDifferences found = new ImageDifferences();
        for (HiveMount mount : union(a.keySet(), b.keySet())) {
            KeyTree one = a.get(mount);
            KeyTree other = b.get(mount);
            if (one != null && other != null) {
                found.keys(mount.path(), one, other);
            } else {
                found.note("key", mount.path(), one == null ? Change.NEW : Change.GONE);
            }
        }
        for (Map.Entry<Character, VolumeImage> drive : drivesOfA.entrySet()) {
            VolumeImage other = drivesOfB.get(drive.getKey());
            if (other != null && !other.readOnlyMedium() && !drive.getValue().readOnlyMedium()) {
                found.folder(NtPath.of(drive.getKey() + ":\\"), drive.getValue(), other);
            }
        }
        return List.copyOf(found.changes.values());
    }

    private void note(String thing, String where, String what) {
        changes.putIfAbsent(where, new Change(thing, where, what));
    }

    /** Trees are persistent: what both machines share is one object, and is not walked. */
    @SuppressWarnings("ReferenceEquality")
    private void keys(String path, KeyTree a, KeyTree b) {
        if (a == b) {
            return;
        }
        SortedMap<String, NamedValue> ours = values(a);
        SortedMap<String, NamedValue> theirs = values(b);
        for (String name : union(ours.keySet(), theirs.keySet())) {
            NamedValue one = ours.get(name);
            NamedValue other = theirs.get(name);
            if (one != null && (other == null || !one.value().equals(other.value()))) {
                String became = other == null ? Change.GONE : became(path, one, other);
                note("value", path + "\\" + one.name(), became);
            } else if (one == null && other != null) {
                note("value", path + "\\" + other.name(), Change.NEW + ", " + shown(path, other));
            }
        }
        SortedMap<String, KeyTree> ourKeys = subkeys(a);
        SortedMap<String, KeyTree> theirKeys = subkeys(b);
        for (String name : union(ourKeys.keySet(), theirKeys.keySet())) {
            KeyTree one = ourKeys.get(name);
            KeyTree other = theirKeys.get(name);
            if (one != null && other != null) {
                keys(path + "\\" + one.name(), one, other);
            } else if (one != null) {
                note("key", path + "\\" + one.name(), Change.GONE);
            } else if (other != null) {
                note("key", path + "\\" + other.name(), Change.NEW);
            }
        }
        if (!a.security().equals(b.security())) {
            boolean owner = !a.security().owner().equals(b.security().owner());
            boolean list = !Objects.equals(a.security().dacl(), b.security().dacl());
            note(
                    ACCESS,
                    path,
                    owner ? list ? "owner and permissions changed" : "owner changed" : "permissions changed");
        }
    }

    private static boolean isSecret(String path, NamedValue value) {
        return path.startsWith(SAM)
                || path.startsWith(SECURITY)
                || NtPath.fold(value.name()).contains("PASSWORD");
    }

    /** Accounts and secrets are nobody's business, and long data tells nobody anything. */
    private static String shown(String path, NamedValue value) {
        RegistryValue data = value.value();
        if (isSecret(path, value)) {
            return data.type() + ", not shown";
        }
        int longest = data.type().equals(ValueType.REG_BINARY) ? LONGEST_BINARY : LONGEST_TEXT;
        return data.size() <= longest ? data.toString() : data.type() + ", " + data.size() + " bytes";
    }

    private static String became(String path, NamedValue one, NamedValue other) {
        return isSecret(path, one) ? Change.CHANGED + ", not shown" : shown(path, one) + " -> " + shown(path, other);
    }

    /** So are directories: forks share what neither has changed. */
    private void folder(NtPath folder, VolumeImage a, VolumeImage b) {
        if (a.shares(folder, b) || folder.folded().endsWith(HIVES_AND_LOGS)) {
            return;
        }
        SortedMap<String, FileEntry> ours = files(a.list(folder));
        SortedMap<String, FileEntry> theirs = files(b.list(folder));
        for (String name : union(ours.keySet(), theirs.keySet())) {
            FileEntry one = ours.get(name);
            FileEntry other = theirs.get(name);
            if (one != null && other != null && isFolder(one) && isFolder(other)) {
                folder(one.path(), a, b);
            } else if (one != null && (other == null || !sameFile(one, other, a, b))) {
                note("file", one.path().toString(), other == null ? Change.GONE : Change.CHANGED);
            } else if (one == null && other != null) {
                note("file", other.path().toString(), Change.NEW);
            }
        }
    }

    private static boolean isFolder(FileEntry file) {
        return file.attributes().has(FileAttributes.DIRECTORY);
    }

    /** Entries that agree in everything down to the time of the last change are not read. */
    private static boolean sameFile(FileEntry one, FileEntry other, VolumeImage a, VolumeImage b) {
        return a.shares(one.path(), b)
                || one.equals(other)
                || (!isFolder(one)
                        && one.attributes().equals(other.attributes())
                        && Arrays.equals(a.content(one.path()), b.content(other.path())));
    }

    private static SortedMap<String, NamedValue> values(KeyTree key) {
        SortedMap<String, NamedValue> values = new TreeMap<>();
        for (NamedValue value : key.values()) {
            values.put(NtPath.fold(value.name()), value);
        }
        return values;
    }

    private static SortedMap<String, KeyTree> subkeys(KeyTree key) {
        SortedMap<String, KeyTree> subkeys = new TreeMap<>();
        for (KeyTree subkey : key.subkeys()) {
            subkeys.put(NtPath.fold(subkey.name()), subkey);
        }
        return subkeys;
    }

    private static SortedMap<String, FileEntry> files(List<FileEntry> entries) {
        SortedMap<String, FileEntry> files = new TreeMap<>();
        for (FileEntry entry : entries) {
            files.put(entry.path().folded(), entry);
        }
        return files;
    }

    private static <T> SortedSet<T> union(Set<T> a, Set<T> b) {
        SortedSet<T> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
