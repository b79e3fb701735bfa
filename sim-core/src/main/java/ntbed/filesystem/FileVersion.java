package ntbed.filesystem;

/**
 * The fixed part of a version resource, for example 4.0.1381.133.
 *
 * @param major first number
 * @param minor second number
 * @param build third number
 * @param revision fourth number
 */
public record FileVersion(int major, int minor, int build, int revision) implements Comparable<FileVersion> {
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
