package ntbed.eventlog;

import java.util.List;
import java.util.Optional;
import ntbed.security.Sid;
import ntbed.win32.Win32Exception;

/** The event logs as a program sees them, bound to one token. */
public interface EventLogApi {
    /** The three logs of NT 4.0. */
    enum Log {
        APPLICATION("Application"),
        SECURITY("Security"),
        SYSTEM("System");

        private final String title;

        Log(String title) {
            this.title = title;
        }

        /** The name of the log and of its registry key. */
        public String title() {
            return title;
        }
    }

    /**
     * The records, oldest first, as {@code ReadEventLog} forwards.
     *
     * @throws Win32Exception 1314 Security without SeSecurityPrivilege, 5 a guest where {@code RestrictGuestAccess} is
     *     set, 1722 while the service is not running
     */
    List<EventRecord> readEventLog(Log log);

    /**
     * Adds a record, as {@code RegisterEventSource} and {@code ReportEvent}; the log is the one that the source is
     * registered under, Application if it is not.
     *
     * @param user whose event it is; empty = N/A
     * @param data bytes that go with it, often none
     * @throws Win32Exception 1722 while the service is not running, 1502 the log is full, 1314 into Security without
     *     SeAuditPrivilege
     */
    void reportEvent(
            String source,
            EventType type,
            int category,
            int rawEventId,
            Optional<Sid> user,
            List<String> inserts,
            byte[] data);

    /** Adds a record that is nobody's and has no data. */
    default void reportEvent(String source, EventType type, int category, int rawEventId, List<String> inserts) {
        reportEvent(source, type, category, rawEventId, Optional.empty(), inserts, new byte[0]);
    }

    /**
     * Empties a log, as {@code ClearEventLog}; record numbers begin again at 1.
     *
     * @throws Win32Exception 1722 while the service is not running, 1314 Security without SeSecurityPrivilege, 5
     *     another log by somebody who is neither administrator, server operator nor SYSTEM
     */
    void clearEventLog(Log log);

    /** The text that Event Viewer shows for a record. */
    String description(EventRecord eventRecord);
}
