package ntbed.scenario;

import java.util.Map;
import java.util.function.Function;

/** Reads an entry that is one word of a table: {@code - restart}, or a word with what it needs: {@code - run: a.exe}. */
final class WordReader {
    private WordReader() {}

    static <T> T read(Entry entry, String what, Map<String, Function<Entry, T>> words) {
        if (entry.isText()) {
            Function<Entry, T> bare = words.get(entry.text());
            if (bare == null) {
                throw entry.unknown(what, entry.text(), words.keySet());
            }
            return bare.apply(entry.nothing());
        }
        Map<String, Entry> group = entry.group();
        if (group.size() != 1) {
            throw entry.error("expected one " + what + " with what it needs, found " + group.size() + " keys");
        }
        String word = group.keySet().iterator().next();
        Function<Entry, T> reader = words.get(word);
        if (reader == null) {
            throw entry.keyEntry(word).unknown(what, word, words.keySet());
        }
        return reader.apply(group.values().iterator().next());
    }
}
