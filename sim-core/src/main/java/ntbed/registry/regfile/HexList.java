package ntbed.registry.regfile;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes after {@code hex:}, over as many lines as a backslash after a comma makes them. */
final class HexList {
    private final Lines lines;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Line first;

    private HexList(Lines lines, Line line) {
        this.lines = lines;
        this.first = line;
    }

    /** The bytes; null if the value is to be refused. */
    static byte @Nullable [] read(Lines lines, Line line) {
        HexList list = new HexList(lines, line);
        return list.readAll() ? list.bytes.toByteArray() : null;
    }

    private boolean readAll() {
        @Nullable Line current = first;
        while (current != null) {
            current.skipBlanks();
            if (Line.digit(current.peek()) >= 0) {
                if (!readByte(current)) {
                    return false;
                }
                if (!current.take(',')) {
                    return current.restIsIdle();
                }
            } else if (current.take('\\')) {
                if (!current.restIsIdle()) {
                    return false;
                }
                current = nextPiece();
                if (current != null && Line.digit(current.peek()) < 0) {
                    return false;
                }
            } else {
                return current.restIsIdle();
            }
        }
        return true;
    }

    private boolean readByte(Line current) {
        int value = Line.digit(current.next());
        if (Line.digit(current.peek()) >= 0) {
            value = value << 4 | Line.digit(current.next());
        }
        bytes.write(value);
        return Line.digit(current.peek()) < 0;
    }

    /** The next line that is neither blank nor a comment; null at the end of the file, which ends the list. */
    private @Nullable Line nextPiece() {
        while (lines.hasNext()) {
            Line next = lines.read();
            if (!next.restIsIdle()) {
                return next;
            }
        }
        return null;
    }
}
