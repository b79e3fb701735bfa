package ntbed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ntbed.house.SourceTree.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every numbered rule of the model has a test that carries its id in its display name: {@code "G6: ..."}. */
class RulesCoveredTest {
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\\s*\"((?:[A-Z]+[0-9]*-?[0-9]+(?:, )?)+):");
    private static final Pattern ID = Pattern.compile("[A-Z]+[0-9]*-?[0-9]+");

    @ParameterizedTest(name = "{0}: {1} rules")
    @CsvSource({
        "B, 15, boot chain",
        "H, 10, hives",
        "L, 10, control sets and Last Known Good",
        "K, 13, service database",
        "I, 8, image path",
        "G, 11, start order",
        "D, 7, dependents",
        "E, 9, error control and the popup",
        "T, 8, time limits",
        "U, 8, accounts",
        "S, 9, states and controls",
        "A, 13, API functions",
        "C, 5, Control Panel",
        "N, 10, net.exe",
        "O, 9, tools",
    })
    void everyRuleIsNamedByATest(String section, int count, String subject) {
        assertCovered(section, "", count, subject);
    }

    @ParameterizedTest(name = "{0}-nn: {1} rows")
    @CsvSource({"S1, 50, article Q198417", "PD, 14, the missing Psysdup2", "SP, 13, a prepared machine"})
    void everyRowIsNamedByATest(String table, int count, String subject) {
        assertCovered(table, "-", count, subject);
    }

    @Test
    void theSearchSeesNamesAndOnlyNames() {
        assertThat(idsIn("@DisplayName(\"K3, K4: a key\")")).containsExactly("K3", "K4");
        assertThat(idsIn("@DisplayName(\"S1-18: text\")")).containsExactly("S1-18");
        assertThat(idsIn("// K3: only a comment")).isEmpty();
    }

    private static void assertCovered(String prefix, String separator, int count, String subject) {
        Set<String> named = new TreeSet<>();
        for (Source source : SourceTree.javaSources()) {
            if (source.isTest()) {
                named.addAll(idsIn(String.join("\n", source.lines())));
            }
        }
        String format = separator.isEmpty() ? "%s%s%d" : "%s%s%02d";
        assertThat(IntStream.rangeClosed(1, count)
                        .mapToObj(number -> String.format(java.util.Locale.ROOT, format, prefix, separator, number))
                        .filter(id -> !named.contains(id)))
                .as("rules of " + subject + " without a test")
                .isEmpty();
    }

    private static Set<String> idsIn(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher names = NAMED.matcher(text);
        while (names.find()) {
            Matcher id = ID.matcher(names.group(1));
            while (id.find()) {
                ids.add(id.group());
            }
        }
        return ids;
    }
}
