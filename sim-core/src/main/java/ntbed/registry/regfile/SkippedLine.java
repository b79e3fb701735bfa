package ntbed.registry.regfile;

/**
 * A line that the import passed over, which regedit does in silence.
 *
 * @param line its number, from 1
 * @param reason why, for a person
 */
public record SkippedLine(int line, String reason) implements Comparable<SkippedLine> {
    @Override
    public int compareTo(SkippedLine other) {
        return Integer.compare(line, other.line);
    }
}
