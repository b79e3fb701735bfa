package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.ArticleRun.Counts;
import ntbed.scenario.ArticleRun.MachineTrace;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;

/**
 * Runs an article on one edition: cause and symptoms, the control run without the cause, each remedy on a copy of the
 * broken machines, by hand and by its fix.
 */
public final class ArticleRunner {
    private final Article article;
    private final Bench.Maker maker;
    private final List<Bench> benches = new ArrayList<>();
    private final List<Finding> symptoms = new ArrayList<>();
    private final List<Finding> control = new ArrayList<>();
    private final List<RemedyRun> remedies = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private List<String> seen = List.of();
    private Step doing = new Step.At("master");

    private ArticleRunner(Article article, Bench.Maker maker) {
        this.article = article;
        this.maker = maker;
    }

    /** Runs an article on simulated machines of that edition; all chance comes from the seed. */
    public static ArticleRun run(Article article, Edition edition, long seed) {
        return run(
                article,
                edition,
                seed,
                heading -> new MachineBench(heading, Components.master(article.setting(), edition), seed));
    }

    /** Runs an article on the benches that {@code maker} makes. */
    static ArticleRun run(Article article, Edition edition, long seed, Bench.Maker maker) {
        ArticleRunner runner = new ArticleRunner(article, maker);
        Verdict verdict;
        try {
            runner.runAll();
            verdict = runner.differences.isEmpty()
                    ? new Verdict.AsTheArticleSays()
                    : new Verdict.Differs(runner.differences);
        } catch (Win32Exception
                | NotSimulatedException
                | BenchException
                | IllegalStateException
                | IllegalArgumentException e) {
            verdict = new Verdict.Stuck(runner.doing.written() + ": " + e.getMessage());
        }
        return new ArticleRun(
                article,
                edition,
                seed,
                runner.seen,
                List.copyOf(runner.symptoms),
                List.copyOf(runner.control),
                List.copyOf(runner.remedies),
                runner.counts(),
                runner.traces(),
                verdict);
    }

    private void runAll() {
        Bench broken = bench("with the cause");
        perform(broken, article.story().before());
        perform(broken, article.story().cause());
        perform(broken, article.story().after());
        Observation patient = broken.observe(article.story().patient());
        article.symptoms().forEach(check -> symptoms.add(check.present(patient)));
        article.evidence().forEach(check -> symptoms.add(check.present(patient)));
        seen = SeenText.of(article.symptoms(), patient);
        note("symptom", symptoms);
        broken.shutDownAll();

        Bench sound = bench("without the cause");
        perform(sound, article.story().before());
        perform(sound, article.story().after());
        Observation healthy = sound.observe(article.story().patient());
        article.symptoms().forEach(check -> control.add(check.absent(healthy)));
        note("control", control);
        sound.shutDownAll();

        for (Remedy remedy : article.remedies()) {
            new RemedyTrial(this, remedy, broken).run(remedies);
        }
    }

    private Bench bench(String heading) {
        return keep(maker.make(heading));
    }

    /** Notes a bench, to be counted and its traces to be kept. */
    Bench keep(Bench bench) {
        benches.add(bench);
        return bench;
    }

    Article article() {
        return article;
    }

    void perform(Bench bench, List<Step> steps) {
        for (Step step : steps) {
            doing = step;
            step.perform(bench);
        }
    }

    /** Notes what did not hold. */
    void note(String part, List<Finding> findings) {
        for (Finding finding : findings) {
            if (!finding.holds()) {
                differences.add(part + ": " + finding.check());
            }
        }
    }

    /** Notes one more difference. */
    void note(String difference) {
        differences.add(difference);
    }

    private Counts counts() {
        int machines = 0;
        int boots = 0;
        long virtualMillis = 0;
        for (Bench bench : benches) {
            machines += bench.counts().machines();
            boots += bench.counts().boots();
            virtualMillis += bench.counts().virtualMillis();
        }
        return new Counts(machines, boots, virtualMillis);
    }

    private List<MachineTrace> traces() {
        List<MachineTrace> traces = new ArrayList<>();
        benches.forEach(bench -> traces.addAll(bench.traces()));
        return traces;
    }
}
