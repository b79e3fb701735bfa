package ntbed.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A step as it was done, watched closely.
 *
 * @param machine where
 * @param step what the person did, as an article writes it
 * @param shown what stood in front of them afterwards, if that was new
 * @param changes what changed in the machine
 */
public record StepDone(String machine, String step, Optional<Screen> shown, List<Change> changes) {
    /**
     * What stands in front of a person: the window of a tool, or a box before it.
     *
     * @param title its title
     * @param lines text and controls, line by line
     * @param buttons its buttons, the default one first
     */
    public record Screen(String title, List<String> lines, List<String> buttons) {}
}
