package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
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
    private final Remedy remedy;
    private final Bench broken;
    private final Bench twin;

    RemedyTrial(ArticleRunner runner, Remedy remedy, Bench broken) {
        this.runner = runner;
        this.remedy = remedy;
        this.broken = broken;
        this.twin = runner.keep(broken.fork("remedy " + remedy.id() + ", untreated twin"));
    }

    /** By hand, and by the fix if there is one; each result is handed over before the next is begun. */
    void run(List<RemedyRun> results) {
        List<Finding> untreated = leaveAlone();
        results.add(run(BY_HAND, untreated));
        if (remedy.fix().isPresent()) {
            results.add(run("by fix " + remedy.fix().get(), untreated));
        }
    }

    private RemedyRun run(String how, List<Finding> untreated) {
        String part = "remedy " + remedy.id() + " " + how;
        boolean byHand = how.equals(BY_HAND);
        Bench treated = runner.keep(broken.fork(part));
        treated.at(remedy.machine());
        runner.perform(treated, remedy.prepare());
        List<Finding> conditions = conditions(treated);
        List<StepRun> steps = byHand ? numberedSteps(treated) : List.of();
        if (!byHand && !treated.applyFix(remedy.fix().orElseThrow())) {
            runner.perform(treated, switching());
        }
        runner.perform(treated, remedy.proof());
        List<Finding> proof = proof(treated);
        proof.addAll(untreated);
        treated.shutDownAll();
        List<String> changed = treated.differences(remedy.machine(), twin);
        List<String> unnamed = unnamed(changed);

        runner.note(part + " condition", conditions);
        steps.forEach(step -> runner.note(part + " step " + step.step().number(), step.sees()));
        runner.note(part + " proof", proof);
        unnamed.forEach(path -> runner.note(part + " changed what it does not name: " + path));
        return new RemedyRun(remedy, how, conditions, steps, proof, changed, unnamed);
    }

    /**
     * The twin lives through the same, without the remedy; what it must still show if the remedy is done on the
     * patient.
     */
    private List<Finding> leaveAlone() {
        List<Finding> findings = new ArrayList<>();
        twin.at(remedy.machine());
        runner.perform(twin, remedy.prepare());
        runner.perform(twin, switching());
        if (remedy.cured().contains(remedy.machine())) {
            runner.perform(twin, remedy.proof());
            Observation untreated = twin.observe(remedy.machine());
            for (Check check : runner.article().symptoms()) {
                findings.add(at("untreated twin", still(check, untreated)));
            }
        }
        twin.shutDownAll();
        return findings;
    }

    /** What both the treated machine and its twin go through: the switch, log-on, time. */
    private List<Step> switching() {
        List<Step> switching = new ArrayList<>();
        for (Remedy.Numbered numbered : remedy.steps()) {
            for (Step step : numbered.steps()) {
                if (step instanceof Step.Power || step instanceof Step.LogOn || step instanceof Step.Wait) {
                    switching.add(step);
                }
            }
        }
        return switching;
    }

    private List<Finding> conditions(Bench treated) {
        Observation machine = treated.observe(remedy.machine());
        List<Finding> findings = new ArrayList<>();
        for (Remedy.Condition condition : remedy.onlyIf()) {
            Finding found = condition.check().present(machine);
            findings.add(
                    new Finding(condition.text(), found.holds(), found.holds() ? found.seen() : condition.otherwise()));
        }
        return findings;
    }

    private List<StepRun> numberedSteps(Bench treated) {
        List<StepRun> done = new ArrayList<>();
        for (Remedy.Numbered numbered : remedy.steps()) {
            runner.perform(treated, numbered.steps());
            Observation machine = treated.observe(remedy.machine());
            List<Finding> sees = new ArrayList<>();
            numbered.sees().forEach(check -> sees.add(check.present(machine)));
            done.add(new StepRun(numbered, sees));
        }
        return done;
    }

    private List<Finding> proof(Bench treated) {
        List<Finding> proof = new ArrayList<>();
        for (String machine : remedy.cured()) {
            Observation seen = treated.observe(machine);
            runner.article().symptoms().forEach(check -> proof.add(at(machine, check.absent(seen))));
        }
        for (String machine : remedy.stillBroken()) {
            Observation seen = treated.observe(machine);
            runner.article().symptoms().forEach(check -> proof.add(at(machine, still(check, seen))));
        }
        Observation treatedMachine = treated.observe(remedy.machine());
        remedy.checks().forEach(check -> proof.add(at(remedy.machine(), check.present(treatedMachine))));
        return proof;
    }

    /** The symptom is there in one form or another: the start-up message has two texts. */
    private static Finding still(Check check, Observation machine) {
        Finding absent = check.absent(machine);
        return new Finding("still: " + check.written(), !absent.holds(), absent.seen());
    }

    private static Finding at(String machine, Finding finding) {
        return new Finding(machine + ": " + finding.check(), finding.holds(), finding.seen());
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
