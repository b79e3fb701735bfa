package ntbed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRecord;
import ntbed.scenario.Check;
import ntbed.scenario.Remedy;
import ntbed.scenario.Step;

/** An article as a person reads it. */
public final class ArticleText {
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };

    private final Paint paint;
    private final Sheet sheet = new Sheet();

    private ArticleText(Paint paint) {
        this.paint = paint;
    }

    /** The whole article. */
    public static String of(Article article, Paint paint) {
        ArticleText text = new ArticleText(paint);
        text.record(article.record());
        text.story(article);
        article.remedies().forEach(remedy -> text.remedy("remedy ", remedy));
        article.attempts().forEach(text::attempt);
        article.variants().forEach(variant -> text.variant(article, variant));
        return text.sheet.toString();
    }

    private void record(ArticleRecord record) {
        sheet.line(paint.strong(record.id() + "  " + record.title()));
        sheet.blank();
        sheet.row("summary", record.summary());
        sheet.row("product", record.product() + " " + record.version());
        rows("applies to", record.appliesTo());
        sheet.row("modified", date(record));
        sheet.row("keywords", record.keywords().isEmpty() ? "none" : String.join(" ", record.keywords()));
        sheet.row("finds", record.queryWords().isEmpty() ? "none" : String.join(", ", record.queryWords()));
        sheet.row("issue", record.issueType() + "; " + String.join(" ", record.technology()));
        rows("notice", record.notices());
        record.references().forEach((id, title) -> sheet.row("see", id + " " + title));
        rows("link", record.links());
    }

    private static String date(ArticleRecord record) {
        return String.format(
                Locale.ROOT,
                "%02d-%s-%d",
                record.modified().getDayOfMonth(),
                MONTHS[record.modified().getMonthValue() - 1],
                record.modified().getYear());
    }

    private void story(Article article) {
        sheet.blank();
        sheet.row("machine", machine(article.setting()));
        steps("before", article.story().before());
        sheet.row("cause", article.story().because());
        steps("", article.story().cause());
        steps("after", article.story().after());
        sheet.blank();
        checks("symptoms", article.symptoms());
        checks("evidence", article.evidence());
    }

    /** Editions, service pack, and what is installed. */
    private static String machine(Article.Setting setting) {
        List<String> editions = new ArrayList<>();
        setting.editions().forEach(edition -> editions.add(edition.title()));
        List<String> components = new ArrayList<>();
        for (Article.Installed component : setting.components()) {
            List<String> only = new ArrayList<>();
            component.editions().forEach(edition -> only.add(edition.title()));
            components.add(component.id() + (only.isEmpty() ? "" : " (" + String.join(", ", only) + ")"));
        }
        return String.join(", ", editions) + "; Service Pack " + setting.servicePack()
                + (components.isEmpty() ? "" : "; " + String.join(", ", components));
    }

    private void checks(String label, List<Check> checks) {
        String shown = label;
        for (Check check : checks) {
            sheet.row(shown, "- " + check.written());
            shown = "";
        }
    }

    private void steps(String label, List<Step> steps) {
        String shown = label;
        for (Step step : steps) {
            sheet.row(shown, "- " + step.written());
            shown = "";
        }
    }

    private void attempt(Article.Attempt attempt) {
        remedy("attempt ", attempt.remedy());
        sheet.subRow("in vain", attempt.because());
    }

    private void variant(Article article, Article.Variant variant) {
        sheet.blank();
        sheet.row("variant", variant.name() + (variant.harmless() ? " (harmless)" : ""));
        if (!variant.setting().equals(article.setting())) {
            sheet.subRow("machine", machine(variant.setting()));
        }
        if (!variant.story().equals(article.story())) {
            sheet.subRow("cause", variant.story().because());
            variant.story().cause().forEach(step -> sheet.subRow("", "- " + step.written()));
        }
        if (!variant.symptoms().equals(article.symptoms())) {
            variant.symptoms().forEach(check -> sheet.subRow("symptom", check.written()));
        }
        if (!variant.curedBy().isEmpty()) {
            sheet.subRow("cured by", String.join(", ", variant.curedBy()));
        }
        if (!variant.notCuredBy().isEmpty()) {
            sheet.subRow("not by", String.join(", ", variant.notCuredBy()));
        }
    }

    private void remedy(String word, Remedy remedy) {
        sheet.blank();
        sheet.row(word + remedy.id(), remedy.title() + (remedy.modifiesRegistry() ? " (changes the registry)" : ""));
        conditions(remedy.onlyIf());
        remedy.warnings().forEach(warning -> sheet.subRow("warning", warning));
        for (Remedy.Part part : remedy.parts()) {
            if (!part.heading().isEmpty()) {
                sheet.subRow("part", part.heading());
            }
            conditions(part.onlyIf());
            part.warnings().forEach(warning -> sheet.subRow("warning", warning));
            part.steps().forEach(step -> {
                sheet.subRow("step " + step.number(), step.tool() + ": " + step.action());
                step.sees().forEach(check -> sheet.subRow("", "sees " + check.written()));
            });
        }
        remedy.changes().forEach(change -> sheet.subRow("changes", change));
        remedy.fix().ifPresent(fix -> sheet.subRow("fix", fix));
    }

    private void conditions(List<Remedy.Condition> onlyIf) {
        onlyIf.forEach(condition -> {
            sheet.subRow("only if", condition.text());
            sheet.subRow("otherwise", condition.otherwise());
        });
    }

    private void rows(String label, List<String> lines) {
        String shown = label;
        for (String line : lines) {
            sheet.row(shown, line);
            shown = "";
        }
    }
}
