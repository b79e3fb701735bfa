package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way to get well.
 *
 * @param id a letter
 * @param title what it does, in a few words
 * @param onlyIf what must hold before it may be used
 * @param modifiesRegistry whether a person edits the registry in it
 * @param warnings shown before its first step
 * @param machine where it is done
 * @param prepare steps before the numbered ones
 * @param parts the numbered steps, part by part; an article without parts has one, which has no heading
 * @param fix name of the fix that does the same, if there is one
 * @param changes the only places it may change: paths of keys, values and files, {@code *} at the end for all below;
 *     empty in an attempt that may change anything
 * @param proof steps that lead to the moment of proof
 * @param cured machines that then show none of the symptoms
 * @param stillBroken machines that show them as before
 * @param checks what must hold besides
 */
public record Remedy(
        String id,
        String title,
        List<Condition> onlyIf,
        boolean modifiesRegistry,
        List<String> warnings,
        String machine,
        List<Step> prepare,
        List<Part> parts,
        Optional<String> fix,
        List<String> changes,
        List<Step> proof,
        List<String> cured,
        List<String> stillBroken,
        List<Check> checks) {
    /** The numbered steps of all parts, in order. */
    public List<Numbered> steps() {
        List<Numbered> steps = new ArrayList<>();
        parts.forEach(part -> steps.addAll(part.steps()));
        return steps;
    }

    /** The same as an attempt: what it should cure must still be broken after it; on the way nothing is looked at. */
    Remedy inVain() {
        List<Part> blind = new ArrayList<>();
        parts.forEach(part -> blind.add(new Part(part.heading, part.onlyIf, part.warnings, unseen(part.steps))));
        List<String> broken = new ArrayList<>(cured);
        broken.addAll(stillBroken);
        return new Remedy(
                id,
                title,
                onlyIf,
                modifiesRegistry,
                warnings,
                machine,
                prepare,
                blind,
                Optional.empty(),
                List.of(),
                proof,
                List.of(),
                broken,
                List.of());
    }

    private static List<Numbered> unseen(List<Numbered> steps) {
        List<Numbered> unseen = new ArrayList<>();
        for (Numbered step : steps) {
            unseen.add(new Numbered(step.number, step.tool, step.action, step.steps, List.of()));
        }
        return unseen;
    }

    /**
     * A part of a remedy: its steps are numbered from 1.
     *
     * @param heading as printed; empty where the remedy has one part
     * @param onlyIf what must hold when the part begins; otherwise it is skipped
     * @param warnings shown before its first step
     * @param steps the numbered steps
     */
    public record Part(String heading, List<Condition> onlyIf, List<String> warnings, List<Numbered> steps) {}

    /**
     * A condition for using the remedy.
     *
     * @param text what must hold
     * @param check how the machine tells
     * @param otherwise what to warn of when it does not hold
     */
    public record Condition(String text, Check check, String otherwise) {}

    /**
     * A step as the article numbers it.
     *
     * @param number its number
     * @param tool what the person uses
     * @param action what the person does, in words
     * @param steps the same for the machine
     * @param sees what the person then has in front of them
     */
    public record Numbered(int number, String tool, String action, List<Step> steps, List<Check> sees) {}
}
