package ntbed.eventlog;

import java.util.List;
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
     * @throws Win32Exception 5 (Security without SeSecurityPrivilege), 1314, 1722 while the service is not running, 1500
     */
    List<EventRecord> readEventLog(Log log);

    /**
     * Adds a record, as {@code RegisterEventSource} and {@code ReportEvent}; the log is the one that the source is
     * registered under, Application if it is not.
     *
     * @throws Win32Exception 1722 while the service is not running, 1502 the log is full
     */
    void reportEvent(String source, EventType type, int category, int rawEventId, List<String> inserts);

    /** Empties a log, as {@code ClearEventLog}; record numbers begin again at 1. */
    void clearEventLog(Log log);

    /** The text that Event Viewer shows for a record. */
    String description(EventRecord eventRecord);
}
