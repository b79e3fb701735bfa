package ntbed.filesystem;

/** A pattern of {@code FindFirstFile}, matched as NT matches it (FsRtlIsNameInExpression). */
final class Wildcard {
    /** Every name. */
    static final Wildcard ALL = new Wildcard("*");

    private static final char DOS_STAR = '<';
    private static final char DOS_QM = '>';
    private static final char DOS_DOT = '"';

    private final String expression;

    private Wildcard(String expression) {
        this.expression = expression;
    }

    /**
     * Reads a pattern as Win32 hands it to the file system: {@code *.*} is everything, {@code ?} also matches nothing at the
     * end of a name, a dot before a wildcard also matches the end, {@code *.} takes names without extension.
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

    /** Whether a name, already folded, matches. */
    boolean matches(String foldedName) {
        return expression.equals("*") || matches(0, foldedName, 0);
    }

    private boolean matches(int at, String name, int position) {
        if (at == expression.length()) {
            return position == name.length();
        }
        boolean ended = position == name.length();
        boolean atDot = !ended && name.charAt(position) == '.';
        return switch (expression.charAt(at)) {
            case '*' -> matches(at + 1, name, position) || (!ended && matches(at, name, position + 1));
            case DOS_STAR -> matches(at + 1, name, position) || (!ended && !atDot && matches(at, name, position + 1));
            case DOS_QM -> matches(at + 1, name, atDot || ended ? position : position + 1);
            case DOS_DOT -> ended ? matches(at + 1, name, position) : atDot && matches(at + 1, name, position + 1);
            default -> !ended && name.charAt(position) == expression.charAt(at) && matches(at + 1, name, position + 1);
        };
    }
}
