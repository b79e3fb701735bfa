package ntbed.tool.services;

import java.util.Locale;
import ntbed.win32.SystemMessages;

/** The applet's sentences (C1, C3, C4; patterns of Q181835, Q171882, Q122200). */
final class AppletText {
    /** What is shown for a code that has no text (C3, Q194028). */
    private static final int NERR_INTERNAL_ERROR = 2140;

    private AppletText() {}

    /** {@code Could not start the X service on \\COMPUTER.} and, on a line of its own, the error with four digits. */
    static String couldNot(String verb, String displayName, String computer, int code) {
        boolean hasText = code != 0 && SystemMessages.text(code).isPresent();
        int shown = hasText ? code : NERR_INTERNAL_ERROR;
        return "Could not " + verb + " the " + displayName + " service on \\\\" + computer + ".\n"
                + String.format(Locale.ROOT, "Error %04d: ", shown)
                + SystemMessages.text(shown).orElseThrow();
    }

    /**
     * A service ended with a code of its own. A small number has a sentence (C4, Q122200); a status with its error bit
     * set, as 2148270091, is shown as 2140 (Q274285, Q265887, Q190993). That this bit decides is inferred. [I]
     */
    static String specific(String verb, String displayName, String computer, int specificCode) {
        if (specificCode < 0) {
            return couldNot(verb, displayName, computer, NERR_INTERNAL_ERROR);
        }
        return "The " + displayName + " service returned service specific error "
                + Integer.toUnsignedString(specificCode) + ".";
    }
}
