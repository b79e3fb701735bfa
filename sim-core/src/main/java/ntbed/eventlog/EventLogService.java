package ntbed.eventlog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;

/**
 * The EventLog service of a running machine.
 *
 * <p>Until it runs, what the mechanisms report waits in memory and is written, with the time it was reported, when it
 * starts. A record is on disk once it is written.
 */
public final class EventLogService {
    static final String ROOT = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\";

    private static final String SOURCE = "EventLog";
    private static final String ACTOR = "eventlog";
    private static final int EVENT_LOG_FULL = 0x8000_1770;
    private static final int EVENTLOG_STARTED = 0x8000_1775;
    private static final int EVENTLOG_STOPPED = 0x8000_1776;
    private static final int ABNORMAL_SHUTDOWN = 0x8000_1778;
    private static final int PRODUCT_INFO = 0x8000_1779;

    /** 6006, 6008 and 6009 are new in this service pack (Q194507). */
    private static final int SERVICE_PACK_OF_START_AND_STOP_EVENTS = 4;

    /** How often the service notes that the machine is alive; 6008 prints the last such time. [I] */
    private static final long ALIVE_NOTE_MILLIS = 300_000;

    private final EventQueue queue;
    private final Trace trace;
    private final Registry registry;
    private final MachineFacts facts;
    private final Map<Log, LogFile> files = new EnumMap<>(Log.class);
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean running;
    private boolean stoppedCleanly = true;
    private FileTime lastAlive = new FileTime(0);
    private long startedAtMillis;
    private String computer = "";

    /** A service that does not run, with empty logs. */
    public EventLogService(EventQueue queue, Trace trace, Registry registry) {
        this.queue = queue;
        this.trace = trace;
        this.registry = registry;
        this.facts = new MachineFacts(registry);
        open(EventLogImage.empty());
    }

    /** Takes the logs as they are on disk; before {@link #start}. */
    public void open(EventLogImage image) {
        for (Log log : Log.values()) {
            files.put(log, image.file(log));
        }
        stoppedCleanly = image.stoppedCleanly();
        lastAlive = image.lastAlive();
    }

    /**
     * The service starts: 6009 and 6005; 6008 between them if the last run was not ended by {@link #stop}; then what
     * waited. 6008 and 6009 from Service Pack 4 on, which the registry names ({@code CSDVersion}).
     */
    public void start() {
        if (running) {
            return;
        }
        boolean clean = stoppedCleanly;
        running = true;
        stoppedCleanly = false;
        startedAtMillis = queue.uptimeMillis();
        computer = facts.computerName();
        if (facts.servicePack() >= SERVICE_PACK_OF_START_AND_STOP_EVENTS) {
            own(EventType.INFORMATION, PRODUCT_INFO, facts.product());
            if (!clean) {
                own(EventType.ERROR, ABNORMAL_SHUTDOWN, facts.timeAndDate(lastAlive));
            }
        }
        own(EventType.INFORMATION, EVENTLOG_STARTED, List.of());
        List<Waiting> queued = List.copyOf(waiting);
        waiting.clear();
        for (Waiting entry : queued) {
            trace.under(entry.cause, () -> write(entry));
        }
    }

    /** The service stops: 6006 from Service Pack 4 on; the next start will not log 6008. */
    public void stop() {
        if (!running) {
            return;
        }
        if (facts.servicePack() >= SERVICE_PACK_OF_START_AND_STOP_EVENTS) {
            own(EventType.INFORMATION, EVENTLOG_STOPPED, List.of());
        }
        lastAlive = queue.now();
        running = false;
        stoppedCleanly = true;
    }

    /** Whether programs can reach the logs. */
    public boolean isRunning() {
        return running;
    }

    /** Reports an event of the machine itself: written at once, or when the service starts. A full log drops it. */
    public void report(
            Log log,
            String source,
            EventType type,
            int category,
            int rawEventId,
            Optional<Sid> user,
            List<String> inserts) {
        Waiting entry = new Waiting(
                log, source, type, category, rawEventId, user, inserts, List.of(), queue.now(), queue.cause());
        if (running) {
            write(entry);
        } else {
            waiting.add(entry);
        }
    }

