package ntbed.scenario;

import java.util.List;
import java.util.Optional;

/** A tool that a person has open: what they do with it, and what it shows. */
interface ToolSession {
    /** Does one thing; what the tool does not offer in this moment is a {@link BenchException}. */
    void use(Step.ToolVerb verb, String argument);

    /** The same with a box or list of the window in front: {@code type: {File name: a.reg}}. */
    default void use(Step.ToolVerb verb, String field, String argument) {
        if (!field.isEmpty()) {
            throw new BenchException(window().orElse("the tool") + " has no \"" + field + "\" to " + verb.word());
        }
        use(verb, argument);
    }

    /** Title of the window in front. */
    Optional<String> window();

    /** The message box that the tool itself put up and that waits; one that the machine put up is found without it. */
    default Optional<Observation.Window> message() {
        return Optional.empty();
    }

    /** The lines it shows. */
    List<String> lines();

    /** The buttons of the window in front. */
    default List<String> buttons() {
        return List.of();
    }

    /** For a session without such a thing. */
    static BenchException cannot(String tool, Step.ToolVerb verb, String argument) {
        return new BenchException(tool + " offers nothing to " + verb.word() + " " + argument);
    }
}
