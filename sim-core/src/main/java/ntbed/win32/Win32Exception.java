package ntbed.win32;

/**
 * The one exception of a failing operation of the simulated machine.
 *
 * <p>What a program of the machine may meet is this; a bug of ours is an {@link AssertionError}, never this.
 */
public final class Win32Exception extends RuntimeException {
    private final Win32Error error;
    private final String detail;

    /**
     * Makes the exception.
     *
     * @param error the code
     * @param detail what was asked for: a path, a service name; empty when there is nothing to add
     */
    public Win32Exception(Win32Error error, String detail) {
        super(error + " (" + Integer.toUnsignedString(error.code()) + ")" + (detail.isEmpty() ? "" : ": " + detail));
        this.error = error;
        this.detail = detail;
    }

    /** The code with symbol and text. */
    public Win32Error error() {
        return error;
    }

    /** The number, as {@code GetLastError} returns it. */
    public int code() {
        return error.code();
    }

    /** What was asked for, or an empty string. */
    public String detail() {
        return detail;
    }
}
