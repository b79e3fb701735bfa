package ntbed.tool.cmd;

import java.util.List;
import java.util.Map;
import ntbed.win32.CaseFolding;
import ntbed.win32.NotSimulatedException;

/** Reads a line into a command. It carries nothing out and knows no machine. */
final class LineParser {
    /** The commands that cmd.exe has in itself. */
    static final List<String> INTERNAL = List.of(
            "ASSOC",
            "CALL",
            "CD",
            "CHDIR",
            "CLS",
            "COLOR",
            "COPY",
            "DATE",
            "DEL",
            "DIR",
            "ECHO",
            "ENDLOCAL",
            "ERASE",
            "EXIT",
            "FOR",
            "FTYPE",
            "GOTO",
            "IF",
            "MD",
            "MKDIR",
            "MOVE",
            "PATH",
            "PAUSE",
            "POPD",
            "PROMPT",
            "PUSHD",
            "RD",
            "REM",
            "REN",
            "RENAME",
            "RMDIR",
            "SET",
            "SETLOCAL",
            "SHIFT",
            "START",
            "TIME",
            "TITLE",
            "TYPE",
            "VER",
            "VERIFY",
            "VOL");

    /** Signs that end the name of a command in cmd.exe itself: {@code cd\winnt}, {@code cd..}, {@code echo.} */
    private static final String AFTER_INTERNAL = "\\./:+[]\"";

    private static final String BLANKS = " \t,;=";

    private static final Map<Character, String> SIGNS = Map.of(
            '|', "a pipe (|)",
            '>', "redirection (>)",
            '<', "redirection (<)",
            '&', "several commands in a line (&)",
            '^', "an escape (^)");

    private LineParser() {}

    /**
     * Parses a line whose variables are filled in.
     *
     * @throws NotSimulatedException for a sign of the language that is not simulated, and for a label
     */
    static ParsedLine parse(String line) {
        String text = stripBlanks(line);
        if (text.isEmpty() || (text.startsWith(":") && text.length() > 1)) {
            return ParsedLine.EMPTY;
        }
        requirePlain(text);
        String internal = internalName(text);
        if (!internal.isEmpty()) {
            return new ParsedLine(internal, internal, text.substring(internal.length()));
        }
        int end = endOfName(text);
        String typed = text.substring(0, end);
        return new ParsedLine(typed.replace("\"", ""), typed, text.substring(end));
    }

    private static String stripBlanks(String line) {
        int start = 0;
        while (start < line.length() && BLANKS.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(start).stripTrailing();
    }

    private static void requirePlain(String text) {
        char first = text.charAt(0);
        if (first == '(' || first == '@') {
            throw new NotSimulatedException("cmd: a line that begins with " + first);
        }
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            String sign = quoted ? null : SIGNS.get(c);
            if (sign != null) {
                throw new NotSimulatedException("cmd: " + sign);
            }
        }
    }

    /** The internal command at the beginning of the line; empty if there is none. */
    private static String internalName(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || (BLANKS + AFTER_INTERNAL).indexOf(text.charAt(end)) >= 0;
        String word = text.substring(0, end);
        return ends && isInternal(word) && !isProgram(text, end) ? word : "";
    }

    static boolean isInternal(String word) {
        return INTERNAL.contains(CaseFolding.fold(word));
    }

    /** {@code start.exe} and {@code time:} are no commands of cmd.exe; {@code echo.text} and {@code cd..} are. */
    private static boolean isProgram(String text, int end) {
        if (end >= text.length() || text.charAt(end) != '.') {
            return false;
        }
        String word = CaseFolding.fold(text.substring(0, end));
        boolean dots = text.startsWith("..", end) || end + 1 == text.length();
        return !dots && !word.equals("ECHO");
    }

    private static int endOfName(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (BLANKS.indexOf(c) >= 0 || (c == '/' && i > 0))) {
                return i;
            }
        }
        return text.length();
    }
}
