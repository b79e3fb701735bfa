package ntbed.scenario;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a run of an article came to. */
public sealed interface Verdict {
    /** The cause gave the symptoms, the control run none, and every remedy cured. */
    record AsTheArticleSays() implements Verdict {}

    /**
     * Something was otherwise.
     *
     * @param where each place, in the order of the run
     */
    record Differs(List<String> where) implements Verdict {
        public Differs {
            where = List.copyOf(where);
        }
    }

    /**
     * The run could not be carried out: a step was refused by the machine, or asks for what is not simulated.
     *
     * @param why the step and the reason
     */
    record Stuck(String why) implements Verdict {}

    /** One answer per case. */
    default <T> T fold(Supplier<T> asTheArticleSays, Function<List<String>, T> differs, Function<String, T> stuck) {
        if (this instanceof Differs that) {
            return differs.apply(that.where());
        }
        return this instanceof Stuck that ? stuck.apply(that.why()) : asTheArticleSays.get();
    }

    /** Whether all was as the article says. */
    default boolean isGood() {
        return this instanceof AsTheArticleSays;
    }

    /** The case in a few words: {@code as the article says}, {@code differs}, {@code stuck}. */
    default String label() {
        return fold(() -> "as the article says", where -> "differs", why -> "stuck");
    }
}
