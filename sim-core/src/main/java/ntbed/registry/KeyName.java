package ntbed.registry;

import ntbed.win32.CaseFolding;

/**
 * The name of one key: kept in the case it was created with, compared without regard to case.
 *
 * <p>A key's name object is made when the key is created and is never made anew while the key lives, whatever else
 * of it changes; so the object's identity is the key's identity, and a handle to a deleted key can tell that a key
 * of the same name is another one. For that reason there is deliberately no {@code equals}.
 */
final class KeyName implements Comparable<KeyName> {
    /** Longest name of a key in characters (RegCreateKeyEx, MSDN). */
    static final int MAX_LENGTH = 255;

    /** Keys on one path, the root included; more are refused. [I] */
    static final int MAX_LEVELS = 512;

    private final String shown;
    private final String folded;

    KeyName(String shown) {
        this.shown = shown;
        this.folded = CaseFolding.fold(shown);
    }

    String shown() {
        return shown;
    }

    String folded() {
        return folded;
    }

    /** Compares this name with the characters of {@code text} from {@code from} up to {@code to}. */
    int compareTo(String text, int from, int to) {
        int length = to - from;
        int common = Math.min(folded.length(), length);
        for (int i = 0; i < common; i++) {
            int difference = folded.charAt(i) - CaseFolding.fold(text.charAt(from + i));
            if (difference != 0) {
                return difference;
            }
        }
        return folded.length() - length;
    }

    @Override
    public int compareTo(KeyName other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public String toString() {
        return shown;
    }
}
