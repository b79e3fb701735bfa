package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * An article: a way to break a machine that is known, the symptoms that follow by themselves, and remedies to be
 * proven.
 *
 * @param file where it was read
 * @param record head and foot
 * @param setting the machine it happens on
 * @param story what happens, in order
 * @param symptoms what a person then sees
 * @param evidence what one finds who looks closer; it may stay when the symptoms are cured
 * @param remedies what cures it
 * @param variants other causes of the same, or of none of it
 * @param attempts what people try and what does not help
 */
public record Article(
        String file,
        ArticleRecord record,
        Setting setting,
        Story story,
        List<Check> symptoms,
        List<Check> evidence,
        List<Remedy> remedies,
        List<Variant> variants,
        List<Attempt> attempts) {
    /** The same with other variants and attempts. */
    Article with(List<Variant> otherVariants, List<Attempt> otherAttempts) {
        return new Article(file, record, setting, story, symptoms, evidence, remedies, otherVariants, otherAttempts);
    }

    /**
     * The machine it happens on.
     *
     * @param editions each of them must behave as the article says
     * @param servicePack the service pack
     * @param components what is installed beside the base, in order
     */
    public record Setting(List<Edition> editions, int servicePack, List<Installed> components) {
        /** What is installed beside the base on that edition, in order. */
        List<String> components(Edition edition) {
            List<String> ids = new ArrayList<>();
            for (Installed component : components) {
                if (component.editions().isEmpty() || component.editions().contains(edition)) {
                    ids.add(component.id());
                }
            }
            return ids;
        }
    }

    /**
     * A component of the machine.
     *
     * @param id its name
     * @param editions where it is installed; empty = wherever the article goes
     */
    public record Installed(String id, List<Edition> editions) {}

    /**
     * What happens. The control run is the same without {@code cause}.
     *
     * @param before steps of both runs, on a new machine called {@code master}
     * @param because the cause in words
     * @param cause what the control run leaves out
     * @param after steps of both runs
     * @param patient the machine that shows the symptoms
     */
    public record Story(List<Step> before, String because, List<Step> cause, List<Step> after, String patient) {}

    /**
     * The same article with another cause, or on another machine. What a variant does not say is the article's.
     *
     * @param name what is different, in a few words
     * @param setting its machine
     * @param story what happens
     * @param symptoms what a person then sees
     * @param evidence what one finds who looks closer
     * @param harmless whether nothing is wrong after all: none of the symptoms may be there
     * @param curedBy remedies that cure it, by id
     * @param notCuredBy remedies after which the symptoms are still there
     */
    public record Variant(
            String name,
            Setting setting,
            Story story,
            List<Check> symptoms,
            List<Check> evidence,
            boolean harmless,
            List<String> curedBy,
            List<String> notCuredBy) {}

    /**
     * What does not help: like a remedy, but nothing may be cured by it.
     *
     * @param because why it does not help
     * @param remedy what is tried; its {@code cured} is empty
     */
    public record Attempt(String because, Remedy remedy) {}
}
