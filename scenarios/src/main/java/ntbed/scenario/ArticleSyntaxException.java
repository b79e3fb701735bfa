package ntbed.scenario;

/** An article file that is not well written: one line with file, line, column and what was expected. */
public final class ArticleSyntaxException extends RuntimeException {
    private final int line;
    private final int column;

    ArticleSyntaxException(String file, int line, int column, String expected) {
        super(file + ":" + line + ":" + column + ": " + expected);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
