package ntbed.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ntbed.scenario.Step.FileDamage;
import ntbed.scenario.Step.Switch;
import ntbed.scenario.Step.ToolVerb;

/** The words of the article language for things that are done. A step is one word with what it needs. */
final class StepWords {
    private static final Map<String, Function<Entry, Step>> WORDS = words();
    private static final List<String> TYPES = List.of("REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ", "REG_DWORD");

    private StepWords() {}

    private static Map<String, Function<Entry, Step>> words() {
        Map<String, Function<Entry, Step>> words = new LinkedHashMap<>();
        words.put("at", entry -> new Step.At(entry.text()));
        for (Switch change : Switch.values()) {
            Step.Power power = new Step.Power(change);
            words.put(power.written(), entry -> bare(entry, power));
        }
        words.put("copy disk to", entry -> new Step.CopyDisk(entry.text()));
        words.put("log on", StepWords::logOn);
        words.put("wait", entry -> new Step.Wait(millis(entry)));
        words.put("insert disc", entry -> new Step.InsertDisc(entry.text()));
        words.put("install", entry -> new Step.Install(entry.text()));
        words.put("run", entry -> new Step.Run(entry.text()));
        words.put("answer", StepWords::answer);
        words.put("delete file", entry -> new Step.DamageFile(FileDamage.DELETE_FILE, entry.text(), 0));
        words.put("empty file", entry -> new Step.DamageFile(FileDamage.EMPTY_FILE, entry.text(), 0));
        words.put("flip byte", StepWords::flipByte);
        words.put("copy file", StepWords::copyFile);
        words.put("write file", StepWords::writeFile);
        words.put("set value", StepWords::setValue);
        words.put("delete value", StepWords::deleteValue);
        words.put("delete key", entry -> new Step.DeleteFromRegistry(entry.text(), ""));
        toolWords(words);
        return words;
    }

    private static void toolWords(Map<String, Function<Entry, Step>> words) {
        words.put("open", entry -> new Step.UseTool(ToolVerb.OPEN, entry.text()));
        words.put("select", entry -> new Step.UseTool(ToolVerb.SELECT, entry.text()));
        words.put("double-click", entry -> new Step.UseTool(ToolVerb.DOUBLE_CLICK, entry.text()));
        words.put("choose", entry -> new Step.UseTool(ToolVerb.CHOOSE, entry.text()));
        words.put("type", entry -> new Step.UseTool(ToolVerb.TYPE, entry.text()));
        words.put("click", entry -> new Step.UseTool(ToolVerb.CLICK, entry.text()));
        words.put("close", entry -> bare(entry, new Step.UseTool(ToolVerb.CLOSE, "")));
    }

    /** The words in the order they are explained. */
    static Iterable<String> all() {
        return WORDS.keySet();
    }

    /** Reads one step: a bare word, or a word with what follows it. */
    static Step read(Entry entry) {
        return WordReader.read(entry, "step", WORDS);
    }

    private static Step bare(Entry entry, Step step) {
        if (!entry.anyText().isEmpty()) {
            throw entry.error("expected nothing after \"" + step.written() + "\", found " + entry.found());
        }
        return step;
    }

    private static Step logOn(Entry entry) {
        if (entry.isText()) {
            return new Step.LogOn(entry.text(), "");
        }
        Fields fields = entry.fields("user", "password");
        return new Step.LogOn(fields.text("user"), fields.need("password").anyText());
    }

    /** {@code 30 s}, {@code 500 ms}, {@code 2 min}. */
    private static long millis(Entry entry) {
        String text = entry.text();
        int blank = text.indexOf(' ');
        String unit = blank < 0 ? "" : text.substring(blank + 1);
        long factor = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "min" -> 60_000;
            default -> 0;
        };
        for (int i = 0; i < blank; i++) {
            factor = text.charAt(i) >= '0' && text.charAt(i) <= '9' ? factor : 0;
        }
        if (factor == 0 || blank < 1 || blank > 9) {
            throw entry.error("expected a time such as 500 ms, 30 s or 2 min, found " + entry.found());
        }
        return Long.parseLong(text.substring(0, blank)) * factor;
    }

    private static Step answer(Entry entry) {
        Fields fields = entry.fields("window", "button", "fields");
        Map<String, String> typed = new LinkedHashMap<>();
        fields.find("fields")
                .ifPresent(group -> group.group().forEach((name, text) -> typed.put(name, text.anyText())));
        return new Step.Answer(fields.text("window"), fields.text("button"), typed);
    }

    private static Step flipByte(Entry entry) {
        Fields fields = entry.fields("file", "at");
        return new Step.DamageFile(
                FileDamage.FLIP_BYTE, fields.text("file"), fields.need("at").number());
    }

    private static Step copyFile(Entry entry) {
        Fields fields = entry.fields("from", "to");
        return new Step.CopyFile(fields.text("from"), fields.text("to"));
    }

    private static Step writeFile(Entry entry) {
        Fields fields = entry.fields("path", "lines");
        return new Step.WriteFile(fields.text("path"), fields.need("lines").list(Entry::anyText));
    }

    private static Step setValue(Entry entry) {
        Fields fields = entry.fields("key", "name", "type", "data");
        Entry type = fields.need("type");
        if (!TYPES.contains(type.text())) {
            throw type.unknown("type", type.text(), TYPES);
        }
        Entry data = fields.need("data");
        if (type.text().equals("REG_DWORD")) {
            data.number();
        }
        List<String> texts = type.text().equals("REG_MULTI_SZ") ? data.list(Entry::anyText) : List.of(data.anyText());
        return new Step.SetValue(fields.text("key"), fields.need("name").anyText(), type.text(), texts);
    }

    private static Step deleteValue(Entry entry) {
        Fields fields = entry.fields("key", "name");
        return new Step.DeleteFromRegistry(fields.text("key"), fields.text("name"));
    }
}
