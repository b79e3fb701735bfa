package ntbed.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line as {@code CreateProcess} reads it when it is given no application name (MSDN "CreateProcess").
 *
 * @param text the whole line
 */
public record CommandLine(String text) {
    /**
     * The texts that may be the program's name, in the order they are tried: what stands in the leading quotes; without
     * quotes the text up to each blank in turn, then the whole.
     */
    public List<String> candidates() {
        String line = text.stripLeading();
        if (line.startsWith("\"")) {
            int close = line.indexOf('"', 1);
            return List.of(close < 0 ? line.substring(1) : line.substring(1, close));
        }
        List<String> candidates = new ArrayList<>();
        for (int i = 1; i < line.length(); i++) {
            if (isBlank(line.charAt(i)) && !isBlank(line.charAt(i - 1))) {
                candidates.add(line.substring(0, i));
            }
        }
        String whole = line.stripTrailing();
        if (candidates.isEmpty() || !candidates.get(candidates.size() - 1).equals(whole)) {
            candidates.add(whole);
        }
        return candidates;
    }

    /**
     * The arguments as a C program's {@code argv} has them, the program's own name first (MSDN "Parsing C Arguments").
     */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (text.startsWith("\\\"", i) && !arguments.isEmpty()) {
                argument.append('"');
                begun = true;
                i++;
            } else if (isBlank(c) && !quoted) {
                if (begun) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                begun = false;
            } else {
                argument.append(c);
                begun = true;
            }
        }
        if (begun) {
            arguments.add(argument.toString());
        }
        return arguments;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
