package ntbed.scenario;

/** Compares a text of an article with a text of the machine (decision D13). */
public final class ShownText {
    private ShownText() {}

    /**
     * Whether they are equal but for line breaks, runs of blanks, one final full stop and letter case: Q321454 prints
     * "The Protected Storage Service terminated" where NT's template has "service".
     */
    public static boolean same(String printed, String shown) {
        return Nearest.fold(plain(printed)).equals(Nearest.fold(plain(shown)));
    }

    /** The text on one line, without its final full stop. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\r' || c == '\n' || c == '\t') {
                blank = plain.length() > 0;
            } else {
                plain.append(blank ? " " : "").append(c);
                blank = false;
            }
        }
        int end = plain.length();
        if (end > 0 && plain.charAt(end - 1) == '.') {
            plain.setLength(end - 1);
        }
        return plain.toString();
    }
}
