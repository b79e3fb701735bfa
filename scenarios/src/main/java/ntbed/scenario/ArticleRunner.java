package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.Article.Attempt;
import ntbed.scenario.Article.Variant;
import ntbed.scenario.ArticleRun.Counts;
import ntbed.scenario.ArticleRun.MachineTrace;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.VariantRun;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;

/**
 * Runs an article on one edition: cause and symptoms, the control run without the cause, each remedy on a copy of the
 * broken machines, by hand and by its fix.
 */
public final class ArticleRunner {
    private static final String WITH_THE_CAUSE = "with the cause";

    private final Article article;
    private final Edition edition;
    private final Bench.Maker maker;
    private final List<Bench> benches = new ArrayList<>();
    private final List<Finding> symptoms = new ArrayList<>();
    private final List<Finding> control = new ArrayList<>();
    private final List<RemedyRun> remedies = new ArrayList<>();
    private final List<VariantRun> variants = new ArrayList<>();
    private final List<RemedyRun> attempts = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final boolean watched;
    private ArticleRun.Story story = ArticleRun.Story.UNWATCHED;
    private List<String> seen = List.of();
    private Step doing = new Step.At("master");

    private ArticleRunner(Article article, Edition edition, Bench.Maker maker, boolean watched) {
        this.watched = watched;
        this.article = article;
        this.edition = edition;
        this.maker = maker;
    }

    /** Runs an article on simulated machines of that edition; all chance comes from the seed. */
    public static ArticleRun run(Article article, Edition edition, long seed) {
        return run(article, edition, seed, machines(edition, seed), false);
    }

    /** The same, and every step is watched: what it showed, and what it changed in the machine. */
    public static ArticleRun watch(Article article, Edition edition, long seed) {
        return run(article, edition, seed, machines(edition, seed), true);
    }

    private static Bench.Maker machines(Edition edition, long seed) {
        return (heading, setting) -> new MachineBench(heading, edition, Components.master(setting, edition), seed);
    }

    /** Runs an article on the benches that {@code maker} makes. */
    static ArticleRun run(Article article, Edition edition, long seed, Bench.Maker maker) {
        return run(article, edition, seed, maker, false);
    }

