package ntbed.win32;

/**
 * Something a real NT 4.0 does and this machine does not: it refuses by name and never pretends.
 *
 * <p>Not a {@link Win32Exception}, so that no program of the machine can mistake it for an answer of NT.
 */
public final class NotSimulatedException extends UnsupportedOperationException {
    /** Names what is not simulated, for example {@code CreateService on a remote machine}. */
    public NotSimulatedException(String what) {
        super("not simulated: " + what);
    }
}
