package ntbed.registry.regfile;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.registry.RootKey;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** An import into the hives of a machine that is off. */
final class OfflineTarget implements RegTarget {
    private static final String LINK = "CurrentControlSet";

    private final SortedMap<HiveMount, HiveBuilder> hives;
    private @Nullable Place current;

    private record Place(HiveBuilder hive, String path) {}

    OfflineTarget(SortedMap<HiveMount, HiveBuilder> hives) {
        this.hives = hives;
    }

    @Override
    public void key(String path) {
        Place place = place(path);
        place.hive().key(place.path());
        current = place;
    }

    @Override
    public void deleteKey(String path) {
        Place place = place(path);
        place.hive().delete(place.path());
    }

    @Override
    public void setValue(String name, RegistryValue value) {
        Place place = requireCurrent();
        place.hive().set(place.path(), name, value);
    }

    @Override
    public void deleteValue(String name) {
        Place place = requireCurrent();
        place.hive().deleteValue(place.path(), name);
    }

    @Override
    public void done() {}

    private Place requireCurrent() {
        Place place = current;
        if (place == null) {
            throw new AssertionError("a value without a key");
        }
        return place;
    }

    private Place place(String path) {
        int end = path.indexOf('\\');
        RootKey root = RootKey.valueOf(end < 0 ? path : path.substring(0, end));
        String below = end < 0 ? "" : path.substring(end + 1);
        String full = root.prefix() + (root.prefix().isEmpty() || below.isEmpty() ? "" : "\\") + below;
        int cut = full.indexOf('\\');
        HiveMount mount = new HiveMount(root.root(), cut < 0 ? full : full.substring(0, cut));
        HiveBuilder hive = hives.get(mount);
        if (hive == null) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(path + ": no such hive");
        }
        String inHive = cut < 0 ? "" : full.substring(cut + 1);
        return new Place(hive, mount.equals(HiveMount.SYSTEM) ? throughLink(hive, inHive) : inHive);
    }

    private static String throughLink(HiveBuilder system, String path) {
        boolean link = CaseFolding.startsWith(path, LINK)
                && (path.length() == LINK.length() || path.charAt(LINK.length()) == '\\');
        if (!link) {
            return path;
        }
        OptionalInt set =
                system.value("Select", "Current").map(RegistryValue::dword).orElse(OptionalInt.empty());
        return String.format(Locale.ROOT, "ControlSet%03d", set.orElse(1)) + path.substring(LINK.length());
    }
}
