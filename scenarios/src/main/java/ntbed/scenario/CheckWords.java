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
    private static final List<String> WORDS = List.of(
            "popup",
            "no popup",
            "event",
            "no event",
            "service",
            "no service",
            "file",
            "no file",
            "same files",
            "key",
            "no key",
            "dimmed",
            "not dimmed",
            "value",
            "no value",
            "bytes",
            "size",
            "owner",
            "permissions",
            "window",
            "line",
            "message",
            "when",
            "on edition");

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
            case "no popup" -> new Check.NoPopup(needs.anyText().isEmpty() ? START_UP_TITLE : needs.text());
            case "event" -> event(needs);
            case "no event" -> noEvent(needs);
            case "service" -> service(needs);
            case "no service" -> new Check.NoService(needs.text());
            case "same files" -> sameFiles(needs);
            case "dimmed" -> new Check.Dimmed(needs.text(), true);
            case "not dimmed" -> new Check.Dimmed(needs.text(), false);
            case "no value" -> noValue(needs);
            case "bytes", "size", "owner", "permissions" -> ContentWords.check(word, needs);
            case "message" -> message(needs);
            case "when" -> when(needs);
            case "on edition" -> new Check.OnEdition(OnEditionWord.read(needs, CheckWords::read));
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
        return new Check.Event(
                log(fields),
                fields.text("source"),
                fields.need("id").number(),
                known(fields, "type", TYPES),
                fields.text("user", ""),
                fields.text("category", ""),
                fields.text("text"),
                fields.number("count", 1));
    }

    private static Check noEvent(Entry entry) {
        Fields fields = entry.fields("log", "source", "id", "text");
        return new Check.NoEvent(
                log(fields), fields.text("source", ""), fields.need("id").number(), fields.text("text", ""));
    }

    private static Log log(Fields fields) {
        return fields.find("log").isPresent() ? fields.need("log").oneOf("log", Log.values()) : Log.SYSTEM;
    }

    private static Check sameFiles(Entry entry) {
        List<String> paths = entry.list(Entry::text);
        if (paths.size() < 2) {
            throw entry.error("expected two files or more, found " + paths.size());
        }
        return new ContentCheck.SameFiles(paths);
    }

    private static Check noValue(Entry entry) {
        Fields fields = entry.fields("key", "name");
        return new Check.NoValue(fields.text("key"), fields.text("name"));
    }

    private static Check message(Entry entry) {
        if (entry.isText()) {
            return new Check.Message("", entry.text());
        }
        Fields fields = entry.fields("title", "text");
        return new Check.Message(fields.text("title", ""), fields.text("text"));
    }

    private static Check when(Entry entry) {
        Fields fields = entry.fields("do", "sees");
        return new Check.When(
                fields.need("do").list(StepWords::read), fields.need("sees").list(CheckWords::read));
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
