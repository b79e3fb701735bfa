package ntbed.replay;

/**
 * Colours for a terminal, or none.
 *
 * @param coloured whether escape sequences are written
 */
public record Paint(boolean coloured) {
    /** No colours. */
    public static final Paint PLAIN = new Paint(false);

    /** A heading. */
    public String strong(String text) {
        return painted("1", text);
    }

    /** All is well. */
    public String good(String text) {
        return painted("32", text);
    }

    /** Something is not. */
    public String bad(String text) {
        return painted("31;1", text);
    }

    /** Less important. */
    public String faint(String text) {
        return painted("2", text);
    }

    /** How many columns a text takes on a terminal: its escape sequences take none. */
    static int width(String text) {
        int width = 0;
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escape |= c == '\u001b';
            width += escape ? 0 : 1;
            escape &= c != 'm';
        }
        return width;
    }

    private String painted(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
