package ntbed.scenario;

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
 * @param steps the numbered steps
 * @param fix name of the fix that does the same, if there is one
 * @param changes the only places it may change: paths of keys, values and files, {@code *} at the end for all below
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
        List<Numbered> steps,
        Optional<String> fix,
        List<String> changes,
        List<Step> proof,
        List<String> cured,
        List<String> stillBroken,
        List<Check> checks) {

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
