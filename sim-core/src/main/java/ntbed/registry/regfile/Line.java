package ntbed.registry.regfile;

import org.jspecify.annotations.Nullable;

/** Reads one line from left to right. */
final class Line {
    private final String text;
    private final int end;
    private int at;

    Line(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    boolean atEnd() {
        return at >= end;
    }

    /** The next character; NUL at the end. */
    char peek() {
        return at < end ? text.charAt(at) : '\0';
    }

    char next() {
        return text.charAt(at++);
    }

    void skipBlanks() {
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** Passes over the character if it is the next. */
    boolean take(char c) {
        if (at < end && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over the word if it is next. */
    boolean take(String word) {
        if (text.startsWith(word, at) && at + word.length() <= end) {
            at += word.length();
            return true;
        }
        return false;
    }

    boolean contains(char c) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    /** What is left of the line. */
    String rest() {
        return text.substring(at, end);
    }

    /** All up to the last such character of the line, passing over it; null if there is none. */
    @Nullable
    String upToLast(char c) {
        int last = end - 1;
        while (last >= at && text.charAt(last) != c) {
            last--;
        }
        if (last < at) {
            return null;
        }
        String taken = text.substring(at, last);
        at = last + 1;
        return taken;
    }

    /** Whether nothing is left but blanks and a comment. */
    boolean restIsIdle() {
        skipBlanks();
        return atEnd() || peek() == ';';
    }

    /** One to eight hexadecimal digits as a number; -1 for none or more. */
    long hexNumber() {
        long number = 0;
        int digits = 0;
        while (digit(peek()) >= 0) {
            number = number << 4 | digit(next());
            if (++digits > 8) {
                return -1;
            }
        }
        return digits == 0 ? -1 : number;
    }

    /**
     * Text in quotes, of which the first is next: {@code \\}, {@code \"}, {@code \n}, {@code \r} are escapes, any other
     * backslash is dropped. Null if there is no text in quotes, no second quote, or a {@code \0} in it.
     */
    @Nullable
    String quoted() {
        if (!take('"')) {
            return null;
        }
        StringBuilder content = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '"') {
                return content.toString();
            }
            if (c == '\\' && at < end) {
                c = unescape(text.charAt(at++));
                if (c == '\0') {
                    return null;
                }
            }
            content.append(c);
        }
        return null;
    }

    private static char unescape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> c;
        };
    }

    static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
