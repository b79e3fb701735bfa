package ntbed.process;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.win32.CaseFolding;

/** An environment block: variables by name, names without regard to case. Immutable. */
public final class Environment {
    private final SortedMap<String, String> variables;

    private Environment(SortedMap<String, String> variables) {
        this.variables = variables;
    }

    /** A block of those variables. */
    public static Environment of(Map<String, String> variables) {
        SortedMap<String, String> folded = new TreeMap<>();
        variables.forEach((name, value) -> folded.put(CaseFolding.fold(name), value));
        return new Environment(folded);
    }

    /** A variable's value. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(CaseFolding.fold(name)));
    }

    /** This block with one variable more or changed. */
    public Environment with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(variables);
        more.put(CaseFolding.fold(name), value);
        return new Environment(more);
    }

    /** All variables, names in upper case, ascending. */
    public Map<String, String> variables() {
        return Collections.unmodifiableMap(variables);
    }

    /** Replaces each {@code %NAME%} that exists, as {@code ExpandEnvironmentStrings}; others stay as they are. */
    public String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('%'); open >= 0; open = text.indexOf('%', from)) {
            int close = text.indexOf('%', open + 1);
            if (close < 0) {
                break;
            }
            Optional<String> value = get(text.substring(open + 1, close));
            expanded.append(text, from, open);
            if (value.isPresent()) {
                expanded.append(value.get());
                from = close + 1;
            } else {
                expanded.append(text, open, close);
                from = close;
            }
        }
        return expanded.append(text, from, text.length()).toString();
    }
}
