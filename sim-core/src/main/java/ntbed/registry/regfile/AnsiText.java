package ntbed.registry.regfile;

import java.io.ByteArrayOutputStream;

/**
 * The ANSI code page of a Western system, 1252, as NT 4.0 converts it: holes are the control characters of the
 * same number.
 */
final class AnsiText {
    private static final int FIRST_SPECIAL = 0x80;
    private static final String SPECIAL = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021"
            + "\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
            + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
            + "\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private AnsiText() {}

    static String decode(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] & 0xFF;
            boolean special = code >= FIRST_SPECIAL && code < FIRST_SPECIAL + SPECIAL.length();
            text[i] = special ? SPECIAL.charAt(code - FIRST_SPECIAL) : (char) code;
        }
        return new String(text);
    }

    /** What the code page lacks becomes a question mark. */
    static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes.write(encode(text.charAt(i)));
        }
        return bytes.toByteArray();
    }

    private static int encode(char c) {
        int special = c < FIRST_SPECIAL ? -1 : SPECIAL.indexOf(c);
        if (special >= 0) {
            return FIRST_SPECIAL + special;
        }
        boolean plain = c < FIRST_SPECIAL || (c >= FIRST_SPECIAL + SPECIAL.length() && c <= 0xFF);
        return plain ? c : '?';
    }
}
