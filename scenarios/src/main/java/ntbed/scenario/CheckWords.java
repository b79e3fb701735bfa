package ntbed.scenario;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;

/** The words of the article language for things that can be seen. */
final class CheckWords {
    /** Title of the start-up message (rule E6): what a popup means where an article names no title. */
    private static final String START_UP_TITLE = "Service Control Manager";

    private static final List<String> TYPES =
            List.of("Error", "Warning", "Information", "Success Audit", "Failure Audit");
    private static final List<String> STATES = List.of("stopped", "running", "start pending", "stop pending", "paused");
    private static final List<String> STARTS = List.of("boot", "system", "automatic", "manual", "disabled");
    private static final List<String> WORDS =
            List.of("popup", "event", "service", "file", "no file", "key", "no key", "value", "window", "line");

    private CheckWords() {}

    /** The words in the order they are explained. */
    static Iterable<String> all() {
        return WORDS;
    }

    static Check read(Entry entry) {
        return WordReader.read(entry, "check", WORDS, CheckWords::check);
    }

    private static Check check(String word, Entry needs) {
        return switch (word) {
            case "popup" -> popup(needs);
            case "event" -> event(needs);
            case "service" -> service(needs);
            case "file" -> new Check.FileThere(needs.text(), true);
            case "no file" -> new Check.FileThere(needs.text(), false);
            case "key" -> new Check.KeyThere(needs.text(), true);
            case "no key" -> new Check.KeyThere(needs.text(), false);
            case "value" -> value(needs);
            case "window" -> new Check.Window(needs.text());
            case "line" -> new Check.Line(needs.text());
            default -> throw new AssertionError(word);
        };
    }

    private static Check popup(Entry entry) {
        if (entry.isText()) {
            return new Check.Popup(START_UP_TITLE, entry.text());
        }
        Fields fields = entry.fields("title", "text");
        return new Check.Popup(fields.text("title", START_UP_TITLE), fields.text("text"));
    }

    private static Check event(Entry entry) {
        Fields fields = entry.fields("log", "source", "id", "type", "user", "category", "text", "count");
        Log log = fields.find("log").isPresent() ? fields.need("log").oneOf("log", Log.values()) : Log.SYSTEM;
        return new Check.Event(
                log,
                fields.text("source"),
                fields.need("id").number(),
                known(fields, "type", TYPES),
                fields.text("user", ""),
                fields.text("category", ""),
                fields.text("text"),
                fields.number("count", 1));
    }

    private static Check service(Entry entry) {
        Fields fields = entry.fields("name", "state", "start", "exit code");
        return new Check.Service(
                fields.text("name"),
                known(fields, "state", STATES),
                known(fields, "start", STARTS),
                fields.number("exit code", -1));
    }

    private static Check value(Entry entry) {
        Fields fields = entry.fields("key", "name", "data");
        return new Check.Value(fields.text("key"), fields.text("name", ""), fields.text("data"));
    }

    private static String known(Fields fields, String name, List<String> words) {
        String word = fields.text(name, "");
        if (!word.isEmpty() && !words.contains(word)) {
            throw fields.need(name).unknown(name, word, words);
        }
        return word;
    }
}
