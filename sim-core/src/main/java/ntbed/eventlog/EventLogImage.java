package ntbed.eventlog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.time.FileTime;

/** The event logs of a machine that is off. Immutable: a fork is a reference. */
public final class EventLogImage {
    private final Map<Log, LogFile> files;
    private final boolean stoppedCleanly;
    private final FileTime lastAlive;

    EventLogImage(Map<Log, LogFile> files, boolean stoppedCleanly, FileTime lastAlive) {
        this.files = new EnumMap<>(files);
        this.stoppedCleanly = stoppedCleanly;
        this.lastAlive = lastAlive;
    }

    /** Three empty logs of a machine that never ran. */
    public static EventLogImage empty() {
        Map<Log, LogFile> files = new EnumMap<>(Log.class);
        for (Log log : Log.values()) {
            files.put(log, LogFile.EMPTY);
        }
        return new EventLogImage(files, true, new FileTime(0));
    }

    /** The records, oldest first. */
    public List<EventRecord> records(Log log) {
        return Collections.unmodifiableList(file(log).records());
    }

    /** The number the next record of that log gets. */
    public int nextNumber(Log log) {
        return file(log).nextNumber();
    }

    /** Whether the EventLog service was stopped before power-off; if not, its next start logs 6008. */
    public boolean stoppedCleanly() {
        return stoppedCleanly;
    }

    /** When the service last noted that the machine was alive. */
    public FileTime lastAlive() {
        return lastAlive;
    }

    LogFile file(Log log) {
        LogFile file = files.get(log);
        if (file == null) {
            throw new AssertionError("no file for " + log);
        }
        return file;
    }
}
