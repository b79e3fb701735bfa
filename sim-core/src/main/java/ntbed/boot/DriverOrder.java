package ntbed.boot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.filesystem.NtPath;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;

/**
 * Boot-start and system-start drivers of a control set in the order the kernel takes them (rules B5, B8, B9): by group
 * as {@code ServiceGroupOrder\List} has it, inside a group by the place of the tag in {@code GroupOrderList}, the rest
 * by name; drivers of an unlisted group and of none come last. Linear but for the final sort.
 */
final class DriverOrder {
    private static final int KERNEL_DRIVER = 1;
    private static final int FILE_SYSTEM_DRIVER = 2;
    private static final int RECOGNIZER_DRIVER = 8;

    private DriverOrder() {}

    /**
     * A driver to be loaded.
     *
     * @param name its service name
     * @param group its group, empty for none
     * @param errorControl 0 to 3
     * @param key its service key
     */
    record Driver(String name, String group, int errorControl, KeyTree key, int groupRank, int tagRank) {}

    /** The drivers with that Start value, in order. */
    static List<Driver> of(KeyTree controlSet, int start) {
        List<Driver> drivers = new ArrayList<>();
        Optional<KeyTree> services = controlSet.descend("Services");
        if (services.isEmpty()) {
            return drivers;
        }
        Map<String, Integer> groupRanks = groupRanks(controlSet);
        Map<String, Map<Integer, Integer>> tagRanks = tagRanks(controlSet);
        for (KeyTree key : services.get().subkeys()) {
            if (number(key, "Start", -1) == start && isDriver(number(key, "Type", -1))) {
                drivers.add(driver(key, groupRanks, tagRanks));
            }
        }
        // The sort is stable: what is equal in group and tag stays in the upper-case order of names.
        drivers.sort(Comparator.comparingInt(Driver::groupRank).thenComparingInt(Driver::tagRank));
        return drivers;
    }

    private static Driver driver(
            KeyTree key, Map<String, Integer> groupRanks, Map<String, Map<Integer, Integer>> tagRanks) {
        String group = key.value("Group").flatMap(RegistryValue::text).orElse("");
        String folded = NtPath.fold(group);
        int groupRank = group.isEmpty() ? Integer.MAX_VALUE : groupRanks.getOrDefault(folded, Integer.MAX_VALUE - 1);
        int tagRank = tagRanks.getOrDefault(folded, Map.of()).getOrDefault(number(key, "Tag", 0), Integer.MAX_VALUE);
        return new Driver(key.name(), group, number(key, "ErrorControl", 0), key, groupRank, tagRank);
    }

    private static boolean isDriver(int type) {
        return type == KERNEL_DRIVER || type == FILE_SYSTEM_DRIVER || type == RECOGNIZER_DRIVER;
    }

    private static Map<String, Integer> groupRanks(KeyTree controlSet) {
        Map<String, Integer> ranks = new HashMap<>();
        List<String> list = controlSet
                .descend("Control\\ServiceGroupOrder")
                .flatMap(key -> key.value("List"))
                .flatMap(RegistryValue::texts)
                .orElse(List.of());
        for (String group : list) {
            Integer unused = ranks.putIfAbsent(NtPath.fold(group), ranks.size());
        }
        return ranks;
    }

    private static Map<String, Map<Integer, Integer>> tagRanks(KeyTree controlSet) {
        Map<String, Map<Integer, Integer>> ranks = new HashMap<>();
        Optional<KeyTree> lists = controlSet.descend("Control\\GroupOrderList");
        if (lists.isPresent()) {
            for (NamedValue list : lists.get().values()) {
                ranks.put(NtPath.fold(list.name()), tagRanks(list.value().data()));
            }
        }
        return ranks;
    }

    /** A count, then that many tags; data that is shorter than its count says is read as far as it goes. */
    private static Map<Integer, Integer> tagRanks(byte[] data) {
        Map<Integer, Integer> ranks = new HashMap<>();
        int there = data.length / 4 - 1;
        int count = there < 0 ? 0 : Math.min(Math.max(dword(data, 0), 0), there);
        for (int i = 1; i <= count; i++) {
            Integer unused = ranks.putIfAbsent(dword(data, i), i);
        }
        return ranks;
    }

    private static int dword(byte[] data, int index) {
        int at = index * 4;
        return (data[at] & 0xFF)
                | (data[at + 1] & 0xFF) << 8
                | (data[at + 2] & 0xFF) << 16
                | (data[at + 3] & 0xFF) << 24;
    }

    static int number(KeyTree key, String name, int otherwise) {
        Optional<RegistryValue> value = key.value(name);
        OptionalInt number = value.isPresent() ? value.get().dword() : OptionalInt.empty();
        return number.orElse(otherwise);
    }
}
