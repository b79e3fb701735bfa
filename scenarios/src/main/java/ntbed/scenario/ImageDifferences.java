package ntbed.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;

/**
 * Where two machines that are off differ: paths of keys, values and files.
 *
 * <p>Left out are times, and the folder of the hives and event logs, which are compared by what is in them or tell of
 * the symptoms.
 */
final class ImageDifferences {
    private static final String HIVES_AND_LOGS = "\\SYSTEM32\\CONFIG";

    private final SortedSet<String> paths = new TreeSet<>();

    private ImageDifferences() {}

    /** The paths, ascending. */
    static List<String> between(MachineImage a, MachineImage b) {
        ImageDifferences found = new ImageDifferences();
        for (HiveMount mount : union(a.hives().keySet(), b.hives().keySet())) {
            HiveImage one = a.hives().get(mount);
            HiveImage other = b.hives().get(mount);
            if (one != null && other != null) {
                found.keys(mount.path(), one.root(), other.root());
            } else {
                found.paths.add(mount.path());
            }
        }
        for (Map.Entry<Character, VolumeImage> drive : a.drives().entrySet()) {
            VolumeImage other = b.drives().get(drive.getKey());
            if (other != null && !other.readOnlyMedium() && !drive.getValue().readOnlyMedium()) {
                found.folder(NtPath.of(drive.getKey() + ":\\"), drive.getValue(), other);
            }
        }
        return List.copyOf(found.paths);
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
                paths.add(path + "\\" + one.name());
            } else if (one == null && other != null) {
                paths.add(path + "\\" + other.name());
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
                paths.add(path + "\\" + one.name());
            } else if (other != null) {
                paths.add(path + "\\" + other.name());
            }
        }
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
                paths.add(one.path().toString());
            } else if (one == null && other != null) {
                paths.add(other.path().toString());
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
