package ntbed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ntbed.house.SourceTree.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine says stands in one place. */
class MessagesOnceTest {
    private static final int LONG_ENOUGH = 25;

    /** The main sources with literals over several lines joined. */
    private static final Map<String, String> MAIN = main();

    private static Map<String, String> main() {
        Map<String, String> main = new TreeMap<>();
        for (Source source : SourceTree.javaSources()) {
            if (!source.isTest()) {
                main.put(source.name(), String.join(" ", source.lines()).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        return main;
    }

    private static Stream<String> table(String path, int column) {
        return SourceTree.text(path)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > column)
                .map(cells -> cells[column].strip())
                .filter(text -> text.length() >= LONG_ENOUGH);
    }

    @Test
    @DisplayName("X-05: no text of an error code is repeated in a program")
    void errorTexts() {
        assertNotRepeated(table("sim-core/src/main/resources/ntbed/win32/system-messages.tsv", 2));
    }

    @Test
    @DisplayName("X-05: no template of an event is repeated in a program, and each stands once in the table")
    void eventTemplates() {
        List<String> templates = table("sim-core/src/main/resources/ntbed/eventlog/event-messages.tsv", 4)
                .toList();

        assertThat(templates).doesNotHaveDuplicates();
        assertNotRepeated(templates.stream());
    }

    private static void assertNotRepeated(Stream<String> texts) {
        List<String> repeated = new ArrayList<>();
        texts.forEach(text -> MAIN.forEach((name, source) -> {
            if (source.contains("\"" + text + "\"")) {
                repeated.add(name + ": " + text);
            }
        }));
        assertThat(repeated).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "At least one service failed to start.",
                "Unable to enumerate files and directories because the following error occurred: ",
                "Invalid configuration error occurred reading or setting configuration parameter.",
                "Do you want to replace the permission on all existing subkeys within ",
                ": Error while opening key.\"",
                "Error while deleting key.",
                "We haven't tested this product on SP4."
            })
    @DisplayName("X-05: a text of a message box stands once")
    void boxes(String text) {
        assertThat(MAIN.values().stream()
                        .mapToInt(source -> source.split(Pattern.quote(text), -1).length - 1)
                        .sum())
                .isEqualTo(1);
    }
}
