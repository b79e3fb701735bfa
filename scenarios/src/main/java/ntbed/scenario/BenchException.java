package ntbed.scenario;

/** A step cannot be done as things stand: no such machine, nobody logged on, no tool open. The article is at fault. */
final class BenchException extends RuntimeException {
    BenchException(String message) {
        super(message);
    }
}
