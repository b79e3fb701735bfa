package ntbed.scenario;

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
 */
public record Article(
        String file,
        ArticleRecord record,
        Setting setting,
        Story story,
        List<Check> symptoms,
        List<Check> evidence,
        List<Remedy> remedies) {

    /**
     * The machine it happens on.
     *
     * @param editions each of them must behave as the article says
     * @param servicePack the service pack
     * @param components what is installed beside the base, in order
     */
    public record Setting(List<Edition> editions, int servicePack, List<String> components) {}

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
}
