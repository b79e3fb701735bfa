package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader know the same words, need the same ones, and refuse the same mistakes. */
class SchemaTest {
    /** What the reader refuses and a schema cannot say: numbers in a row, ids of remedies. */
    private static final List<String> READER_ONLY = List.of("expected step ", "unknown remedy ");

    static Map<String, Map<String, Object>> examples() {
        return ArticleSchema.articles();
    }

    @Test
    void theWordsAreTheSame() {
        assertThat(ArticleSchema.words("step").keySet()).containsExactlyElementsOf(StepWords.all());
        assertThat(ArticleSchema.words("check").keySet()).containsExactlyElementsOf(CheckWords.all());
    }

    @Test
    void everyWordIsDescribedAndHasAnExample() {
        for (String kind : List.of("step", "check")) {
            ArticleSchema.words(kind).forEach((word, schema) -> {
                assertThat(ArticleSchema.group(schema).get("description"))
                        .as(word)
                        .isNotNull();
                assertThat(ArticleSchema.examples(ArticleSchema.group(schema)))
                        .as(word)
                        .isNotEmpty();
            });
        }
        describedBelow("", ArticleSchema.definition("article"));
    }

    private static void describedBelow(String where, Object schema) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties && !where.endsWith("oneOf")) {
                properties.forEach((name, property) -> assertThat(
                                ArticleSchema.group(property).get("description"))
                        .as(where + "/" + name)
                        .isNotNull());
            }
            map.forEach((key, child) -> describedBelow(where + "/" + key, child));
        }
    }

    @Test
    void everyExampleIsAcceptedByBoth() {
        examples().forEach((name, article) -> {
            assertThat(ArticleSchema.errors(article)).as(name).isEqualTo("[]");
            assertThat(readersError(article)).as(name).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("articleFiles")
    void everyArticleOfTheProgramIsAcceptedByTheSchema(String id) {
        Object article = ArticleSchema.yaml(ArticleSchema.resource("/kb/" + id + ".yaml"));

        assertThat(ArticleSchema.errors(article)).isEqualTo("[]");
    }

    static List<String> articleFiles() {
        return KnowledgeBase.open().ids();
    }

    /** Each place of each example, and of each article, got wrong in each way: both refuse it or both take it. */
    @Test
    void bothRefuseTheSameMistakes() {
        Map<String, Object> articles = new LinkedHashMap<>(examples());
        for (String id : articleFiles()) {
            articles.put(id, ArticleSchema.yaml(ArticleSchema.resource("/kb/" + id + ".yaml")));
        }
        List<String> apart = new ArrayList<>();
        TreeSet<Boolean> answers = new TreeSet<>();
        articles.forEach((name, article) -> {
            for (Mutations.Mutation mutation : Mutations.of(article, placeOf(name))) {
                boolean valid = ArticleSchema.accepts(mutation.article());
                String error = readersError(mutation.article());
                answers.add(valid);
                boolean readerOnly = READER_ONLY.stream().anyMatch(error::contains);
                if (valid != error.isEmpty() && !(valid && readerOnly)) {
                    apart.add(name + " " + mutation.where() + ": schema " + (valid ? "takes" : "refuses") + ", reader "
                            + (error.isEmpty() ? "takes" : error));
                }
            }
        });

        assertThat(apart).isEmpty();
        assertThat(answers).containsExactly(false, true);
    }

    /** Where an example of a word stands; the rest of its article is that of all others. */
    private static String placeOf(String name) {
        return name.startsWith("step ") ? "/after" : name.startsWith("check ") ? "/symptoms" : "";
    }

    private static String readersError(Object article) {
        try {
            Article unused = ArticleReader.read("a", ArticleSchema.json(article));
            return "";
        } catch (ArticleSyntaxException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
