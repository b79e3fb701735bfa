package ntbed.fix;

import java.util.Optional;
import java.util.function.Predicate;
import ntbed.machine.Win32;
import ntbed.win32.Win32Exception;

/** Applies a fix to a machine, step by step, and sees whether it helped. */
public final class FixRunner {
    private final Predicate<Step.AskPerson> person;

    /**
     * Makes a runner.
     *
     * @param person answers the questions of a plan; true = yes
     */
    public FixRunner(Predicate<Step.AskPerson> person) {
        this.person = person;
    }

    /** Diagnoses, plans and does; changes nothing unless the fix says that it applies. */
    public Outcome apply(Fix fix, Win32 machine) {
        Diagnosis diagnosis = fix.diagnose(machine);
        return diagnosis.fold(
                applies -> perform(fix.plan(machine), machine), Outcome.NotApplied::new, Outcome.NotApplied::new);
    }

    /** Does a plan that somebody has read; stops at the first step that is not done. */
    public Outcome perform(Plan plan, Win32 machine) {
        Performer performer = new Performer(machine, person);
        for (int done = 0; done < plan.steps().size(); done++) {
            Optional<String> met = perform(plan.steps().get(done), performer);
            if (met.isPresent()) {
                return new Outcome.Stopped(plan, done, met.get());
            }
        }
        return new Outcome.Applied(plan);
    }

    private static Optional<String> perform(Step step, Performer performer) {
        try {
            return step.accept(performer);
        } catch (Win32Exception e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Whether the machine is well: the fix finds its case no more. After a plan that restarts, ask the restarted one.
     */
    public boolean verify(Fix fix, Win32 machine) {
        return fix.diagnose(machine).fold(applies -> false, doesNotApply -> true, cannotTell -> false);
    }
}
