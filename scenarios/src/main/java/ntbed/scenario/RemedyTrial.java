package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.StepRun;

/**
 * Tries one remedy on a copy of the broken machines.
 *
 * <p>Beside it a twin is kept: the same copy, switched and logged on and restarted at the same places, without the
 * remedy. What the twin does not share is the remedy's doing, and must be named by the article.
 */
final class RemedyTrial {
    private static final String BY_HAND = "by hand";

    private final ArticleRunner runner;
    private final String title;
    private final Remedy remedy;
    private final List<Check> symptoms;
    private final Bench broken;

    RemedyTrial(ArticleRunner runner, String title, Remedy remedy, List<Check> symptoms, Bench broken) {
        this.runner = runner;
        this.title = title;
        this.remedy = remedy;
        this.symptoms = symptoms;
        this.broken = broken;
    }

    /** What was done to a machine, and what it looks like afterwards. */
    private record Treated(
            Bench bench,
            List<StepDone> prepared,
            List<Finding> conditions,
            List<PartRun> parts,
            List<StepDone> proving,
            List<Finding> proof) {}

    /** By hand, and by the fix if there is one; each result is handed over before the next is begun. */
    void run(List<RemedyRun> results) {
        Bench twin = runner.keep(broken.fork(title + ", untreated twin"));
        Treated byHand = treat(BY_HAND);
        List<Finding> untreated = leaveAlone(twin, byHand.parts());
        results.add(conclude(BY_HAND, byHand, untreated, twin));
        if (remedy.fix().isPresent()) {
            String byFix = "by fix " + remedy.fix().get();
            results.add(conclude(byFix, treat(byFix), untreated, twin));
        }
    }

    /** By hand only, and nothing may be cured; what it changes is looked at only if the article names it. */
    void runInVain(List<RemedyRun> results) {
        if (remedy.changes().isEmpty()) {
            Treated treated = treat(BY_HAND);
            treated.bench().shutDownAll();
            results.add(noted(BY_HAND, treated, List.of(), List.of()));
        } else {
            run(results);
        }
    }

    private Treated treat(String how) {
        boolean byHand = how.equals(BY_HAND);
        Bench treated = runner.keep(broken.fork(title + " " + how));
        List<StepDone> prepared = prepare(treated);
        List<Finding> conditions = conditions(treated, remedy.onlyIf());
        List<PartRun> parts = byHand ? parts(treated) : List.of();
        if (!byHand && !treated.applyFix(remedy.fix().orElseThrow())) {
            runner.perform(treated, switching(remedy.steps()));
        }
        List<StepDone> proving = runner.perform(treated, remedy.proof());
        return new Treated(treated, prepared, conditions, parts, proving, proof(treated));
    }

    /** Sits down at the machine that is treated, unless the preparation is what makes it. */
    private List<StepDone> prepare(Bench bench) {
        if (bench.has(remedy.machine())) {
            bench.at(remedy.machine());
        }
        return runner.perform(bench, remedy.prepare());
    }

    private RemedyRun conclude(String how, Treated treated, List<Finding> untreated, Bench twin) {
        treated.proof().addAll(untreated);
        treated.bench().shutDownAll();
        List<String> changed = treated.bench().differences(remedy.machine(), twin);
        return noted(how, treated, changed, unnamed(changed));
    }

    private RemedyRun noted(String how, Treated treated, List<String> changed, List<String> unnamed) {
        String part = title + " " + how;
        runner.note(part + " condition", treated.conditions());
        for (PartRun done : treated.parts()) {
            String heading = done.part().heading();
            String where = part + (heading.isEmpty() ? "" : ", " + heading + ",") + " step ";
            done.steps().forEach(step -> runner.note(where + step.step().number(), step.sees()));
        }
        runner.note(part + " proof", treated.proof());
        unnamed.forEach(path -> runner.note(part + " changed what it does not name: " + path));
        return new RemedyRun(
                remedy,
                how,
                treated.prepared(),
                treated.conditions(),
                treated.parts(),
                treated.proving(),
                treated.proof(),
                changed,
                unnamed);
    }

