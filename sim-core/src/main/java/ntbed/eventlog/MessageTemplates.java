package ntbed.eventlog;

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
import ntbed.win32.CaseFolding;

/**
 * The message tables of the event sources: the one place where an event's text stands.
 *
 * <p>Source: the 1996 SDK's symbols, the published message tables of the network and driver events, and the Knowledge
 * Base articles that print them.
 */
public final class MessageTemplates {
    private static final String RESOURCE = "event-messages.tsv";

    private MessageTemplates() {}

    /**
     * One message.
     *
     * @param source the event source as Event Viewer shows it
     * @param eventId the number Event Viewer shows
     * @param rawEventId with severity and facility
     * @param symbol the name in the SDK's headers, {@code -} where none is known
     * @param type the type it is logged with
     * @param template the text with {@code %1} and {@code %n}
     */
    public record Template(
            String source, int eventId, int rawEventId, String symbol, EventType type, String template) {}

    /** The message of a source; sources without regard to case. */
    public static Optional<Template> find(String source, int eventId) {
        return Optional.ofNullable(Holder.TABLE.get(new Key(CaseFolding.fold(source), eventId & 0xFFFF)));
    }

    /** All messages, by source and event id. */
    public static Iterable<Template> all() {
        return Collections.unmodifiableCollection(Holder.TABLE.values());
    }

    private record Key(String source, int eventId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : Integer.compare(eventId, other.eventId);
        }
    }

    private static final class Holder {
        static final SortedMap<Key, Template> TABLE = read();

        private static SortedMap<Key, Template> read() {
            InputStream stream = Objects.requireNonNull(MessageTemplates.class.getResourceAsStream(RESOURCE), RESOURCE);
            SortedMap<Key, Template> table = new TreeMap<>();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.startsWith("#")) {
                        Template template = parse(line);
                        table.put(new Key(CaseFolding.fold(template.source()), template.eventId()), template);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return table;
        }

        private static Template parse(String line) {
            String[] cells = new String[5];
            int from = 0;
            for (int i = 0; i < cells.length - 1; i++) {
                int end = line.indexOf('\t', from);
                cells[i] = line.substring(from, end);
                from = end + 1;
            }
            cells[4] = line.substring(from);
            int raw = Integer.parseUnsignedInt(cells[1].substring(2), 16);
            return new Template(cells[0], raw & 0xFFFF, raw, cells[2], EventType.valueOf(cells[3]), cells[4]);
        }
    }
}
