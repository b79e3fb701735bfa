package ntbed.win32;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * NT 4.0's system message table: the one place where an error text stands.
 *
 * <p>Source: WINERROR.H and LMERR.H of the 1996 SDK and the message lists of the Knowledge Base (Q186539 to Q186555).
 */
public final class SystemMessages {
    private static final String RESOURCE = "system-messages.tsv";

    private SystemMessages() {}

    /**
     * One entry of the table.
     *
     * @param code the number
     * @param symbol the name in the SDK's headers, or {@code -} where none is known
     * @param text the text with its full stop; empty where NT has none
     */
    public record Message(int code, String symbol, String text) {}

    /** The text of a code; empty where NT 4.0 has none (winsock 10049, for example). */
    public static Optional<String> text(int code) {
        Message message = Holder.TABLE.get(Integer.toUnsignedLong(code));
        return message == null || message.text().isEmpty() ? Optional.empty() : Optional.of(message.text());
    }

    /** All entries in ascending order of the unsigned code. */
    public static SortedMap<Long, Message> all() {
        return Holder.TABLE;
    }

    private static final class Holder {
        static final SortedMap<Long, Message> TABLE = read();

        private static SortedMap<Long, Message> read() {
            InputStream stream = Objects.requireNonNull(SystemMessages.class.getResourceAsStream(RESOURCE), RESOURCE);
            SortedMap<Long, Message> table = new TreeMap<>();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    int first = line.indexOf('\t');
                    int second = line.indexOf('\t', first + 1);
                    long code = Long.parseLong(line, 0, first, 10);
                    table.put(
                            code,
                            new Message((int) code, line.substring(first + 1, second), line.substring(second + 1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Collections.unmodifiableSortedMap(table);
        }
    }
}
