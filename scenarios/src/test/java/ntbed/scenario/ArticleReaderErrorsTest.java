package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in an article file is one line: file, line, column, what was expected, the nearest word. */
class ArticleReaderErrorsTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                row("id: Q100000", "id: 100000", "2:7: expected Q and six digits, found \"100000\""),
                row("id: Q100000", "id: Q1000x0", "2:7: expected Q and six digits, found \"Q1000x0\""),
                row("title: A small article", "title:", "3:9: expected a text, found nothing"),
                row("title: A small article", "title: [a, b]", "3:10: expected a text, found a list"),
                row("  title: A small article\n", "", "2:3: \"title\" is missing here"),
                row("  product:", "  produkt:", "5:3: unknown key \"produkt\"; did you mean \"product\"?"),
                row("modified: 1999-03-01", "modified: 1999-3-1", "7:13: " + DATE + "\"1999-3-1\""),
                row("modified: 1999-03-01", "modified: 1999-13-01", "7:13: " + DATE + "\"1999-13-01\""),
                row("modified: 1999-03-01", "modified: 01-MAR-1999", "7:13: " + DATE + "\"01-MAR-1999\""),
                row(
                        "editions: [server]",
                        "editions: [sever]",
                        "11:14: unknown edition \"sever\"; did you mean \"server\"?"),
                row("editions: [server]", "editions: server", "11:13: expected a list, found \"server\""),
                row("[server]", "[server]\n  service pack: 9", "12:17: expected a service pack from 3 to 6, found 9"),
                row("[server]", "[server]\n  service pack: four", "12:17: expected a whole number, found \"four\""),
                row(
                        "- delete file:",
                        "- delet file:",
                        "15:7: unknown step \"delet file\"; did you mean \"delete file\"?"),
                row("- power on", "- power up", "17:5: unknown step \"power up\"; did you mean \"power on\"?"),
                row("- power on", "- power on: now", "17:15: expected nothing after \"power on\", found \"now\""),
                row(
                        "- power on",
                        "- {power on: , restart: }",
                        "17:5: expected one step with what it needs, found 2 keys"),
                row("- power on", "- run", "17:5: expected a text, found nothing"),
                row("- power on", "- wait: 5", "17:11: " + TIME + "\"5\""),
                row("- power on", "- wait: five s", "17:11: " + TIME + "\"five s\""),
                row("- power on", "- wait: 0x5 min", "17:11: " + TIME + "\"0x5 min\""),
                row("- event:", "- evnt:", "19:5: unknown check \"evnt\"; did you mean \"event\"?"),
                row("id: 7000", "id: 7000.5", "19:50: expected a whole number, found \"7000.5\""),
                row(
                        "id: 7000",
                        "id: 4294967296",
                        "19:50: expected a whole number of at most 32 bits, found \"4294967296\""),
                row("id: 7000", "id: 7000, type: Fatal", "19:62: unknown type \"Fatal\"; " + TYPES),
                row("id: 7000", "id: 7000, log: systm", "19:61: unknown log \"systm\"; did you mean \"system\"?"),
                row("id: 7000, ", "", "19:12: \"id\" is missing here"),
                row("id: 7000", "id: 7000, id: 7001", "19:56: \"id\" stands twice"),
                row("step: 1", "step: one", "24:15: expected a whole number, found \"one\""),
                row(
                        "    steps:\n      - step",
                        "    stops:\n      - step",
                        "23:5: unknown key \"stops\"; did you mean \"steps\"?"),
                row(
                        "title: Put it back",
                        "title: Back\n    modifies registry: maybe",
                        "23:24: expected yes or no, found \"maybe\""),
                row("cured: [master]", "cure: [master]", "32:7: unknown key \"cure\"; did you mean \"cured\"?"),
                row(
                        "    proof:\n      steps: [restart]\n      cured: [master]\n",
                        "",
                        "21:5: \"proof\" is missing here"),
                row("symptoms:", "symptoms", "19:10: not YAML: could not find expected ':'"),
                row("editions: [server]", "editions: [server", "12:6: not YAML: expected ',' or ']', but got :"),
                row(
                        "id: A\n",
                        "id: A\n\tx: y\n",
                        "22:1: not YAML: found character '\\t(TAB)' that cannot start any token. "
                                + "(Do not use \\t(TAB) for indentation)"));
    }

    static Stream<Arguments> mistakesInLaterWords() {
        return Stream.of(
                row("step: 1", "step: 2", "24:15: expected step 1, found \"2\""),
                row("- power on", "- flip byte: {at: 3}", "17:16: expected either \"file\" or \"key\" here"),
                row(
                        "- power on",
                        "- flip byte: {file: a, name: b, at: 3}",
                        "17:32: a file has no values; expected \"key\" with \"name\", or \"file\""),
                row(
                        "- power on",
                        "- append: {file: a, bytes: 4G}",
                        "17:30: expected bytes such as 4D 5A 00, found \"4G\""),
                row(
                        "- power on",
                        "- set permissions: {key: a, allow: {SYSTEM: reed}}",
                        "17:47: unknown right \"reed\"; did you mean \"read\"?"),
                row(
                        "- power on",
                        "- type: {File name: a, Type: b}",
                        "17:11: expected a text, or one box or list with what to type in it"),
                row(
                        "- power on",
                        "- on edition: {sever: [restart]}",
                        "17:18: unknown edition \"sever\"; did you mean \"server\"?"),
                row(
                        "    steps:\n      - step",
                        "    parts: []\n    steps:\n      - step",
                        "23:5: \"steps\" or \"parts\", not both"),
                row(
                        "machine:\n",
                        "variants: [{name: a, cured by: [B]}]\nmachine:\n",
                        "10:33: unknown remedy \"B\"; did you mean \"A\"?"),
                row(
                        "machine:\n",
                        "attempts: [{id: 1, title: a, proof: {}, steps: []}]\nmachine:\n",
                        "10:12: \"because\" is missing here"));
    }

    private static final String DATE = "expected a date such as 2002-06-11, found ";
    private static final String TIME = "expected a time such as 500 ms, 30 s or 2 min, found ";
    private static final String TYPES = "expected one of: Error, Warning, Information, Success Audit, Failure Audit";

    private static Arguments row(String old, String replacement, String error) {
        return Arguments.of(old, replacement, error);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource({"mistakes", "mistakesInLaterWords"})
    void aMistakeIsOneLineThatPointsAtThePlace(String old, String replacement, String error) {
        assertThat(errorOf(Texts.with(old, replacement))).isEqualTo("a.yaml:" + error);
    }

    @Test
    void theGoodArticleIsGood() {
        assertThat(ArticleReader.read("a.yaml", Texts.GOOD).record().id()).isEqualTo("Q100000");
    }

    @Test
    void anEmptyFileIsNoArticle() {
        assertThat(errorOf("")).isEqualTo("a.yaml:1:1: expected an article, found an empty file");
        assertThat(errorOf("# only a remark\n")).isEqualTo("a.yaml:1:1: expected an article, found an empty file");
    }

    @Test
    void aListIsNoArticle() {
        assertThat(errorOf("- a\n")).isEqualTo("a.yaml:1:1: expected a group of named entries, found a list");
    }

    /** Whatever is cut off or replaced by one character: an article or one clear line, never another exception. */
    @Test
    void noCutAndNoWrongCharacterGivesAnythingButOneLine() {
        int refused = 0;
        for (int i = 0; i < Texts.GOOD.length(); i++) {
            refused += refused(Texts.GOOD.substring(0, i));
            for (char c : new char[] {'\t', ':', '[', '{', '"', '&', '*', '!', '\u0000', '#'}) {
                refused += refused(Texts.GOOD.substring(0, i) + c + Texts.GOOD.substring(i + 1));
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static int refused(String text) {
        try {
            ArticleReader.read("a.yaml", text);
            return 0;
        } catch (ArticleSyntaxException e) {
            assertThat(e.getMessage())
                    .startsWith("a.yaml:" + e.line() + ":" + e.column() + ": ")
                    .doesNotContain("\n");
            return 1;
        }
    }

    private static String errorOf(String text) {
        return String.valueOf(
                catchThrowableOfType(ArticleSyntaxException.class, () -> ArticleReader.read("a.yaml", text))
                        .getMessage());
    }
}
