package ntbed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No sentence of an article is forgotten: each row has a test of this module, or says why not. */
class SentencesTest {
    private static final Pattern DISPLAY_NAME = Pattern.compile("@DisplayName\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void theTableHasEveryRowOnceAndInOrder() {
        List<String> expected = new ArrayList<>();
        add(expected, "S1", 50);
        add(expected, "S2", 68);
        add(expected, "S3", 24);
        add(expected, "X", 10);

        assertThat(Sentences.rows()).extracting(Sentences.Row::id).isEqualTo(expected);
        assertThat(Sentences.rows()).noneMatch(row -> row.substance().isBlank());
    }

    private static void add(List<String> ids, String table, int count) {
        for (int i = 1; i <= count; i++) {
            ids.add(String.format(Locale.ROOT, "%s-%02d", table, i));
        }
    }

    @Test
    void everyRowHasATestOrAReasonAndNotBoth() {
        Set<String> shown = shownByTests();
        List<String> neither = new ArrayList<>();
        List<String> both = new ArrayList<>();
        for (Sentences.Row row : Sentences.rows()) {
            boolean test = shown.contains(row.id());
            boolean reason = !row.reason().isBlank();
            if (!test && !reason) {
                neither.add(row.id());
            } else if (test && reason) {
                both.add(row.id());
            }
        }

        assertThat(neither).as("rows with neither test nor reason").isEmpty();
        assertThat(both).as("rows with a test, and a reason to have none").isEmpty();
    }

    /** Only this module's tests: their results are what the table is written from. */
    private static Set<String> shownByTests() {
        Set<String> shown = new TreeSet<>();
        for (SourceTree.Source source : SourceTree.javaSources()) {
            if (source.name().startsWith("scenarios/src/test/")) {
                Matcher names = DISPLAY_NAME.matcher(String.join("\n", source.lines()));
                while (names.find()) {
                    shown.addAll(Sentences.namedBy(names.group(1)));
                }
            }
        }
        return shown;
    }

    @Test
    void aNameMayCarrySeveralIds() {
        assertThat(Sentences.namedBy("S2-17, PS-02: the text")).containsExactly("S2-17");
        assertThat(Sentences.namedBy("S2-09, S2-11: date and time")).containsExactly("S2-09", "S2-11");
        assertThat(Sentences.namedBy("PS8-1.5, S2-30: ownership")).containsExactly("S2-30");
        assertThat(Sentences.namedBy("the text of S2-17")).isEmpty();
    }
}
