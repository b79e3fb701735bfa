package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.trace.Trace;

/**
 * What one run of an article on one edition showed. Nothing in it depends on the host: equal article, edition and
 * seed give an equal run.
 *
 * @param article the article
 * @param edition which machine
 * @param seed where all chance came from
 * @param story the steps before, of and after the cause, if they were watched
 * @param seen what a person saw on the broken machine, line by line
 * @param symptoms the symptoms and the evidence, looked for on the broken machine
 * @param control the same, on the machine without the cause: each must be absent
 * @param remedies each remedy, by hand and by its fix
 * @param variants each variant of the cause that goes for this edition
 * @param attempts what does not help, by hand
 * @param counts what it took
 * @param traces the machines' traces in the order they were switched on
 * @param verdict what it came to
 */
public record ArticleRun(
        Article article,
        Edition edition,
        long seed,
        Story story,
        List<String> seen,
        List<Finding> symptoms,
        List<Finding> control,
        List<RemedyRun> remedies,
        List<VariantRun> variants,
        List<RemedyRun> attempts,
        Counts counts,
        List<MachineTrace> traces,
        Verdict verdict) {

    /**
     * The steps that broke the machine, as they were done; all empty in a run that was not watched.
     *
     * @param before what came before the cause
     * @param cause the cause
     * @param after what came after it
     */
    public record Story(List<StepDone> before, List<StepDone> cause, List<StepDone> after) {
        /** Of a run that was not watched. */
        public static final Story UNWATCHED = new Story(List.of(), List.of(), List.of());
    }

    /**
     * A remedy tried on a copy of the broken machines.
     *
     * @param remedy which
     * @param how {@code by hand}, or {@code by fix} and its name
     * @param prepared the steps before the numbered ones; empty in a run that was not watched
     * @param conditions whether it may be used here
     * @param parts its parts; empty where a fix did it
     * @param proving the steps that led to the moment of proof; empty in a run that was not watched
     * @param proof what was looked for afterwards
     * @param changed what it changed: paths of keys, values and files
     * @param unnamed what it changed beside what the article names
     */
    public record RemedyRun(
            Remedy remedy,
            String how,
            List<StepDone> prepared,
            List<Finding> conditions,
            List<PartRun> parts,
            List<StepDone> proving,
            List<Finding> proof,
            List<String> changed,
            List<String> unnamed) {
        /** The numbered steps of all parts that were done. */
        public List<StepRun> steps() {
            List<StepRun> steps = new ArrayList<>();
            parts.forEach(part -> steps.addAll(part.steps()));
            return steps;
        }
    }

    /**
     * A part of a remedy as it was done, or skipped because a condition did not hold.
     *
     * @param part which
     * @param conditions whether it had to be done here
     * @param steps its numbered steps; empty if it was skipped
     */
    public record PartRun(Remedy.Part part, List<Finding> conditions, List<StepRun> steps) {
        /** Whether a condition did not hold. */
        public boolean skipped() {
            return !conditions.stream().allMatch(Finding::holds);
        }
    }

    /**
     * A variant of the cause.
     *
     * @param variant which
     * @param symptoms its symptoms and evidence, each of which must be there; of a harmless one: must be absent
     * @param control the same without its cause, where the article's own control run does not show it
     * @param remedies each remedy that it names
     */
    public record VariantRun(
            Article.Variant variant, List<Finding> symptoms, List<Finding> control, List<RemedyRun> remedies) {}

    /**
     * A numbered step as it was done.
     *
     * @param step which
     * @param sees what the person looked for, and had in front of them
     * @param done what the machine did; empty in a run that was not watched
     */
    public record StepRun(Remedy.Numbered step, List<Finding> sees, List<StepDone> done) {}

    /**
     * What the run took.
     *
     * @param machines how many machines there were
     * @param boots how often one was switched on or restarted
     * @param virtualMillis time that passed on them, taken together
     */
    public record Counts(int machines, int boots, long virtualMillis) {}

    /**
     * One machine from power-on to power-off.
     *
     * @param heading which machine, and in which part of the run
     * @param trace what was seen of it
     */
    public record MachineTrace(String heading, Trace trace) {}
}
