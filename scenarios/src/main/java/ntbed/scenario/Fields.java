package ntbed.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The named entries of one group, all of whose names are known. */
final class Fields {
    private final Entry owner;
    private final Map<String, Entry> entries;

    Fields(Entry owner, Map<String, Entry> entries) {
        this.owner = owner;
        this.entries = entries;
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** An entry that must be there. */
    Entry need(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw owner.error("\"" + name + "\" is missing here");
        }
        return entry;
    }

    String text(String name) {
        return need(name).text();
    }

    String text(String name, String otherwise) {
        return entries.containsKey(name) ? need(name).text() : otherwise;
    }

    int number(String name, int otherwise) {
        return entries.containsKey(name) ? need(name).number() : otherwise;
    }

    boolean flag(String name) {
        return entries.containsKey(name) && need(name).flag();
    }

    /** A list; a missing one is empty. */
    <T> List<T> list(String name, Function<Entry, T> element) {
        return entries.containsKey(name) ? need(name).list(element) : List.of();
    }

    List<String> texts(String name) {
        return list(name, Entry::text);
    }
}
