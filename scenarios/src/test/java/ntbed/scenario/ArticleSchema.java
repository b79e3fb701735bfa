package ntbed.scenario;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema that stands beside the articles, and the examples in it. */
final class ArticleSchema {
    private static final String TEXT = resource("/kb/article.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);
    private static final Map<String, Object> DEFINITIONS =
            group(group(yaml(TEXT)).get("$defs"));

    private ArticleSchema() {}

    static String resource(String name) {
        try (InputStream in = ArticleSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists, maps, texts, numbers. */
    static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    static boolean accepts(Object article) {
        return SCHEMA.validate(json(article), InputFormat.JSON).isEmpty();
    }

    static String errors(Object article) {
        return SCHEMA.validate(json(article), InputFormat.JSON).toString();
    }

    static Map<String, Object> definition(String name) {
        return group(DEFINITIONS.get(name));
    }

    /** The words of {@code step} or {@code check}: the keys of the object among its forms. */
    static Map<String, Object> words(String definition) {
        List<?> forms = list(definition(definition).get("oneOf"));
        return group(group(forms.get(1)).get("properties"));
    }

    /** A small article with every word of its own level. */
    static Map<String, Object> whole() {
        return copy(group(examples(definition("article")).get(0)));
    }

    static List<?> examples(Map<String, Object> schema) {
        return schema.get("examples") instanceof List<?> examples ? examples : List.of();
    }

    /** The whole article with another part in its place; what stands for a part is named by its definition. */
    static Map<String, Object> with(String definition, Object part) {
        Map<String, Object> article = whole();
        Map<String, Object> remedy = group(list(article.get("remedies")).get(0));
        Map<String, Object> attempt = group(list(article.get("attempts")).get(0));
        switch (definition) {
            case "article" -> {
                return copy(group(part));
            }
            case "record", "machine", "cause" -> article.put(definition, part);
            case "component" -> group(article.get("machine")).put("components", List.of(part));
            case "variant" -> article.put("variants", List.of(part));
            case "otherMachine" ->
                article.put("variants", List.of(new LinkedHashMap<>(Map.of("name", "other", "machine", part))));
            case "remedy" -> article.put("remedies", List.of(part));
            case "attempt" -> article.put("attempts", List.of(part));
            case "part" -> {
                remedy.remove("steps");
                remedy.put("parts", List.of(part));
            }
            case "numbered" -> remedy.put("steps", List.of(part));
            case "condition" -> remedy.put("only if", List.of(part));
            case "proof" -> remedy.put("proof", part);
            case "attemptProof" -> attempt.put("proof", part);
            case "step" -> article.put("after", List.of(part));
            case "check" -> article.put("symptoms", List.of(part));
            case "allow" ->
                article.put("after", List.of(Map.of("set permissions", Map.of("key", "HKLM\\a", "allow", part))));
            default -> throw new AssertionError("no place for " + definition);
        }
        return article;
    }

    /** Every example of the schema, each in an article, by name. */
    static Map<String, Map<String, Object>> articles() {
        Map<String, Map<String, Object>> articles = new LinkedHashMap<>();
        for (String name : DEFINITIONS.keySet()) {
            for (Object example : examples(definition(name))) {
                articles.put(name + " " + articles.size(), with(name, example));
            }
        }
        for (String kind : List.of("step", "check")) {
            words(kind).forEach((word, schema) -> {
                for (Object example : examples(group(schema))) {
                    articles.put(kind + " " + word + " " + articles.size(), with(kind, Map.of(word, example)));
                }
            });
        }
        return articles;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> group(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new AssertionError("not a group: " + value);
    }

    static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new AssertionError("not a list: " + value);
    }

    static Map<String, Object> copy(Map<String, Object> value) {
        return group(deepCopy(value));
    }

    static Object deepCopy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, child) -> copy.put(key, deepCopy(child)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(child -> copy.add(deepCopy(child)));
            return copy;
        }
        return value;
    }

    /** JSON, which is YAML too. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, child) -> members.add(json(String.valueOf(key)) + ": " + json(child)));
            return "{" + String.join(", ", members) + "}";
        }
        if (value instanceof List<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(child -> elements.add(json(child)));
            return "[" + String.join(", ", elements) + "]";
        }
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }
        return String.valueOf(value);
    }
}
