package ntbed.replay;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes JSON with the keys in the order they are given, two blanks a level: equal input, equal bytes.
 *
 * <p>Control characters, and {@code <} lest a script tag end early, are written as {@code \}{@code u}; all else is
 * itself.
 */
public final class JsonWriter {
    private final StringBuilder json = new StringBuilder();
    private int depth;
    private boolean first = true;

    private JsonWriter() {}

    /** A document that is one object. */
    public static String object(Consumer<JsonWriter> content) {
        JsonWriter writer = new JsonWriter();
        writer.nested('{', '}', () -> content.accept(writer));
        return writer.json.append('\n').toString();
    }

    /** A member with a text. */
    public JsonWriter member(String key, String value) {
        key(key);
        quote(value);
        return this;
    }

    /** A member with a whole number. */
    public JsonWriter member(String key, long value) {
        key(key);
        json.append(value);
        return this;
    }

    /** A member with true or false. */
    public JsonWriter member(String key, boolean value) {
        key(key);
        json.append(value);
        return this;
    }

    /** A member that is an object. */
    public JsonWriter object(String key, Consumer<JsonWriter> content) {
        key(key);
        nested('{', '}', () -> content.accept(this));
        return this;
    }

    /** A member that is a list of texts. */
    public JsonWriter texts(String key, Collection<String> values) {
        return list(key, values, this::quote);
    }

    /** A member that is a list of objects, each written by {@code element}. */
    public <T> JsonWriter objects(
            String key, Collection<T> values, java.util.function.BiConsumer<JsonWriter, T> element) {
        return list(key, values, value -> nested('{', '}', () -> element.accept(this, value)));
    }

    private <T> JsonWriter list(String key, Collection<T> values, Consumer<T> element) {
        key(key);
        nested(
                '[',
                ']',
                () -> values.forEach(value -> {
                    separate();
                    element.accept(value);
                }));
        return this;
    }

    private void key(String key) {
        separate();
        quote(key);
        json.append(": ");
    }

    private void separate() {
        json.append(first ? "\n" : ",\n").append("  ".repeat(depth));
        first = false;
    }

    private void nested(char open, char close, Runnable content) {
        json.append(open);
        boolean before = first;
        first = true;
        depth++;
        content.run();
        depth--;
        if (!first) {
            json.append('\n').append("  ".repeat(depth));
        }
        json.append(close);
        first = before;
    }

    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                        escape(c);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private void escape(char c) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
