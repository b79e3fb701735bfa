package ntbed.registry.regfile;

/** The lines of a file, ended by CR LF, LF or CR in any mix. */
final class Lines {
    private final String text;
    private int next;
    private int number;

    Lines(String text) {
        this.text = text;
    }

    boolean hasNext() {
        return next < text.length();
    }

    /** Number of the line last read, from 1. */
    int number() {
        return number;
    }

    Line read() {
        int from = next;
        int to = from;
        while (to < text.length() && text.charAt(to) != '\r' && text.charAt(to) != '\n') {
            to++;
        }
        next = Math.min(to + 1, text.length());
        if (next < text.length() && text.charAt(to) == '\r' && text.charAt(next) == '\n') {
            next++;
        }
        number++;
        return new Line(text, from, to);
    }
}
