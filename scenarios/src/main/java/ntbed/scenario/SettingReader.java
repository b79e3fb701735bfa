package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.Article.Installed;
import ntbed.scenario.Article.Setting;
import ntbed.scenario.Article.Story;
import ntbed.scenario.Article.Variant;

/** Reads the machine of an article, and its variants, which are other machines and other causes. */
final class SettingReader {
    private static final int USUAL_SERVICE_PACK = 4;

    private SettingReader() {}

    static Setting read(Entry entry) {
        Fields fields = entry.fields("editions", "service pack", "components");
        return new Setting(
                fields.need("editions").list(SettingReader::edition),
                servicePack(fields, USUAL_SERVICE_PACK),
                fields.list("components", SettingReader::component));
    }

    private static Edition edition(Entry entry) {
        return entry.oneOf("edition", Edition.values());
    }

    private static int servicePack(Fields fields, int otherwise) {
        int servicePack = fields.number("service pack", otherwise);
        if (servicePack < 3 || servicePack > 6) {
            throw fields.need("service pack").error("expected a service pack from 3 to 6, found " + servicePack);
        }
        return servicePack;
    }

    private static Installed component(Entry entry) {
        if (entry.isText()) {
            return new Installed(entry.text(), List.of());
        }
        Fields fields = entry.fields("component", "on");
        return new Installed(fields.text("component"), fields.need("on").list(SettingReader::edition));
    }

    /** What a variant does not say is the article's. */
    static Variant variant(Entry entry, Article article) {
        Fields fields = entry.fields(
                "name",
                "machine",
                "before",
                "cause",
                "after",
                "patient",
                "symptoms",
                "evidence",
                "harmless",
                "cured by",
                "not cured by");
        return new Variant(
                fields.text("name"),
                fields.find("machine")
                        .map(machine -> other(machine, article.setting()))
                        .orElse(article.setting()),
                story(fields, article.story()),
                fields.find("symptoms").isPresent() ? fields.list("symptoms", CheckWords::read) : article.symptoms(),
                evidence(fields, article),
                fields.flag("harmless"),
                remedies(fields, "cured by", article),
                remedies(fields, "not cured by", article));
    }

    private static Setting other(Entry entry, Setting usual) {
        Fields fields = entry.fields("editions", "service pack", "components");
        return new Setting(
                fields.find("editions").isPresent()
                        ? fields.list("editions", SettingReader::edition)
                        : usual.editions(),
                servicePack(fields, usual.servicePack()),
                fields.find("components").isPresent()
                        ? fields.list("components", SettingReader::component)
                        : usual.components());
    }

    private static Story story(Fields fields, Story usual) {
        List<Step> before = fields.find("before").isPresent() ? fields.list("before", StepWords::read) : usual.before();
        List<Step> after = fields.find("after").isPresent() ? fields.list("after", StepWords::read) : usual.after();
        String patient = fields.text("patient", usual.patient());
        if (fields.find("cause").isEmpty()) {
            return new Story(before, usual.because(), usual.cause(), after, patient);
        }
        Fields cause = fields.need("cause").fields("because", "steps");
        return new Story(before, cause.text("because"), cause.need("steps").list(StepWords::read), after, patient);
    }

    /** Evidence belongs to the cause: another cause has its own, or none. */
    private static List<Check> evidence(Fields fields, Article article) {
        boolean own =
                fields.find("evidence").isPresent() || fields.find("cause").isPresent() || fields.flag("harmless");
        return own ? fields.list("evidence", CheckWords::read) : article.evidence();
    }

    private static List<String> remedies(Fields fields, String name, Article article) {
        List<String> known = new ArrayList<>();
        article.remedies().forEach(remedy -> known.add(remedy.id()));
        return fields.list(name, entry -> {
            if (!known.contains(entry.text())) {
                throw entry.unknown("remedy", entry.text(), known);
            }
            return entry.text();
        });
    }
}
