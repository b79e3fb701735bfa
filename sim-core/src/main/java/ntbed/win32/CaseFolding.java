package ntbed.win32;

/**
 * How NT takes two names for the same: upper case, UTF-16 unit by unit, in whatever language the machine speaks.
 *
 * <p>NT 4.0 knows the letters of Unicode 2.0, so a later letter, or a later capital of an old letter, stays as it is
 * here; which also keeps the answer the same on every JDK, each of which brings a newer Unicode. Two letters fold
 * together only if the capital's small letter is the one asked for, so the micro sign, the dotless i and the long s
 * stay, as in the upcase table of an NTFS volume; of the second small letters only the final sigma folds. Inferred
 * [I] from the table that NTFS volumes carry; a few rare letters may differ.
 */
public final class CaseFolding {
    private static final char FINAL_SIGMA = '\u03C2';

    private CaseFolding() {}

    /** The form in which names are compared and sorted ({@code _} follows Z). */
    public static String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (fold(c) != c) {
                return foldFrom(name, i);
            }
        }
        return name;
    }

    private static String foldFrom(String name, int first) {
        char[] folded = name.toCharArray();
        for (int i = first; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    /** The same of one UTF-16 unit. */
    public static char fold(char c) {
        if (c < 0xE0) {
            return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        }
        return hasCase(c) ? foldLetter(c) : c;
    }

    /** Latin to Armenian, extended Latin and Greek, Roman numerals, circled and wide letters. */
    private static boolean hasCase(char c) {
        return c < 0x590
                || (c >= 0x1E00 && c < 0x2000)
                || (c >= 0x2170 && c <= 0x217F)
                || (c >= 0x24D0 && c <= 0x24E9)
                || (c >= 0xFF41 && c <= 0xFF5A);
    }

    private static char foldLetter(char c) {
        char upper = Character.toUpperCase(c);
        boolean old = upper < 0x2500 || upper >= 0xFF21;
        return old && (Character.toLowerCase(upper) == c || c == FINAL_SIGMA) ? upper : c;
    }

    /** Whether two names are the same but for case. */
    public static boolean same(String one, String other) {
        return one.length() == other.length() && startsWith(one, other);
    }

    /** Whether a text begins with that one, without regard to case. */
    public static boolean startsWith(String text, String beginning) {
        if (text.length() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char a = text.charAt(i);
            char b = beginning.charAt(i);
            if (a != b && fold(a) != fold(b)) {
                return false;
            }
        }
        return true;
    }
}
