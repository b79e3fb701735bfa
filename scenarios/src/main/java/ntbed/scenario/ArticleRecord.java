package ntbed.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an article's head and foot say: who it is, what it is about, what it applies to, how it is found.
 *
 * @param id {@code Q} and six digits
 * @param title as printed, without the id
 * @param summary what a person notices, in a sentence or two
 * @param product the product
 * @param version the product's version
 * @param keywords the article's keywords
 * @param modified when it was last changed
 * @param appliesTo the products it lists
 * @param notices what must be read before anything is done
 * @param references other articles: id to title, in the order they are named
 * @param links addresses for more information
 * @param queryWords additional words to find it by, misspelled ones too
 * @param errorCodes numbers that a person may have in front of them beside those of the symptoms
 * @param issueType for example {@code kbprb}, a problem
 * @param technology the technology keywords
 */
public record ArticleRecord(
        String id,
        String title,
        String summary,
        String product,
        String version,
        List<String> keywords,
        LocalDate modified,
        List<String> appliesTo,
        List<String> notices,
        Map<String, String> references,
        List<String> links,
        List<String> queryWords,
        List<String> errorCodes,
        String issueType,
        List<String> technology) {}
