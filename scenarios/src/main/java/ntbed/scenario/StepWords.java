package ntbed.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ntbed.scenario.Step.Switch;
import ntbed.scenario.Step.ToolVerb;

/** The words of the article language for things that are done. A step is one word with what it needs. */
final class StepWords {
    private static final List<String> WORDS = List.of(
            "at",
            "power on",
            "shut down",
            "restart",
            "cut power",
            "copy disk to",
            "log on",
            "wait",
            "insert disc",
            "install",
            "run",
            "answer",
            "add user",
            "as system",
            "on edition",
            "refused",
            "delete file",
            "empty file",
            "empty value",
            "flip byte",
            "truncate",
            "append",
            "set permissions",
            "copy file",
            "rename file",
            "write file",
            "set value",
            "delete value",
            "delete key",
            "open",
            "select",
            "expand",
            "double-click",
            "right-click",
            "choose",
            "type",
            "tick",
            "untick",
            "press",
            "click",
            "close");
    private static final List<String> TYPES =
            List.of("REG_SZ", "REG_EXPAND_SZ", "REG_MULTI_SZ", "REG_DWORD", "REG_BINARY");

    private StepWords() {}

    /** The words in the order they are explained. */
    static Iterable<String> all() {
        return WORDS;
    }

    /** Reads one step: a bare word, or a word with what follows it. */
    static Step read(Entry entry) {
        return WordReader.read(entry, "step", WORDS, StepWords::step);
    }

    /** A switch, not a table of functions: each function of a table costs a class at start-up. */
    private static Step step(String word, Entry needs) {
        return switch (word) {
            case "at" -> new Step.At(needs.text());
            case "power on" -> bare(needs, new Step.Power(Switch.POWER_ON));
            case "shut down" -> bare(needs, new Step.Power(Switch.SHUT_DOWN));
            case "restart" -> bare(needs, new Step.Power(Switch.RESTART));
            case "cut power" -> bare(needs, new Step.Power(Switch.CUT_POWER));
            case "copy disk to" -> new Step.CopyDisk(needs.text());
            case "log on" -> logOn(needs);
            case "wait" -> new Step.Wait(millis(needs));
            case "insert disc" -> new Step.InsertDisc(needs.text());
            case "install" -> new Step.Install(needs.text());
            case "run" -> new Step.Run(needs.text());
            case "answer" -> answer(needs);
            case "add user" -> addUser(needs);
            case "as system" -> new Step.AsSystem(needs.list(StepWords::read));
            case "on edition" -> new Step.OnEdition(OnEditionWord.read(needs, StepWords::read));
            case "refused" -> refused(needs);
            case "delete file", "empty file", "empty value", "flip byte", "truncate", "append" ->
                ContentWords.damage(word, needs);
            case "set permissions" -> ContentWords.setPermissions(needs);
            case "copy file" -> copyFile(needs);
            case "rename file" -> renameFile(needs);
            case "write file" -> writeFile(needs);
            case "set value" -> setValue(needs);
            case "delete value" -> deleteValue(needs);
            case "delete key" -> new Step.DeleteFromRegistry(needs.text(), "");
            case "open" -> new Step.UseTool(ToolVerb.OPEN, needs.text());
            case "select" -> tool(ToolVerb.SELECT, needs);
            case "expand" -> tool(ToolVerb.EXPAND, needs);
            case "double-click" -> tool(ToolVerb.DOUBLE_CLICK, needs);
            case "right-click" -> tool(ToolVerb.RIGHT_CLICK, needs);
            case "choose" -> tool(ToolVerb.CHOOSE, needs);
            case "type" -> tool(ToolVerb.TYPE, needs);
            case "tick" -> tool(ToolVerb.TICK, needs);
            case "untick" -> tool(ToolVerb.UNTICK, needs);
            case "press" -> tool(ToolVerb.PRESS, needs);
            case "click" -> tool(ToolVerb.CLICK, needs);
            case "close" -> bare(needs, new Step.UseTool(ToolVerb.CLOSE, ""));
            default -> throw new AssertionError(word);
        };
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

    /** {@code click: OK}, or with a box or list of the window: {@code type: {File name: a.reg}}. */
    private static Step tool(ToolVerb verb, Entry entry) {
        if (entry.isText()) {
            return new Step.UseTool(verb, entry.text());
        }
        Map<String, Entry> group = entry.group();
        if (group.size() != 1) {
            throw entry.error("expected a text, or one box or list with what to " + verb.word() + " in it");
        }
        Map.Entry<String, Entry> field = group.entrySet().iterator().next();
        return new Step.UseTool(verb, field.getKey(), field.getValue().anyText());
    }

    private static Step addUser(Entry entry) {
        Fields fields = entry.fields("name", "password", "groups");
        return new Step.AddUser(fields.text("name"), fields.text("password", ""), fields.texts("groups"));
    }

    private static Step refused(Entry entry) {
        Fields fields = entry.fields("step", "error");
        return new Step.Refused(read(fields.need("step")), fields.need("error").number());
    }

    private static Step renameFile(Entry entry) {
        Fields fields = entry.fields("from", "to");
        return new Step.RenameFile(fields.text("from"), fields.text("to"));
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
        if (type.text().equals("REG_BINARY") && !data.anyText().isEmpty()) {
            ContentWords.bytes(data);
        }
        List<String> texts = type.text().equals("REG_MULTI_SZ") ? data.list(Entry::anyText) : List.of(data.anyText());
        return new Step.SetValue(fields.text("key"), fields.need("name").anyText(), type.text(), texts);
    }

    private static Step deleteValue(Entry entry) {
        Fields fields = entry.fields("key", "name");
        return new Step.DeleteFromRegistry(fields.text("key"), fields.text("name"));
    }
}
