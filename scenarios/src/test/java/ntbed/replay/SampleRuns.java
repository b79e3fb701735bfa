package ntbed.replay;

import java.util.List;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.Counts;
import ntbed.scenario.ArticleRun.MachineTrace;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.StepRun;
import ntbed.scenario.Edition;
import ntbed.scenario.Finding;
import ntbed.scenario.KnowledgeBase;
import ntbed.scenario.Remedy;
import ntbed.scenario.Verdict;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;

/** Runs with made-up findings, to be written in every form. */
final class SampleRuns {
    private SampleRuns() {}

    static ArticleRun good() {
        return run(
                List.of(new Finding("popup: It failed", true, "It failed")),
                List.of(new Finding("not: popup: It failed", true, "no such message box")),
                List.of(),
                new Verdict.AsTheArticleSays());
    }

    static ArticleRun different() {
        return run(
                List.of(new Finding("popup: It failed", false, "no such <message> box")),
                List.of(new Finding("not: popup: It failed", false, "It failed")),
                List.of("HKEY_LOCAL_MACHINE\\SYSTEM\\a & b"),
                new Verdict.Differs(List.of("symptom: popup: It failed", "control: not: popup: It failed")));
    }

    private static ArticleRun run(
            List<Finding> symptoms, List<Finding> control, List<String> unnamed, Verdict verdict) {
        Article article = KnowledgeBase.open().find("Q198417").orElseThrow();
        Remedy remedy = article.remedies().get(1);
        StepRun step =
                new StepRun(remedy.steps().get(0), List.of(new Finding("line: Start", true, "Start")), List.of());
        RemedyRun byHand = new RemedyRun(
                remedy,
                "by hand",
                List.of(),
                List.of(new Finding("Office 97 is not used", true, "no such file")),
                List.of(new PartRun(remedy.parts().get(0), List.of(), List.of(step))),
                List.of(),
                List.of(new Finding("clone: not: popup: It failed", true, "no such message box")),
                List.of("HKEY_LOCAL_MACHINE\\SYSTEM\\a"),
                unnamed);
        EventQueue queue = new EventQueue(FileTime.ofUnixSeconds(0));
        Trace trace = new Trace(queue);
        trace.emit("power", stamp -> new TraceEvent.Power(stamp, "on"));
        return new ArticleRun(
                article,
                Edition.SERVER,
                7,
                ArticleRun.Story.UNWATCHED,
                List.of("message box \"Service Control Manager\": It failed"),
                symptoms,
                control,
                List.of(byHand),
                List.of(),
                List.of(),
                new Counts(3, 9, 4_000_000),
                List.of(new MachineTrace("with the cause, master, start 1", trace)),
                verdict);
    }
}
