package ntbed.eventlog;

import ntbed.time.FileTime;

/**
 * One log as it stands on disk. Immutable.
 *
 * @param records oldest first
 * @param nextNumber the number the next record gets
 * @param bytes what the records take in the file
 * @param fullReported whether 6000 was written since the log was cleared or old records last gave way
 */
record LogFile(RecordList records, int nextNumber, long bytes, boolean fullReported) {
    static final LogFile EMPTY = new LogFile(RecordList.EMPTY, 1, 0, false);

    /** The file's header and the mark behind the last record (ELF_LOGFILE_HEADER, ELF_EOF_RECORD). */
    private static final int OVERHEAD = 48 + 40;

    LogFile plus(EventRecord added) {
        return new LogFile(records.plus(added), nextNumber + 1, bytes + size(added), fullReported);
    }

    LogFile reportedFull() {
        return new LogFile(records, nextNumber, bytes, true);
    }

    /** This log with room for a record as far as the settings let old ones go. */
    LogFile makeRoom(EventRecord coming, LogSettings settings, FileTime now) {
        LogFile log = this;
        while (!log.hasRoom(coming, settings)
                && !log.records.isEmpty()
                && settings.mayOverwrite(log.records.get(0).written(), now)) {
            long freed = size(log.records.get(0));
            log = new LogFile(log.records.withoutOldest(), nextNumber, log.bytes - freed, false);
        }
        return log;
    }

    boolean hasRoom(EventRecord coming, LogSettings settings) {
        return OVERHEAD + bytes + size(coming) <= settings.maxSize();
    }

    /**
     * Bytes of an EVENTLOGRECORD (WINNT.H): 56 of header, strings in UTF-16, SID, data, then 1 to 4 zero bytes up to a
     * multiple of 4 and the length again.
     */
    static int size(EventRecord entry) {
        int size =
                56 + 2 * (entry.source().length() + 1) + 2 * (entry.computer().length() + 1);
        size += entry.user().map(sid -> sid.encode().length).orElse(0);
        for (String insert : entry.inserts()) {
            size += 2 * (insert.length() + 1);
        }
        size += entry.data().size();
        return size + (4 - size % 4) + 4;
    }
}
