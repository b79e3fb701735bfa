package ntbed.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a fix would do on one machine, in order. To be read by a person before it is done.
 *
 * @param fix the fix's id
 * @param steps at least one; a restart only as the last
 */
public record Plan(String fix, List<Step> steps) {
    public Plan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new AssertionError(fix + ": a plan without steps");
        }
        for (Step step : steps.subList(0, steps.size() - 1)) {
            if (step instanceof Step.Restart) {
                throw new AssertionError(fix + ": a restart before the last step");
            }
        }
    }

    /** Everything the steps change, in their order. */
    public List<String> touches() {
        List<String> touches = new ArrayList<>();
        steps.forEach(step -> touches.addAll(step.touches()));
        return List.copyOf(touches);
    }

    /** Whether a step loses something that its undo does not bring back. */
    public boolean losesData() {
        return steps.stream().anyMatch(Step::losesData);
    }

    /** Whether the machine restarts at the end. */
    public boolean restarts() {
        return steps.get(steps.size() - 1) instanceof Step.Restart;
    }

    /** How the first {@code done} steps are taken back: the undo of each, last one first. */
    public List<Undo> undo(int done) {
        List<Undo> undo = new ArrayList<>();
        steps.subList(0, done).forEach(step -> undo.add(step.undo()));
        Collections.reverse(undo);
        return List.copyOf(undo);
    }
}
