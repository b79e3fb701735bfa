package ntbed.replay;

import java.util.List;
import java.util.Locale;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRecord;
import ntbed.scenario.Check;
import ntbed.scenario.Edition;
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
        article.remedies().forEach(text::remedy);
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
        sheet.row("finds", String.join(", ", record.queryWords()));
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
        StringBuilder editions = new StringBuilder();
        for (Edition edition : article.setting().editions()) {
            editions.append(editions.length() == 0 ? "" : ", ").append(edition.title());
        }
        sheet.row("machine", editions + "; Service Pack " + article.setting().servicePack());
        steps("before", article.story().before());
        sheet.row("cause", article.story().because());
        steps("", article.story().cause());
        steps("after", article.story().after());
        sheet.blank();
        checks("symptoms", article.symptoms());
        checks("evidence", article.evidence());
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

    private void remedy(Remedy remedy) {
        sheet.blank();
        sheet.row(
                "remedy " + remedy.id(), remedy.title() + (remedy.modifiesRegistry() ? " (changes the registry)" : ""));
        remedy.onlyIf().forEach(condition -> {
            sheet.subRow("only if", condition.text());
            sheet.subRow("otherwise", condition.otherwise());
        });
        remedy.warnings().forEach(warning -> sheet.subRow("warning", warning));
        remedy.steps().forEach(step -> {
            sheet.subRow("step " + step.number(), step.tool() + ": " + step.action());
            step.sees().forEach(check -> sheet.subRow("", "sees " + check.written()));
        });
        remedy.changes().forEach(change -> sheet.subRow("changes", change));
        remedy.fix().ifPresent(fix -> sheet.subRow("fix", fix));
    }

    private void rows(String label, List<String> lines) {
        String shown = label;
        for (String line : lines) {
            sheet.row(shown, line);
            shown = "";
        }
    }
}
