package ntbed.filesystem;

/** A pattern of {@code FindFirstFile}, matched as NT matches it (FsRtlIsNameInExpression). */
final class Wildcard {
    /** Every name. */
    static final Wildcard ALL = new Wildcard("*");

    private static final char DOS_STAR = '<';
    private static final char DOS_QM = '>';
    private static final char DOS_DOT = '"';
    private static final char END = 0;

    private final String expression;

    private Wildcard(String expression) {
        this.expression = expression;
    }

    /**
     * Reads a pattern as Win32 hands it to the file system: {@code *.*} is everything, {@code ?} also matches nothing
     * at the end of a name, a dot before a wildcard also matches the end, {@code *.} takes names without extension.
     */
    static Wildcard of(String pattern) {
        if (pattern.equals("*") || pattern.equals("*.*") || pattern.isEmpty()) {
            return ALL;
        }
        StringBuilder translated = new StringBuilder(NtPath.fold(pattern));
        int last = translated.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = translated.charAt(i);
            char next = i < last ? translated.charAt(i + 1) : 0;
            if (c == '?') {
                translated.setCharAt(i, DOS_QM);
            } else if (c == '.' && (next == '?' || next == '*')) {
                translated.setCharAt(i, DOS_DOT);
            } else if (c == '*' && next == '.' && i + 1 == last) {
                translated.setCharAt(i, DOS_STAR);
                translated.setLength(i + 1);
                break;
            }
        }
        return new Wildcard(translated.toString());
    }

    /**
     * Whether a name, already folded, matches: all places of the expression that the name may have reached are
     * followed at once, so no pattern takes longer than its length times the name's.
     */
    boolean matches(String foldedName) {
        if (expression.equals("*")) {
            return true;
        }
        boolean[] reached = new boolean[expression.length() + 1];
        reached[0] = true;
        for (int i = 0; i < foldedName.length(); i++) {
            reached = step(reached, foldedName.charAt(i));
        }
        skipEmpty(reached, END);
        return reached[expression.length()];
    }

    private boolean[] step(boolean[] reached, char c) {
        skipEmpty(reached, c);
        boolean[] next = new boolean[reached.length];
        for (int at = 0; at < expression.length(); at++) {
            if (!reached[at]) {
                continue;
            }
            switch (expression.charAt(at)) {
                case '*' -> next[at] = true;
                case DOS_STAR -> next[at] |= c != '.';
                case DOS_QM -> next[at + 1] |= c != '.';
                case DOS_DOT -> next[at + 1] |= c == '.';
                default -> next[at + 1] |= expression.charAt(at) == c;
            }
        }
        return next;
    }

    /** Marks what is reached without using up a char, when {@code next} or the end of the name is what follows. */
    private void skipEmpty(boolean[] reached, char next) {
        for (int at = 0; at < expression.length(); at++) {
            char wild = expression.charAt(at);
            boolean empty = wild == '*'
                    || wild == DOS_STAR
                    || (wild == DOS_QM && (next == '.' || next == END))
                    || (wild == DOS_DOT && next == END);
            reached[at + 1] |= reached[at] && empty;
        }
    }
}
