package ntbed.fix;

/**
 * One observation that speaks for a diagnosis.
 *
 * @param where the key, path or log it was made at
 * @param what what is there, as a person reads it
 */
public record Evidence(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
