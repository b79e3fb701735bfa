package ntbed.cli;

/** The user asked for what cannot be: one line for them to read, exit code 2. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
