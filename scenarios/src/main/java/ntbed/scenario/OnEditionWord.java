package ntbed.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what differs by edition: {@code {server: [...], workstation: [...]}}. */
final class OnEditionWord {
    private OnEditionWord() {}

    static <T> Map<Edition, List<T>> read(Entry entry, Function<Entry, T> element) {
        Map<Edition, List<T>> lists = new LinkedHashMap<>();
        entry.group().forEach((name, list) -> {
            Edition edition = entry.keyEntry(name).oneOf("edition", Edition.values());
            lists.put(edition, list.list(element));
        });
        return lists;
    }
}
