package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;

/** Bytes as an article writes them: {@code 4D 5A 00}. */
final class HexBytes {
    private HexBytes() {}

    /** Whether the text is that. */
    static boolean areIn(String text) {
        for (String pair : text.split(" ", -1)) {
            if (pair.length() != 2
                    || Character.digit(pair.charAt(0), 16) < 0
                    || Character.digit(pair.charAt(1), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    static byte[] parse(String text) {
        String[] pairs = text.split(" ", -1);
        byte[] bytes = new byte[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
        }
        return bytes;
    }

    /** The bytes from {@code from} on, at most {@code count}. */
    static String of(byte[] bytes, int from, int count) {
        List<String> pairs = new ArrayList<>();
        for (int i = from; i < Math.min(bytes.length, from + count); i++) {
            pairs.add("" + Character.toUpperCase(Character.forDigit((bytes[i] >> 4) & 15, 16))
                    + Character.toUpperCase(Character.forDigit(bytes[i] & 15, 16)));
        }
        return String.join(" ", pairs);
    }
}
