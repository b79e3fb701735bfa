package ntbed.replay;

import java.util.List;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.StepRun;
import ntbed.scenario.ArticleRun.VariantRun;
import ntbed.scenario.Finding;
import ntbed.scenario.StepDone;

/** Runs as one JSON document, for programs. */
public final class RunJson {
    private RunJson() {}

    /** The document. */
    public static String of(long seed, List<ArticleRun> runs) {
        return JsonWriter.object(json -> json.member("format", "ntbed-run-1")
                .member("seed", seed)
                .member("good", runs.stream().allMatch(run -> run.verdict().isGood()))
                .objects("runs", runs, RunJson::run));
    }

    private static void run(JsonWriter json, ArticleRun run) {
        json.member("article", run.article().record().id())
                .member("title", run.article().record().title())
                .member("edition", run.edition().title())
                .member("servicePack", run.article().setting().servicePack())
                .member("verdict", run.verdict().label())
                .texts("differences", run.verdict().fold(List::of, where -> where, List::of))
                .member("cause", run.article().story().because())
                .object("story", story -> story(story, run.story()))
                .texts("seen", run.seen())
                .objects("symptoms", run.symptoms(), RunJson::finding)
                .objects("control", run.control(), RunJson::finding)
                .objects("remedies", run.remedies(), RunJson::remedy)
                .objects("variants", run.variants(), RunJson::variant)
                .objects("attempts", run.attempts(), RunJson::remedy)
                .object(
                        "counts",
                        counts -> counts.member("machines", run.counts().machines())
                                .member("boots", run.counts().boots())
                                .member("virtualMillis", run.counts().virtualMillis()));
    }

    private static void remedy(JsonWriter json, RemedyRun remedy) {
        json.member("id", remedy.remedy().id())
                .member("title", remedy.remedy().title())
                .member("how", remedy.how())
                .member("modifiesRegistry", remedy.remedy().modifiesRegistry())
                .texts("warnings", remedy.remedy().warnings())
                .objects("prepared", remedy.prepared(), RunJson::done)
                .objects("conditions", remedy.conditions(), RunJson::finding)
                .objects("parts", remedy.parts(), RunJson::part)
                .objects("proving", remedy.proving(), RunJson::done)
                .objects("proof", remedy.proof(), RunJson::finding)
                .texts("changed", remedy.changed())
                .texts("unnamed", remedy.unnamed());
    }

    private static void part(JsonWriter json, PartRun part) {
        json.member("heading", part.part().heading())
                .member("skipped", part.skipped())
                .objects("conditions", part.conditions(), RunJson::finding)
                .objects("steps", part.steps(), RunJson::step);
    }

    private static void variant(JsonWriter json, VariantRun variant) {
        json.member("name", variant.variant().name())
                .member("harmless", variant.variant().harmless())
                .member("cause", variant.variant().story().because())
                .objects("symptoms", variant.symptoms(), RunJson::finding)
                .objects("control", variant.control(), RunJson::finding)
                .objects("remedies", variant.remedies(), RunJson::remedy);
    }

    private static void step(JsonWriter json, StepRun step) {
        json.member("number", step.step().number())
                .member("tool", step.step().tool())
                .member("action", step.step().action())
                .objects("sees", step.sees(), RunJson::finding)
                .objects("done", step.done(), RunJson::done);
    }

    private static void story(JsonWriter json, ArticleRun.Story story) {
        json.objects("before", story.before(), RunJson::done)
                .objects("cause", story.cause(), RunJson::done)
                .objects("after", story.after(), RunJson::done);
    }

    private static void done(JsonWriter json, StepDone done) {
        json.member("machine", done.machine()).member("step", done.step());
        done.shown()
                .ifPresent(screen -> json.object(
                        "shown",
                        shown -> shown.member("title", screen.title())
                                .texts("lines", screen.lines())
                                .texts("buttons", screen.buttons())));
        json.objects(
                "changes",
                done.changes(),
                (writer, change) -> writer.member("thing", change.thing())
                        .member("where", change.where())
                        .member("what", change.what()));
    }

    private static void finding(JsonWriter json, Finding finding) {
        json.member("check", finding.check()).member("holds", finding.holds()).member("seen", finding.seen());
    }
}
