package ntbed.fix;

import java.util.List;
import java.util.function.Function;

/** How a step is taken back. */
public sealed interface Undo {
    /** Makes one thing of each case. */
    <R> R fold(Function<BySteps, R> bySteps, Function<NotNeeded, R> notNeeded, Function<Impossible, R> impossible);

    /**
     * By doing these.
     *
     * @param steps in order
     */
    record BySteps(List<Step> steps) implements Undo {
        public BySteps {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R fold(
                Function<BySteps, R> bySteps, Function<NotNeeded, R> notNeeded, Function<Impossible, R> impossible) {
            return bySteps.apply(this);
        }
    }

    /**
     * There is nothing to take back.
     *
     * @param why a sentence
     */
    record NotNeeded(String why) implements Undo {
        @Override
        public <R> R fold(
                Function<BySteps, R> bySteps, Function<NotNeeded, R> notNeeded, Function<Impossible, R> impossible) {
            return notNeeded.apply(this);
        }
    }

    /**
     * It cannot be taken back.
     *
     * @param why a sentence
     */
    record Impossible(String why) implements Undo {
        @Override
        public <R> R fold(
                Function<BySteps, R> bySteps, Function<NotNeeded, R> notNeeded, Function<Impossible, R> impossible) {
            return impossible.apply(this);
        }
    }
}
