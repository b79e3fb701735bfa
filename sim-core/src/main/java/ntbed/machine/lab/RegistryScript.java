package ntbed.machine.lab;

import java.util.ArrayList;
import java.util.List;
import ntbed.registry.RegistryValue;

/**
 * Reads the registry part of an installation: REGEDIT4 text with two notations more, so that a person can read it.
 *
 * <p>{@code expand:"text"} is a REG_EXPAND_SZ, {@code multi:"a","b"} a REG_MULTI_SZ ({@code multi:} alone an empty
 * one); everything else is REGEDIT4: {@code [key]}, {@code "name"="text"}, {@code @=}, {@code dword:}, {@code hex:},
 * comments after a semicolon at the start of a line. Such text comes with this project, never from the machine's disk:
 * a line that does not fit is a bug of ours.
 */
public final class RegistryScript {
    private final String text;
    private final Target target;
    private int lineNumber;
    private String key = "";

    private RegistryScript(String text, Target target) {
        this.text = text;
        this.target = target;
    }

    /** Where the script's keys and values go. */
    public interface Target {
        /** A key, with all above it. */
        void key(String path);

        /** A value; the empty name is the default value. */
        void set(String path, String name, RegistryValue value);
    }

    /**
     * Applies the whole script.
     *
     * @throws AssertionError with the line's number for a line that does not fit
     */
    public static void apply(String text, Target target) {
        new RegistryScript(text, target).run();
    }

    private void run() {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            lineNumber++;
            line(text.substring(from, to));
            from = to + 1;
        }
    }

    private void line(String line) {
        if (line.isEmpty() || line.charAt(0) == ';') {
            return;
        }
        char first = line.charAt(0);
        if (first == '[' && line.endsWith("]")) {
            key = line.substring(1, line.length() - 1);
            target.key(key);
        } else if (first == '@' && line.startsWith("@=")) {
            target.set(key, "", value(line.substring(2)));
        } else if (first == '"') {
            int close = closingQuote(line, 0);
            require(line.startsWith("=", close + 1));
            target.set(key, unquote(line, 0, close), value(line.substring(close + 2)));
        } else {
            require(line.equals("REGEDIT4") && lineNumber == 1);
        }
    }

    private RegistryValue value(String written) {
        require(!key.isEmpty());
        if (written.startsWith("\"")) {
            return RegistryValue.sz(whole(written));
        }
        int colon = written.indexOf(':');
        require(colon > 0);
        String data = written.substring(colon + 1);
        return switch (written.substring(0, colon)) {
            case "dword" -> RegistryValue.dword(Integer.parseUnsignedInt(data, 16));
            case "hex" -> RegistryValue.binary(bytes(data));
            case "expand" -> RegistryValue.expandSz(whole(data));
            case "multi" -> RegistryValue.multiSz(strings(data));
            default -> throw misfit();
        };
    }

    private String whole(String quoted) {
        int close = closingQuote(quoted, 0);
        require(close == quoted.length() - 1);
        return unquote(quoted, 0, close);
    }

    private List<String> strings(String data) {
        List<String> strings = new ArrayList<>();
        int from = 0;
        while (from < data.length()) {
            int close = closingQuote(data, from);
            strings.add(unquote(data, from, close));
            from = close + 1;
            require(from == data.length() || data.charAt(from) == ',');
            from++;
        }
        return strings;
    }

    private byte[] bytes(String data) {
        int count = data.isEmpty() ? 0 : (data.length() + 1) / 3;
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) Integer.parseInt(data, 3 * i, 3 * i + 2, 16);
        }
        return bytes;
    }

    private int closingQuote(String line, int open) {
        require(open < line.length() && line.charAt(open) == '"');
        for (int i = open + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i;
            }
        }
        throw misfit();
    }

    private static String unquote(String line, int open, int close) {
        String inside = line.substring(open + 1, close);
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder plain = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            if (inside.charAt(i) == '\\') {
                i++;
            }
            plain.append(inside.charAt(i));
        }
        return plain.toString();
    }

    private void require(boolean fits) {
        if (!fits) {
            throw misfit();
        }
    }

    private AssertionError misfit() {
        return new AssertionError("registry script, line " + lineNumber + ", key [" + key + "]");
    }
}
