package ntbed.fix;

import java.util.function.Function;

/** What came of applying a fix. */
public sealed interface Outcome {
    /** Makes one thing of each case. */
    <R> R fold(Function<Applied, R> applied, Function<NotApplied, R> notApplied, Function<Stopped, R> stopped);

    /**
     * Every step was done. If the plan restarts, the machine is on its way down and is verified when it is up again.
     *
     * @param plan what was done
     */
    record Applied(Plan plan) implements Outcome {
        @Override
        public <R> R fold(
                Function<Applied, R> applied, Function<NotApplied, R> notApplied, Function<Stopped, R> stopped) {
            return applied.apply(this);
        }
    }

    /**
     * The fix is not for this machine, or it cannot be told; nothing was changed.
     *
     * @param diagnosis why
     */
    record NotApplied(Diagnosis diagnosis) implements Outcome {
        @Override
        public <R> R fold(
                Function<Applied, R> applied, Function<NotApplied, R> notApplied, Function<Stopped, R> stopped) {
            return notApplied.apply(this);
        }
    }

    /**
     * A step was not done, and none after it.
     *
     * @param plan what was to be done
     * @param done how many steps were, from the first; {@link Plan#undo} says how they are taken back
     * @param why what the step met
     */
    record Stopped(Plan plan, int done, String why) implements Outcome {
        /** The step that was not done. */
        public Step step() {
            return plan.steps().get(done);
        }

        @Override
        public <R> R fold(
                Function<Applied, R> applied, Function<NotApplied, R> notApplied, Function<Stopped, R> stopped) {
            return stopped.apply(this);
        }
    }
}