    /**
     * The twin lives through the same, without the remedy; what it must still show if the remedy is done on the
     * patient.
     */
    private List<Finding> leaveAlone(Bench twin, List<PartRun> done) {
        List<Remedy.Numbered> steps = new ArrayList<>();
        done.forEach(part -> part.steps().forEach(step -> steps.add(step.step())));
        List<Finding> findings = new ArrayList<>();
        boolean isPatient = twin.has(remedy.machine());
        List<StepDone> unused = prepare(twin);
        runner.perform(twin, switching(steps));
        if (remedy.cured().contains(remedy.machine())) {
            runner.perform(twin, remedy.proof());
        }
        if (isPatient && remedy.cured().contains(remedy.machine())) {
            findings.addAll(at("untreated twin", runner.look(twin, remedy.machine(), symptoms, Look.STILL)));
        }
        twin.shutDownAll();
        return findings;
    }

    /** What both the treated machine and its twin go through: the switch, log-on, time. */
    private static List<Step> switching(List<Remedy.Numbered> steps) {
        List<Step> switching = new ArrayList<>();
        for (Remedy.Numbered numbered : steps) {
            for (Step step : numbered.steps()) {
                if (step instanceof Step.Power || step instanceof Step.LogOn || step instanceof Step.Wait) {
                    switching.add(step);
                }
            }
        }
        return switching;
    }

    private List<Finding> conditions(Bench treated, List<Remedy.Condition> onlyIf) {
        List<Finding> findings = new ArrayList<>();
        for (Remedy.Condition condition : onlyIf) {
            for (Finding found : runner.look(treated, remedy.machine(), List.of(condition.check()), Look.PRESENT)) {
                String seen = found.holds() ? found.seen() : condition.otherwise();
                findings.add(new Finding(condition.text(), found.holds(), seen));
            }
        }
        return findings;
    }

    /** Each part in turn; one whose condition does not hold is skipped. */
    private List<PartRun> parts(Bench treated) {
        List<PartRun> done = new ArrayList<>();
        for (Remedy.Part part : remedy.parts()) {
            PartRun begun = new PartRun(part, conditions(treated, part.onlyIf()), List.of());
            done.add(begun.skipped() ? begun : new PartRun(part, begun.conditions(), steps(treated, part)));
        }
        return done;
    }

    private List<StepRun> steps(Bench treated, Remedy.Part part) {
        List<StepRun> done = new ArrayList<>();
        for (Remedy.Numbered numbered : part.steps()) {
            List<StepDone> did = runner.perform(treated, numbered.steps());
            List<Finding> sees = runner.look(treated, remedy.machine(), numbered.sees(), Look.PRESENT);
            done.add(new StepRun(numbered, sees, did));
        }
        return done;
    }

    private List<Finding> proof(Bench treated) {
        List<Finding> proof = new ArrayList<>();
        for (String machine : remedy.cured()) {
            proof.addAll(at(machine, runner.look(treated, machine, symptoms, Look.ABSENT)));
        }
        for (String machine : remedy.stillBroken()) {
            proof.addAll(at(machine, runner.look(treated, machine, symptoms, Look.STILL)));
        }
        proof.addAll(at(remedy.machine(), runner.look(treated, remedy.machine(), remedy.checks(), Look.PRESENT)));
        return proof;
    }

    private static List<Finding> at(String machine, List<Finding> findings) {
        List<Finding> there = new ArrayList<>();
        findings.forEach(
                finding -> there.add(new Finding(machine + ": " + finding.check(), finding.holds(), finding.seen())));
        return there;
    }

    private List<String> unnamed(List<String> changed) {
        List<String> unnamed = new ArrayList<>();
        for (String path : changed) {
            boolean named = false;
            for (String pattern : remedy.changes()) {
                named |= ChangedPath.matches(pattern, path);
            }
            if (!named) {
                unnamed.add(path);
            }
        }
        return unnamed;
    }
}
