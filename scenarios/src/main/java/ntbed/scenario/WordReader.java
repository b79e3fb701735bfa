package ntbed.scenario;

import java.util.List;
import java.util.Map;

/** Reads an entry that is one word of a list: {@code - restart}, or a word with what it needs: {@code - run: a.exe}. */
final class WordReader {
    private WordReader() {}

    /** What a word with what it needs stands for. */
    interface Meaning<T> {
        T of(String word, Entry needs);
    }

    static <T> T read(Entry entry, String what, List<String> words, Meaning<T> meaning) {
        if (entry.isText()) {
            if (!words.contains(entry.text())) {
                throw entry.unknown(what, entry.text(), words);
            }
            return meaning.of(entry.text(), entry.nothing());
        }
        Map<String, Entry> group = entry.group();
        if (group.size() != 1) {
            throw entry.error("expected one " + what + " with what it needs, found " + group.size() + " keys");
        }
        String word = group.keySet().iterator().next();
        if (!words.contains(word)) {
            throw entry.keyEntry(word).unknown(what, word, words);
        }
        return meaning.of(word, group.values().iterator().next());
    }
}
