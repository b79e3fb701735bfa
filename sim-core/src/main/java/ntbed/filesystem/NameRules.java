package ntbed.filesystem;

import java.util.Set;
import ntbed.win32.Win32Error;

/** What one name of a path may be: Win32's rules (MSDN "File Name Conventions") and, for literal paths, NTFS's. */
final class NameRules {
    /** NTFS and FAT long names: at most 255 UTF-16 units. */
    static final int MAX_NAME = 255;

    /** The colon is here, too: named streams are not simulated, so {@code file:stream} is an illegal name. */
    private static final String FORBIDDEN = "<>:\"/|?*";

    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private NameRules() {}

    /**
     * Checks the name at {@code text[start, end)}.
     *
     * @return where it ends when trailing dots and blanks have fallen (they stay in a literal name)
     * @throws ntbed.win32.Win32Exception 123
     */
    static int requireName(String text, int start, int end, boolean literal) {
        int kept = end;
        while (!literal && kept > start && (text.charAt(kept - 1) == '.' || text.charAt(kept - 1) == ' ')) {
            kept--;
        }
        if (kept == start || kept - start > MAX_NAME) {
            throw Win32Error.ERROR_INVALID_NAME.raise(text);
        }
        for (int i = start; i < kept; i++) {
            char c = text.charAt(i);
            if (c < ' ' || FORBIDDEN.indexOf(c) >= 0) {
                throw Win32Error.ERROR_INVALID_NAME.raise(text);
            }
        }
        return kept;
    }

    /**
     * Whether the name from {@code start} on is a DOS device: CON, PRN, AUX, NUL, COM1 to COM9, LPT1 to LPT9, also
     * with an extension and blanks before it ({@code nul .txt}), as RtlIsDosDeviceName_U takes them.
     */
    static boolean isDevice(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 5 && text.charAt(end) != '.' && text.charAt(end) != ' ') {
            end++;
        }
        int length = end - start;
        if (length < 3 || length > 4 || !nothingButBlanks(text, end)) {
            return false;
        }
        String base = NtPath.fold(text.substring(start, end));
        boolean numbered = length == 4 && (base.startsWith("COM") || base.startsWith("LPT"));
        return numbered ? base.charAt(3) >= '1' && base.charAt(3) <= '9' : DEVICES.contains(base);
    }

    private static boolean nothingButBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i == text.length() || text.charAt(i) == '.';
    }
}
