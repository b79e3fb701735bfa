package ntbed.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;

/**
 * Where two machines that are off differ: paths of keys, values and files.
 *
 * <p>Left out are times, and the folder of the hives and event logs, which are compared by what is in them or tell of the
 * symptoms.
 */
final class ImageDifferences {
    private static final String HIVES_AND_LOGS = "\\SYSTEM32\\CONFIG";

    private final SortedSet<String> paths = new TreeSet<>();

    private ImageDifferences() {}

    /** The paths, ascending. */
    static List<String> between(MachineImage a, MachineImage b) {
        ImageDifferences found = new ImageDifferences();
        both(
                a.hives(),
                b.hives(),
                (mount, hive) -> found.paths.add(mount.path()),
                (mount, one, other) -> found.keys(mount.path(), one.root(), other.root()));
        both(a.drives(), b.drives(), (letter, volume) -> {}, (letter, one, other) -> {
            if (!one.readOnlyMedium() && !other.readOnlyMedium()) {
                found.folder(NtPath.of(letter + ":\\"), one, other);
            }
        });
        return List.copyOf(found.paths);
    }

    /** Trees are persistent: what both machines share is one object, and is not walked. */
    @SuppressWarnings("ReferenceEquality")
    private void keys(String path, KeyTree a, KeyTree b) {
        if (a == b) {
            return;
        }
        Consumer<NamedValue> differs = value -> paths.add(path + "\\" + value.name());
        both(values(a), values(b), (name, value) -> differs.accept(value), (name, one, other) -> {
            if (!one.value().equals(other.value())) {
                differs.accept(one);
            }
        });
        both(
                subkeys(a),
                subkeys(b),
                (name, key) -> paths.add(path + "\\" + key.name()),
                (name, one, other) -> keys(path + "\\" + one.name(), one, other));
    }

    @SuppressWarnings("ReferenceEquality")
    private void folder(NtPath folder, VolumeImage a, VolumeImage b) {
        if (a == b || folder.folded().endsWith(HIVES_AND_LOGS)) {
            return;
        }
        BiConsumer<FileEntry, FileEntry> compare = (one, other) -> {
            if (isFolder(one) && isFolder(other)) {
                folder(one.path(), a, b);
            } else if (isFolder(one) || isFolder(other) || !sameFile(one, other, a, b)) {
                paths.add(one.path().toString());
            }
        };
        both(
                files(a.list(folder)),
                files(b.list(folder)),
                (name, file) -> paths.add(file.path().toString()),
                (name, one, other) -> compare.accept(one, other));
    }

    private static boolean isFolder(FileEntry file) {
        return file.attributes().has(FileAttributes.DIRECTORY);
    }

    /** Entries that agree in everything down to the time of the last change are not read. */
    private static boolean sameFile(FileEntry one, FileEntry other, VolumeImage a, VolumeImage b) {
        return one.equals(other)
                || (one.attributes().equals(other.attributes())
                        && Arrays.equals(a.content(one.path()), b.content(other.path())));
    }

    private static SortedMap<String, NamedValue> values(KeyTree key) {
        SortedMap<String, NamedValue> values = new TreeMap<>();
        key.values().forEach(value -> values.put(NtPath.fold(value.name()), value));
        return values;
    }

    private static SortedMap<String, KeyTree> subkeys(KeyTree key) {
        SortedMap<String, KeyTree> subkeys = new TreeMap<>();
        key.subkeys().forEach(subkey -> subkeys.put(NtPath.fold(subkey.name()), subkey));
        return subkeys;
    }

    private static SortedMap<String, FileEntry> files(List<FileEntry> entries) {
        SortedMap<String, FileEntry> files = new TreeMap<>();
        entries.forEach(entry -> files.put(entry.path().folded(), entry));
        return files;
    }

    /** What both sides have under one name. */
    private interface Pair<K, V> {
        void accept(K name, V one, V other);
    }

    private static <K, V> void both(
            SortedMap<K, V> a, SortedMap<K, V> b, BiConsumer<K, V> onlyOnOneSide, Pair<K, V> onBoth) {
        a.forEach((name, one) -> {
            V other = b.get(name);
            if (other == null) {
                onlyOnOneSide.accept(name, one);
            } else {
                onBoth.accept(name, one, other);
            }
        });
        b.forEach((name, other) -> {
            if (!a.containsKey(name)) {
                onlyOnOneSide.accept(name, other);
            }
        });
    }
}
