package ntbed.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * One place of an article file: a text, a list or a group of named entries, and where it stands.
 *
 * <p>Texts are taken as they are written: {@code 4.0}, {@code NO} and {@code 2002-06-11} stay texts until somebody
 * asks for a number.
 */
final class Entry {
    private final String file;
    private final Node node;

    private Entry(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Reads a file's text; {@code file} is the name that errors show. */
    static Entry parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(0)
                .setSchema(new FailsafeSchema())
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new ArticleSyntaxException(file, 1, 1, "expected an article, found an empty file");
            }
            return new Entry(file, root.get());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            throw new ArticleSyntaxException(file, line, column, "not YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new ArticleSyntaxException(file, 1, 1, "not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static String oneLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** An error at this place. */
    ArticleSyntaxException error(String expected) {
        Optional<Mark> mark = node.getStartMark();
        return new ArticleSyntaxException(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                expected);
    }

    /** An error about a word that is none of the known ones, with the nearest of them or all of them. */
    ArticleSyntaxException unknown(String what, String word, Iterable<String> known) {
        Optional<String> near = Nearest.word(word, known);
        String hint = near.isPresent()
                ? "; did you mean \"" + near.get() + "\"?"
                : "; expected one of: " + String.join(", ", known);
        return error("unknown " + what + " \"" + word + "\"" + hint);
    }

    /** An empty text that stands where this entry does. */
    Entry nothing() {
        return new Entry(
                file, new ScalarNode(Tag.STR, true, "", ScalarStyle.PLAIN, node.getStartMark(), node.getEndMark()));
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Words for what stands here, for errors. */
    String found() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "nothing" : "\"" + scalar.getValue() + "\"";
        }
        return node instanceof SequenceNode ? "a list" : "a group of named entries";
    }

    /** The text, which must not be empty. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return scalar.getValue();
        }
        throw error("expected a text, found " + found());
    }

    /** The text, which may be empty. */
    String anyText() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error("expected a text, found " + found());
    }

    /** A whole number, decimal or {@code 0x} hexadecimal, that fits 32 bits with or without a sign. */
    int number() {
        String text = anyText();
        boolean hexadecimal = text.matches("0x[0-9A-Fa-f]{1,8}");
        if (!hexadecimal && !text.matches("-?[0-9]{1,10}")) {
            throw error("expected a whole number, found " + found());
        }
        if (!hexadecimal && (Long.parseLong(text) < Integer.MIN_VALUE || Long.parseLong(text) > 0xFFFF_FFFFL)) {
            throw error("expected a whole number of at most 32 bits, found " + found());
        }
        return number(text);
    }

    /** The number in a text that {@link #number()} has accepted. */
    static int number(String text) {
        return text.startsWith("0x") ? Integer.parseUnsignedInt(text.substring(2), 16) : (int) Long.parseLong(text);
    }

    /** {@code yes} or {@code no}. */
    boolean flag() {
        String text = anyText();
        if (text.equals("yes") || text.equals("no")) {
            return text.equals("yes");
        }
        throw error("expected yes or no, found " + found());
    }

    /** The constant whose name, in lower case with blanks, stands here. */
    <T extends Enum<T>> T oneOf(String what, T[] constants) {
        String word = text();
        List<String> known = new ArrayList<>();
        for (T constant : constants) {
            String name = Nearest.fold(constant.name()).replace('_', ' ');
            if (name.equals(word)) {
                return constant;
            }
            known.add(name);
        }
        throw unknown(what, word, known);
    }

    /** Every element of a list. */
    <T> List<T> list(Function<Entry, T> element) {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("expected a list, found " + found());
        }
        List<T> elements = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            elements.add(element.apply(new Entry(file, child)));
        }
        return List.copyOf(elements);
    }

    /** The named entries in the order written; a name that stands twice is refused. */
    Map<String, Entry> group() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("expected a group of named entries, found " + found());
        }
        Map<String, Entry> group = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Entry key = new Entry(file, tuple.getKeyNode());
            if (group.put(key.text(), new Entry(file, tuple.getValueNode())) != null) {
                throw key.error("\"" + key.text() + "\" stands twice");
            }
        }
        return group;
    }

    /** The named entries, of which each must be one of the known names. */
    Fields fields(String... known) {
        Map<String, Entry> group = group();
        List<String> names = List.of(known);
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            Entry key = new Entry(file, tuple.getKeyNode());
            if (!names.contains(key.text())) {
                throw key.unknown("key", key.text(), names);
            }
        }
        return new Fields(this, group);
    }

    /** The key as an entry of its own, to point errors at it. */
    Entry keyEntry(String name) {
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            Entry key = new Entry(file, tuple.getKeyNode());
            if (key.anyText().equals(name)) {
                return key;
            }
        }
        return this;
    }
}
