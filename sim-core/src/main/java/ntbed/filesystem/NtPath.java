package ntbed.filesystem;

import java.util.List;
import java.util.Optional;
import ntbed.win32.Win32Error;

/**
 * An absolute path on a drive, {@code C:\WINNT\System32}; equality ignores case.
 *
 * <p>Case folding is char by char, as NT does it; the shown form keeps the case it was given.
 */
public final class NtPath implements Comparable<NtPath> {
    private static final String FORBIDDEN = "<>:\"/|?*";

    private final String shown;
    private final String folded;

    private NtPath(String shown) {
        this.shown = shown;
        this.folded = fold(shown);
    }

    /**
     * Reads an absolute path: {@code C:\a\b}, also with the prefix {@code \\?\} or {@code \??\}; repeated separators and
     * {@code /} are taken as {@code \}, {@code .} and {@code ..} are resolved, trailing dots and blanks of a name fall.
     *
     * @throws ntbed.win32.Win32Exception 123 not a legal absolute path, 206 more than 260 characters
     */
    public static NtPath of(String text) {
        String plain = text.startsWith("\\\\?\\") || text.startsWith("\\??\\") ? text.substring(4) : text;
        if (plain.length() < 3
                || !isLetter(plain.charAt(0))
                || plain.charAt(1) != ':'
                || !isSeparator(plain.charAt(2))) {
            throw Win32Error.ERROR_INVALID_NAME.raise(text);
        }
        StringBuilder path =
                new StringBuilder().append((char) (plain.charAt(0) & ~0x20)).append(':');
        for (String part : plain.substring(2).split("[\\\\/]+", -1)) {
            if (part.equals("..")) {
                path.setLength(Math.max(2, path.lastIndexOf("\\")));
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.append('\\').append(requireName(part, text));
            }
        }
        if (path.length() > 260) {
            throw Win32Error.ERROR_FILENAME_EXCED_RANGE.raise(text);
        }
        return new NtPath(path.length() == 2 ? path.append('\\').toString() : path.toString());
    }

    /** A path below this one, parts separated by {@code \}. */
    public NtPath resolve(String relative) {
        return of(shown + "\\" + relative);
    }

    /** The drive's letter, upper case. */
    public char drive() {
        return shown.charAt(0);
    }

    /** Whether it is the root directory of the drive. */
    public boolean isRoot() {
        return shown.length() == 3;
    }

    /** The last part; empty for a root. */
    public String name() {
        return isRoot() ? "" : shown.substring(shown.lastIndexOf('\\') + 1);
    }

    /** The directory it is in; empty for a root. */
    public Optional<NtPath> parent() {
        int end = shown.lastIndexOf('\\');
        if (isRoot()) {
            return Optional.empty();
        }
        return Optional.of(new NtPath(end == 2 ? shown.substring(0, 3) : shown.substring(0, end)));
    }

    /** The names from the root on, without the drive. */
    public List<String> parts() {
        return isRoot() ? List.of() : List.of(shown.substring(3).split("\\\\", -1));
    }

    /** The form for comparing and sorting: upper case. */
    public String folded() {
        return folded;
    }

    /** Folds a name as NT does: each char to upper case. */
    public static String fold(String name) {
        char[] chars = name.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toUpperCase(chars[i]);
        }
        return new String(chars);
    }

    private static String requireName(String part, String whole) {
        int end = part.length();
        while (end > 0 && (part.charAt(end - 1) == '.' || part.charAt(end - 1) == ' ')) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (part.charAt(i) < ' ' || FORBIDDEN.indexOf(part.charAt(i)) >= 0) {
                throw Win32Error.ERROR_INVALID_NAME.raise(whole);
            }
        }
        if (end == 0 || end > 255) {
            throw Win32Error.ERROR_INVALID_NAME.raise(whole);
        }
        return part.substring(0, end);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isSeparator(char c) {
        return c == '\\' || c == '/';
    }

    @Override
    public int compareTo(NtPath other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NtPath that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return shown;
    }
}
