package ntbed.fix;

import java.util.List;
import java.util.function.Function;

/** What a fix says of a machine. */
public sealed interface Diagnosis {
    /** Makes one thing of each case. */
    <R> R fold(
            Function<Applies, R> applies, Function<DoesNotApply, R> doesNotApply, Function<CannotTell, R> cannotTell);

    /**
     * This is the case.
     *
     * @param evidence what was seen, at least one observation
     */
    record Applies(List<Evidence> evidence) implements Diagnosis {
        public Applies {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new AssertionError("a diagnosis without evidence");
            }
        }

        @Override
        public <R> R fold(
                Function<Applies, R> applies,
                Function<DoesNotApply, R> doesNotApply,
                Function<CannotTell, R> cannotTell) {
            return applies.apply(this);
        }
    }

    /**
     * This is not the case, or no longer.
     *
     * @param why a sentence
     */
    record DoesNotApply(String why) implements Diagnosis {
        @Override
        public <R> R fold(
                Function<Applies, R> applies,
                Function<DoesNotApply, R> doesNotApply,
                Function<CannotTell, R> cannotTell) {
            return doesNotApply.apply(this);
        }
    }

    /**
     * Something that must be known could not be found out; nothing is done then.
     *
     * @param missing what is missing, a sentence each
     */
    record CannotTell(List<String> missing) implements Diagnosis {
        public CannotTell {
            missing = List.copyOf(missing);
        }

        @Override
        public <R> R fold(
                Function<Applies, R> applies,
                Function<DoesNotApply, R> doesNotApply,
                Function<CannotTell, R> cannotTell) {
            return cannotTell.apply(this);
        }
    }
}
