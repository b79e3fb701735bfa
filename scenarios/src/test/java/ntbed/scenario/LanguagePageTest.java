package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about the language, scenarios/README.md, is complete, and what it shows is true. */
class LanguagePageTest {
    private static final List<String> PAGE = page();

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of("README.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables of the page: rows of cells, headings and rulers left out. */
    private static List<List<List<String>>> tables(String heading) {
        List<List<List<String>>> tables = new ArrayList<>();
        boolean inside = false;
        for (String line : PAGE) {
            boolean begins = line.equals(heading);
            inside = begins || (inside && line.startsWith("|"));
            if (begins) {
                tables.add(new ArrayList<>());
            } else if (inside && !line.startsWith("|---")) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.substring(1).split("(?<!\\\\)\\|", -1)) {
                    cells.add(cell.strip());
                }
                tables.get(tables.size() - 1).add(cells);
            }
        }
        return tables;
    }

    private static String code(String cell) {
        assertThat(cell).startsWith("`").endsWith("`");
        return cell.substring(1, cell.length() - 1);
    }

    @Test
    void everyStepAndEveryCheckIsThereWithExamplesThatTheReaderTakes() {
        List<List<List<String>>> tables = tables("| word | what it says | example |");
        assertThat(tables).hasSize(2);
        wordsAreTaken(tables.get(0), "step", "- power on");
        wordsAreTaken(tables.get(1), "check", "- event: {source: Service Control Manager, id: 7000, text: It failed}");
    }

    private static void wordsAreTaken(List<List<String>> table, String kind, String place) {
        List<String> words = new ArrayList<>();
        for (List<String> row : table) {
            String word = code(row.get(0));
            words.add(word);
            assertThat(row.get(1))
                    .isEqualTo(ArticleSchema.group(ArticleSchema.words(kind).get(word))
                            .get("description"));
            for (String example : row.get(2).split("<br>", -1)) {
                assertThat(code(example)).startsWith("- " + word);
                Article read = ArticleReader.read("README.md", Texts.with(place, code(example)));
                assertThat(read.record().id()).isEqualTo("Q100000");
            }
        }
        assertThat(words).containsExactlyElementsOf(ArticleSchema.words(kind).keySet());
    }

    @Test
    void everyWordOfEveryGroupIsThereWithAnExample() {
        List<List<List<String>>> tables = tables("| word | needed | what it says | example |");
        List<String> groups = List.of(
                "article",
                "record",
                "machine",
                "cause",
                "remedy",
                "part",
                "numbered",
                "condition",
                "proof",
                "attempt",
                "attemptProof",
                "variant");
        assertThat(tables).hasSameSizeAs(groups);
        for (int i = 0; i < groups.size(); i++) {
            groupIsTold(groups.get(i), tables.get(i));
        }
    }

    private static void groupIsTold(String name, List<List<String>> table) {
        Map<String, Object> definition = ArticleSchema.definition(name);
        Map<String, Object> properties = ArticleSchema.group(definition.get("properties"));
        List<?> needed = definition.get("required") instanceof List<?> required ? required : List.of();
        List<String> words = new ArrayList<>();
        for (List<String> row : table) {
            String word = code(row.get(0));
            words.add(word);
            assertThat(row.get(1)).as(name + " " + word).isEqualTo(needed(definition, needed, word));
            assertThat(row.get(2))
                    .isEqualTo(ArticleSchema.group(properties.get(word)).get("description"));
            if (!row.get(3).equals("see below")) {
                exampleIsTaken(name, word, ArticleSchema.yaml(code(row.get(3))));
            }
        }
        assertThat(words).as(name).containsExactlyElementsOf(properties.keySet());
    }

    private static String needed(Map<String, Object> definition, List<?> needed, String word) {
        boolean eitherOr = definition.containsKey("oneOf") && (word.equals("steps") || word.equals("parts"));
        return needed.contains(word) ? "yes" : eitherOr ? "one of both" : "";
    }

    private static void exampleIsTaken(String name, String word, Object example) {
        Map<String, Object> group = new LinkedHashMap<>(ArticleSchema.group(
                ArticleSchema.examples(ArticleSchema.definition(name)).get(0)));
        group.putAll(ArticleSchema.group(example));
        Map<String, Object> article = ArticleSchema.with(name, group);
        assertThat(ArticleReader.read("README.md", ArticleSchema.json(article))
                        .record()
                        .id())
                .as(name + " " + word)
                .isEqualTo("Q100000");
    }

    @Test
    void theSmallArticleRuns() {
        String page = String.join("\n", PAGE);
        int from = page.indexOf("```yaml\n") + "```yaml\n".length();
        Article article = ArticleReader.read("README.md", page.substring(from, page.indexOf("\n```", from)) + "\n");

        assertThat(ArticleRunner.run(article, Edition.SERVER, 1).verdict()).isEqualTo(new Verdict.AsTheArticleSays());
    }
}
