package ntbed.filesystem;

import java.util.Optional;

/**
 * The fixed part of a version resource, for example 4.0.1381.133.
 *
 * @param major first number
 * @param minor second number
 * @param build third number
 * @param revision fourth number
 */
public record FileVersion(int major, int minor, int build, int revision) implements Comparable<FileVersion> {
    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<FileVersion> parse(String text) {
        int[] numbers = new int[4];
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int dot = i == 3 ? text.length() : text.indexOf('.', from);
            if (dot <= from || dot - from > 5) {
                return Optional.empty();
            }
            for (int at = from; at < dot; at++) {
                if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                    return Optional.empty();
                }
                numbers[i] = numbers[i] * 10 + text.charAt(at) - '0';
            }
            from = dot + 1;
        }
        return Optional.of(new FileVersion(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    @Override
    public int compareTo(FileVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        int byBuild = byMinor != 0 ? byMinor : Integer.compare(build, other.build);
        return byBuild != 0 ? byBuild : Integer.compare(revision, other.revision);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}
