package ntbed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.Counts;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.StepRun;
import ntbed.scenario.ArticleRun.VariantRun;
import ntbed.scenario.Finding;
import ntbed.scenario.Step;
import ntbed.scenario.StepDone;

/** A run as a person reads it: cause, what was seen, control, each remedy and its proof. */
public final class RunText {
    private final Paint paint;
    private final Sheet sheet = new Sheet();

    private RunText(Paint paint) {
        this.paint = paint;
    }

    /**
     * The report of one run.
     *
     * @param realMillis how long it took here, as the caller measured it; negative = not told
     */
    public static String of(ArticleRun run, Paint paint, long realMillis) {
        RunText text = new RunText(paint);
        text.head(run);
        text.findings(run);
        run.remedies().forEach(remedy -> text.remedy("remedy ", remedy));
        run.attempts().forEach(attempt -> text.remedy("attempt ", attempt));
        run.variants().forEach(text::variant);
        text.foot(run, realMillis);
        return text.sheet.toString();
    }

    private void head(ArticleRun run) {
        sheet.line(paint.strong(
                run.article().record().id() + "  " + run.article().record().title()));
        sheet.line(paint.faint(run.edition().title() + ", Service Pack "
                + run.article().setting().servicePack() + ", seed " + run.seed()));
        sheet.blank();
        sheet.row("cause", run.article().story().because());
        for (Step step : run.article().story().cause()) {
            sheet.row("", "- " + step.written());
        }
        story("before", run.story().before());
        story("the cause", run.story().cause());
        story("after", run.story().after());
    }

    private void story(String part, List<StepDone> steps) {
        if (!steps.isEmpty()) {
            sheet.row("steps", part);
            new StepsText(sheet).write(steps);
        }
    }

    private void findings(ArticleRun run) {
        String label = "seen";
        for (String line : run.seen()) {
            sheet.row(label, line);
            label = "";
        }
        for (Finding finding : run.symptoms()) {
            if (!finding.holds()) {
                sheet.row(paint.bad("missing"), finding.check() + "\nthere was: " + finding.seen());
            }
        }
        List<Finding> caught = failed(run.control());
        if (!run.control().isEmpty() && caught.isEmpty()) {
            sheet.row("control", "the same without the cause: none of it");
        }
        caught.forEach(finding ->
                sheet.row(paint.bad("control"), "without the cause, too: " + finding.check() + ": " + finding.seen()));
    }

    private void variant(VariantRun run) {
        sheet.blank();
        sheet.row("variant", run.variant().name() + (run.variant().harmless() ? " (harmless)" : ""));
        sheet.subRow("cause", run.variant().story().because());
        run.symptoms().forEach(finding -> sheet.subRow("", state(finding)));
        List<Finding> caught = failed(run.control());
        if (!run.control().isEmpty() && caught.isEmpty()) {
            sheet.subRow("control", "the same without the cause: none of it");
        }
        caught.forEach(finding -> sheet.subRow(paint.bad("control"), "without the cause, too: " + state(finding)));
        for (RemedyRun tried : run.remedies()) {
            boolean inVain = tried.remedy().cured().isEmpty();
            List<Finding> failed = failed(tried.proof());
            sheet.subRow(
                    "remedy " + tried.remedy().id(),
                    tried.how()
                            + (inVain ? ": does not help" : ": helps")
                            + (failed.isEmpty() ? "" : " " + paint.bad("(no)")));
            failed.forEach(finding -> sheet.subRow("", state(finding)));
            tried.unnamed().forEach(path -> sheet.subRow(paint.bad("unnamed"), path));
        }
    }

    private void remedy(String word, RemedyRun run) {
        sheet.blank();
        sheet.row(word + run.remedy().id(), run.remedy().title() + ", " + run.how());
        new StepsText(sheet).write(run.prepared());
        run.conditions().forEach(condition -> sheet.subRow("only if", state(condition)));
        if (!run.parts().isEmpty()) {
            run.remedy().warnings().forEach(warning -> sheet.subRow("warning", warning));
        }
        run.parts().forEach(this::part);
        new StepsText(sheet).write(run.proving());
        for (String changed : run.changed()) {
            sheet.subRow("changed", changed);
        }
        run.unnamed().forEach(path -> sheet.subRow(paint.bad("unnamed"), path));
        run.proof().forEach(finding -> sheet.subRow("proof", state(finding)));
    }

    private void part(PartRun run) {
        if (!run.part().heading().isEmpty()) {
            sheet.subRow("part", run.part().heading());
        }
        run.conditions()
                .forEach(condition -> sheet.subRow(condition.holds() ? "only if" : "skipped", skippable(condition)));
        if (!run.skipped()) {
            run.part().warnings().forEach(warning -> sheet.subRow("warning", warning));
        }
        run.steps().forEach(this::step);
    }

    private static String skippable(Finding condition) {
        return condition.check() + (condition.holds() ? "" : ": no. " + condition.seen());
    }

    private void step(StepRun run) {
        sheet.subRow(
                "step " + run.step().number(),
                run.step().tool() + ": " + run.step().action());
        new StepsText(sheet).write(run.done());
        run.sees().forEach(finding -> sheet.subRow("", "sees " + state(finding)));
    }

    private String state(Finding finding) {
        return finding.holds() ? finding.check() : finding.check() + " " + paint.bad("(no: " + finding.seen() + ")");
    }

    private void foot(ArticleRun run, long realMillis) {
        sheet.blank();
        String verdict = run.verdict()
                .fold(
                        () -> paint.good("as the article says"),
                        where -> paint.bad("differs: ") + String.join("; ", where),
                        why -> paint.bad("stuck: ") + why);
        sheet.row("verdict", verdict);
        sheet.row("took", counts(run.counts()) + (realMillis < 0 ? "" : ", " + realMillis + " ms real"));
        sheet.blank();
    }

    /** For example {@code 3 machines, 9 boots, 00:07:12 virtual}. */
    public static String counts(Counts counts) {
        long seconds = counts.virtualMillis() / 1000;
        return counts.machines() + " machines, " + counts.boots() + " boots, "
                + String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                + " virtual";
    }

    private static List<Finding> failed(List<Finding> findings) {
        List<Finding> failed = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.holds()) {
                failed.add(finding);
            }
        }
        return failed;
    }
}
