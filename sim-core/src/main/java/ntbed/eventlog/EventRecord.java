package ntbed.eventlog;

import java.util.List;
import java.util.Optional;
import ntbed.security.Sid;
import ntbed.time.FileTime;

/**
 * One record of an event log.
 *
 * @param recordNumber position since the log was last cleared, from 1; rises even when old records are overwritten
 * @param generated when it was reported, to the second
 * @param written when it went into the log, to the second
 * @param source for example {@code Service Control Manager}
 * @param eventId the number Event Viewer shows (the low 16 bits)
 * @param rawEventId with severity and facility, for example 0xC0001B58
 * @param type its type
 * @param category 0 = None
 * @param user whose it is; empty = N/A
 * @param computer name of the machine
 * @param inserts the strings that go into the message
 * @param data binary data, often empty
 */
public record EventRecord(
        int recordNumber,
        FileTime generated,
        FileTime written,
        String source,
        int eventId,
        int rawEventId,
        EventType type,
        int category,
        Optional<Sid> user,
        String computer,
        List<String> inserts,
        List<Byte> data) {
    public EventRecord {
        inserts = List.copyOf(inserts);
        data = List.copyOf(data);
    }
}
