package ntbed.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;

/**
 * An absolute path on a drive, {@code C:\WINNT\System32}; equality ignores case.
 *
 * <p>Case folding is char by char, as NT does it; the shown form keeps the case it was given.
 */
public final class NtPath implements Comparable<NtPath> {
    /** Where the first name begins: after {@code C:\}. */
    static final int FIRST_NAME = 3;

    /** MAX_PATH of WINDEF.H, which counts the closing NUL. */
    static final int MAX_PATH = 260;

    /** The longest path the object manager takes: a UNICODE_STRING of 64 KB less the prefix (MSDN "CreateFile"). */
    static final int MAX_LITERAL = 32_760;

    private final String shown;
    private final String folded;
    private final boolean literal;

    private NtPath(String shown, String folded, boolean literal) {
        this.shown = shown;
        this.folded = folded;
        this.literal = literal;
    }

    /**
     * Reads an absolute path.
     *
     * <p>{@code C:\a\b} is read as the Win32 functions read it: repeated separators and {@code /} are taken as
     * {@code \}, {@code .} and {@code ..} are resolved, trailing dots and blanks of a name fall, the names of devices
     * (CON, NUL, COM1, with any extension) are refused as a last name. With the prefix {@code \\?\} or {@code \??\}
     * it is taken to the letter and may be long (MSDN "CreateFile").
     *
     * @throws ntbed.win32.Win32Exception 123 not a legal absolute path (also {@code file:stream} and devices, which
     *     this volume has not), 206 more than 259 characters (32,760 with the prefix)
     */
    public static NtPath of(String text) {
        boolean literal = text.startsWith("\\\\?\\") || text.startsWith("\\??\\");
        int start = literal ? 4 : 0;
        if (text.length() < start + FIRST_NAME
                || !isLetter(text.charAt(start))
                || text.charAt(start + 1) != ':'
                || !isSeparator(text.charAt(start + 2), literal)) {
            throw Win32Error.ERROR_INVALID_NAME.raise(text);
        }
        StringBuilder path = new StringBuilder(text.length())
                .append((char) (text.charAt(start) & ~0x20))
                .append(':');
        appendNames(path, text, start + FIRST_NAME, literal);
        return finished(path, text, literal);
    }

    /**
     * A path below this one, parts separated by {@code \}; {@code .} and {@code ..} are resolved unless it is
     * literal.
     */
    public NtPath resolve(String relative) {
        StringBuilder path = new StringBuilder(shown.length() + 1 + relative.length()).append(shown);
        if (isRoot()) {
            path.setLength(2);
        }
        appendNames(path, relative, 0, literal);
        return finished(path, relative, literal);
    }

    /** The entry of that name in this directory; the name is one that the volume already holds. */
    NtPath child(String name) {
        String separator = isRoot() ? "" : "\\";
        return new NtPath(shown + separator + name, folded + separator + fold(name), literal);
    }

    /** The same path in another case. */
    NtPath shownAs(String other) {
        return new NtPath(other, folded, literal);
    }

    private static NtPath finished(StringBuilder path, String text, boolean literal) {
        if (path.length() == 2) {
            path.append('\\');
        }
        if (path.length() >= (literal ? MAX_LITERAL : MAX_PATH)) {
            throw Win32Error.ERROR_FILENAME_EXCED_RANGE.raise(text);
        }
        String shown = path.toString();
        if (!literal && NameRules.isDevice(shown, shown.lastIndexOf('\\') + 1)) {
            throw Win32Error.ERROR_INVALID_NAME.raise(text);
        }
        return new NtPath(shown, fold(shown), literal);
    }

    private static void appendNames(StringBuilder path, String text, int from, boolean literal) {
        int start = from;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !isSeparator(text.charAt(end), literal)) {
                end++;
            }
            if (end > start) {
                appendName(path, text, start, end, literal);
            }
            start = end + 1;
        }
    }

    private static void appendName(StringBuilder path, String text, int start, int end, boolean literal) {
        int length = end - start;
        boolean dot = text.charAt(start) == '.';
        if (!literal && dot && length == 1) {
            return;
        }
        if (!literal && dot && length == 2 && text.charAt(start + 1) == '.') {
            path.setLength(Math.max(2, path.lastIndexOf("\\")));
            return;
        }
        path.append('\\').append(text, start, NameRules.requireName(text, start, end, literal));
    }

    /** The drive's letter, upper case. */
    public char drive() {
        return shown.charAt(0);
    }

    /** Whether it is the root directory of the drive. */
    public boolean isRoot() {
        return shown.length() == FIRST_NAME;
    }

    /** Whether it was given with the prefix that switches Win32's reading of names off. */
    boolean isLiteral() {
        return literal;
    }

    /** The last part; empty for a root. */
    public String name() {
        return shown.substring(shown.lastIndexOf('\\') + 1);
    }

    /** The directory it is in; empty for a root. */
    public Optional<NtPath> parent() {
        return isRoot() ? Optional.empty() : Optional.of(parentOrSelf());
    }

    /** The directory it is in; a root is in itself. */
    public NtPath parentOrSelf() {
        int end = Math.max(FIRST_NAME, shown.lastIndexOf('\\'));
        return new NtPath(shown.substring(0, end), folded.substring(0, end), literal);
    }

    /** Whether this is the other path or lies below it. */
    public boolean isAtOrBelow(NtPath other) {
        return folded.startsWith(other.folded)
                && (other.isRoot()
                        || folded.length() == other.folded.length()
                        || folded.charAt(other.folded.length()) == '\\');
    }

    /** The names from the root on, without the drive. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        int start = FIRST_NAME;
        while (start < shown.length()) {
            int end = shown.indexOf('\\', start);
            end = end < 0 ? shown.length() : end;
            parts.add(shown.substring(start, end));
            start = end + 1;
        }
        return List.copyOf(parts);
    }

    /** The form for comparing and sorting: upper case. */
    public String folded() {
        return folded;
    }

    /** Folds a name as NT does: {@link CaseFolding#fold(String)}. */
    public static String fold(String name) {
        return CaseFolding.fold(name);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isSeparator(char c, boolean literal) {
        return c == '\\' || (c == '/' && !literal);
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