    /** The logs as a program with that token sees them. */
    public EventLogApi as(Token token, String actor) {
        return new TokenEventLog(this, registry, trace, token, actor);
    }

    /** The logs as they are on disk now. */
    public EventLogImage image() {
        FileTime alive = lastAlive;
        if (running) {
            long runMillis = queue.uptimeMillis() - startedAtMillis;
            alive = queue.now().plusMillis(-(runMillis % ALIVE_NOTE_MILLIS));
        }
        return new EventLogImage(files, stoppedCleanly, alive);
    }

    /** The text that Event Viewer shows for a record. */
    public String describe(EventRecord entry) {
        return MessageTemplates.find(entry.source(), entry.eventId())
                .map(template -> MessageText.format(template.template(), entry.inserts()))
                .orElseGet(
                        () -> "The description for Event ID ( " + entry.eventId() + " ) in Source ( " + entry.source()
                                + " ) could not be found. It contains the following insertion string(s): "
                                + String.join(", ", entry.inserts()) + ".");
    }

    /** Writes a program's record; false if the log is full. */
    boolean writeFor(
            Log log,
            String source,
            EventType type,
            int category,
            int rawEventId,
            Optional<Sid> user,
            List<String> inserts,
            byte[] data) {
        List<Byte> bytes = new ArrayList<>(data.length);
        for (byte b : data) {
            bytes.add(b);
        }
        return write(
                new Waiting(log, source, type, category, rawEventId, user, inserts, bytes, queue.now(), queue.cause()));
    }

    LogFile file(Log log) {
        LogFile file = files.get(log);
        if (file == null) {
            throw new AssertionError("no file for " + log);
        }
        return file;
    }

    void clear(Log log) {
        files.put(log, LogFile.EMPTY);
    }

    LogSettings settings(Log log) {
        Optional<KeyTree> key = registry.tree(ROOT + log.title());
        return LogSettings.of(key);
    }

    private void own(EventType type, int rawEventId, List<String> inserts) {
        write(new Waiting(
                Log.SYSTEM,
                SOURCE,
                type,
                0,
                rawEventId,
                Optional.empty(),
                inserts,
                List.of(),
                queue.now(),
                queue.cause()));
    }

    private boolean write(Waiting entry) {
        LogSettings settings = settings(entry.log);
        FileTime now = wholeSecond(queue.now());
        EventRecord added = entry.toRecord(file(entry.log).nextNumber(), now, computer);
        LogFile file = file(entry.log).makeRoom(added, settings, now);
        if (!file.hasRoom(added, settings)) {
            files.put(entry.log, file.reportedFull());
            if (!file.fullReported() && entry.rawEventId != EVENT_LOG_FULL) {
                own(EventType.WARNING, EVENT_LOG_FULL, List.of(entry.log.title()));
            }
            return false;
        }
        files.put(entry.log, file.plus(added));
        trace.emit(
                ACTOR,
                stamp -> new TraceEvent.EventLogged(
                        stamp,
                        entry.log.title(),
                        added.recordNumber(),
                        added.source(),
                        added.eventId(),
                        describe(added)));
        return true;
    }

    private static FileTime wholeSecond(FileTime time) {
        return new FileTime(time.ticks() - Math.floorMod(time.ticks(), 10_000_000L));
    }

    /** What was reported and is not yet a record. */
    private record Waiting(
            Log log,
            String source,
            EventType type,
            int category,
            int rawEventId,
            Optional<Sid> user,
            List<String> inserts,
            List<Byte> data,
            FileTime generated,
            int cause) {
        EventRecord toRecord(int number, FileTime written, String computer) {
            return new EventRecord(
                    number,
                    wholeSecond(generated),
                    written,
                    source,
                    rawEventId & 0xFFFF,
                    rawEventId,
                    type,
                    category,
                    user,
                    computer,
                    inserts,
                    data);
        }
    }
}