    private static ArticleRun run(Article article, Edition edition, long seed, Bench.Maker maker, boolean watched) {
        ArticleRunner runner = new ArticleRunner(article, edition, maker, watched);
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
                runner.story,
                runner.seen,
                List.copyOf(runner.symptoms),
                List.copyOf(runner.control),
                List.copyOf(runner.remedies),
                List.copyOf(runner.variants),
                List.copyOf(runner.attempts),
                runner.counts(),
                runner.traces(),
                verdict);
    }

    private void runAll() {
        Bench broken = breakIt(WITH_THE_CAUSE, article.setting(), article.story());
        seen = new ArrayList<>();
        symptoms.addAll(look(broken, article.story().patient(), article.symptoms(), Look.PRESENT, seen));
        symptoms.addAll(look(broken, article.story().patient(), article.evidence(), Look.PRESENT));
        note("symptom", symptoms);
        broken.shutDownAll();

        control.addAll(control("without the cause", article.setting(), article.story(), article.symptoms()));
        note("control", control);

        for (Remedy remedy : article.remedies()) {
            new RemedyTrial(this, "remedy " + remedy.id(), remedy, article.symptoms(), broken).run(remedies);
        }
        for (Attempt attempt : article.attempts()) {
            String part = "attempt " + attempt.remedy().id();
            new RemedyTrial(this, part, attempt.remedy(), article.symptoms(), broken).runInVain(attempts);
        }
        for (Variant variant : article.variants()) {
            if (variant.setting().editions().contains(edition)) {
                variants.add(variant(variant));
            }
        }
    }

    private Bench breakIt(String heading, Article.Setting setting, Article.Story steps) {
        Bench bench = keep(maker.make(heading, setting));
        ArticleRun.Story told = new ArticleRun.Story(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (heading.equals(WITH_THE_CAUSE)) {
            story = told;
        }
        perform(bench, steps.before(), told.before());
        perform(bench, steps.cause(), told.cause());
        perform(bench, steps.after(), told.after());
        return bench;
    }

    /** The same without the cause: none of the symptoms may be there. */
    private List<Finding> control(String heading, Article.Setting setting, Article.Story story, List<Check> checks) {
        Bench sound = keep(maker.make(heading, setting));
        perform(sound, story.before());
        perform(sound, story.after());
        List<Finding> findings = look(sound, story.patient(), checks, Look.ABSENT);
        sound.shutDownAll();
        return findings;
    }

    private VariantRun variant(Variant variant) {
        String part = "variant " + variant.name();
        Article.Story story = variant.story();
        Bench broken = breakIt(part, variant.setting(), story);
        List<Finding> found =
                look(broken, story.patient(), variant.symptoms(), variant.harmless() ? Look.ABSENT : Look.PRESENT);
        found.addAll(look(broken, story.patient(), variant.evidence(), Look.PRESENT));
        note(part, found);
        broken.shutDownAll();
        List<Finding> sound = new ArrayList<>();
        if (!variant.harmless() && needsControl(variant)) {
            sound = control(part + ", without the cause", variant.setting(), story, variant.symptoms());
            note(part + " control", sound);
        }
        List<RemedyRun> tried = new ArrayList<>();
        for (Remedy remedy : article.remedies()) {
            String trial = part + ", remedy " + remedy.id();
            if (variant.curedBy().contains(remedy.id())) {
                new RemedyTrial(this, trial, remedy, variant.symptoms(), broken).run(tried);
            } else if (variant.notCuredBy().contains(remedy.id())) {
                new RemedyTrial(this, trial, remedy.inVain(), variant.symptoms(), broken).runInVain(tried);
            }
        }
        return new VariantRun(variant, found, sound, tried);
    }

    /** Whether the article's own control run says nothing about it. */
    private boolean needsControl(Variant variant) {
        Article.Story story = variant.story();
        return !variant.setting().equals(article.setting())
                || !variant.symptoms().equals(article.symptoms())
                || !story.before().equals(article.story().before())
                || !story.after().equals(article.story().after())
                || !story.patient().equals(article.story().patient());
    }

    /** Looks at a machine for each check; a check that does something before does it now. */
    List<Finding> look(Bench bench, String machine, List<Check> checks, Look look) {
        return look(bench, machine, checks, look, new ArrayList<>());
    }

    private List<Finding> look(Bench bench, String machine, List<Check> checks, Look look, List<String> shown) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            if (check instanceof Check.When when) {
                bench.at(machine);
                perform(bench, when.steps());
                findings.addAll(look(bench, machine, when.sees(), look, shown));
            } else if (check instanceof Check.OnEdition on) {
                List<Check> here = on.checks().getOrDefault(edition, List.of());
                findings.addAll(look(bench, machine, here, look, shown));
            } else {
                Observation seenThere = bench.observe(machine);
                findings.add(look.at(check, seenThere));
                shown.addAll(SeenText.of(check, seenThere));
            }
        }
        return findings;
    }

    /** Notes a bench, to be counted and its traces to be kept. */
    Bench keep(Bench bench) {
        benches.add(bench);
        return bench;
    }

    /** Does steps; what they showed and changed, if this run is watched. */
    List<StepDone> perform(Bench bench, List<Step> steps) {
        List<StepDone> done = new ArrayList<>();
        perform(bench, steps, done);
        return done;
    }

    private void perform(Bench bench, List<Step> steps, List<StepDone> done) {
        for (Step step : steps) {
            doing = step;
            if (watched) {
                Glimpse before = bench.glimpse();
                step.perform(bench);
                done.add(Glimpse.between(step.written(), before, bench.glimpse()));
            } else {
                step.perform(bench);
            }
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
