package ntbed.scenario;

/**
 * What came of one check.
 *
 * @param check what was looked for, as an article writes it
 * @param holds whether it was as it must be
 * @param seen what was there
 */
public record Finding(String check, boolean holds, String seen) {
    /** The same, of a check that is written so. */
    Finding of(String written) {
        return new Finding(written, holds, seen);
    }
}
