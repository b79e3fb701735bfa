package ntbed.scenario;

import java.util.List;
import java.util.Optional;
import ntbed.scenario.Article.Attempt;
import ntbed.scenario.Remedy.Condition;
import ntbed.scenario.Remedy.Numbered;
import ntbed.scenario.Remedy.Part;

/** Reads remedies and attempts. */
final class RemedyReader {
    private static final String MASTER = "master";

    private RemedyReader() {}

    static Remedy remedy(Entry entry) {
        Fields fields = entry.fields(
                "id",
                "title",
                "only if",
                "modifies registry",
                "warnings",
                "on",
                "prepare",
                "steps",
                "parts",
                "fix",
                "changes",
                "proof");
        Fields proof = fields.need("proof").fields("steps", "cured", "still broken", "checks");
        return new Remedy(
                fields.text("id"),
                fields.text("title"),
                fields.list("only if", RemedyReader::condition),
                fields.flag("modifies registry"),
                fields.texts("warnings"),
                fields.text("on", MASTER),
                fields.list("prepare", StepWords::read),
                parts(entry, fields),
                fields.find("fix").map(Entry::text),
                fields.need("changes").list(Entry::text),
                proof.list("steps", StepWords::read),
                proof.need("cured").list(Entry::text),
                proof.texts("still broken"),
                proof.list("checks", CheckWords::read));
    }

    /** An attempt leaves the machine it is done on broken, unless it names others. */
    static Attempt attempt(Entry entry) {
        Fields fields = entry.fields(
                "id",
                "title",
                "because",
                "only if",
                "modifies registry",
                "warnings",
                "on",
                "prepare",
                "steps",
                "parts",
                "changes",
                "proof");
        Fields proof = fields.need("proof").fields("steps", "still broken", "checks");
        String machine = fields.text("on", MASTER);
        return new Attempt(
                fields.text("because"),
                new Remedy(
                        fields.text("id"),
                        fields.text("title"),
                        fields.list("only if", RemedyReader::condition),
                        fields.flag("modifies registry"),
                        fields.texts("warnings"),
                        machine,
                        fields.list("prepare", StepWords::read),
                        parts(entry, fields),
                        Optional.empty(),
                        fields.texts("changes"),
                        proof.list("steps", StepWords::read),
                        List.of(),
                        proof.find("still broken").isPresent() ? proof.texts("still broken") : List.of(machine),
                        proof.list("checks", CheckWords::read)));
    }

    /** Steps, or parts with steps. */
    private static List<Part> parts(Entry entry, Fields fields) {
        if (fields.find("parts").isEmpty()) {
            return List.of(new Part("", List.of(), List.of(), steps(fields.need("steps"))));
        }
        if (fields.find("steps").isPresent()) {
            throw entry.keyEntry("parts").error("\"steps\" or \"parts\", not both");
        }
        return fields.list("parts", RemedyReader::part);
    }

    private static Part part(Entry entry) {
        Fields fields = entry.fields("heading", "only if", "warnings", "steps");
        return new Part(
                fields.text("heading"),
                fields.list("only if", RemedyReader::condition),
                fields.texts("warnings"),
                steps(fields.need("steps")));
    }

    /** The steps of a part are numbered from 1 on. */
    private static List<Numbered> steps(Entry entry) {
        List<Numbered> steps = entry.list(RemedyReader::numbered);
        List<Entry> entries = entry.list(step -> step);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                Entry number =
                        Optional.ofNullable(entries.get(i).group().get("step")).orElse(entry);
                throw number.error("expected step " + (i + 1) + ", found " + number.found());
            }
        }
        return steps;
    }

    private static Condition condition(Entry entry) {
        Fields fields = entry.fields("text", "check", "otherwise");
        return new Condition(fields.text("text"), CheckWords.read(fields.need("check")), fields.text("otherwise"));
    }

    private static Numbered numbered(Entry entry) {
        Fields fields = entry.fields("step", "tool", "action", "do", "sees");
        return new Numbered(
                fields.need("step").number(),
                fields.text("tool"),
                fields.text("action"),
                fields.need("do").list(StepWords::read),
                fields.list("sees", CheckWords::read));
    }
}
