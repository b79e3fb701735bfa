package ntbed.scenario;

import java.util.List;
import java.util.Optional;

/** A tool that a person has open: what they do with it, and what it shows. */
interface ToolSession {
    /** Does one thing; what the tool does not offer in this moment is a {@link BenchException}. */
    void use(Step.ToolVerb verb, String argument);

    /** Title of the window in front. */
    Optional<String> window();

    /** The lines it shows. */
    List<String> lines();

    /** For a session without such a thing. */
    static BenchException cannot(String tool, Step.ToolVerb verb, String argument) {
        return new BenchException(tool + " offers nothing to " + Nearest.fold(verb.name()) + " " + argument);
    }
}
