package ntbed.tool.eventviewer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.LocalForm;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.security.Privilege;
import ntbed.win32.Win32Error;

/**
 * Event Viewer as a person has it: a log newest first, a record's detail, filter, search, clearing.
 *
 * <p>Dates and times are local, in the machine's offset from UTC. What the user may not see is refused by the log
 * itself: 1314 for Security, 1722 while the EventLog service does not run.
 */
public final class EventViewer {
    private static final String TOOL = "eventvwr";
    private static final String ZONE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation";

    private final Win32 win32;
    private EventFilter filter = EventFilter.ALL;

    private EventViewer(Win32 win32) {
        this.win32 = win32;
    }

    /**
     * A line of the list, in the order of its columns.
     *
     * @param type the word for the icon at the line's beginning
     * @param date {@code 3/1/99}
     * @param time {@code 8:05:09 AM}
     * @param source the event source
     * @param category {@code None}, a category of the Security log, or its number in parentheses
     * @param event the event id
     * @param user the user's name without domain, {@code N/A}
     * @param computer name of the machine
     */
    public record Row(
            String type,
            String date,
            String time,
            String source,
            String category,
            int event,
            String user,
            String computer) {}

    /**
     * Starts it.
     *
     * @throws ntbed.win32.Win32Exception 2 its file is not on the disk
     */
    public static EventViewer open(Win32 win32) {
        String image = win32.environment().expand("%SystemRoot%\\System32\\eventvwr.exe");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        win32.traceToolUse(TOOL, "open");
        return new EventViewer(win32);
    }

    /** View, Filter Events; {@link EventFilter#ALL} takes a filter away. */
    public void filter(EventFilter newFilter) {
        win32.traceToolUse(TOOL, newFilter.equals(EventFilter.ALL) ? "View: All Events" : "View: Filter Events");
        filter = newFilter;
    }

    /** The records of a log that the filter lets through, newest first. */
    public List<EventRecord> records(Log log) {
        List<EventRecord> oldestFirst = api(log).readEventLog(log);
        List<EventRecord> newestFirst = new ArrayList<>(oldestFirst.size());
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            if (filter.lets(oldestFirst.get(i))) {
                newestFirst.add(oldestFirst.get(i));
            }
        }
        return newestFirst;
    }

    /** The list of a log, newest first. */
    public List<Row> rows(Log log) {
        List<Row> rows = new ArrayList<>();
        records(log).forEach(entry -> rows.add(row(entry)));
        return rows;
    }

    /** The window as text: title, headings, one line a record. */
    public List<String> list(Log log) {
        win32.traceToolUse(TOOL, "Log: " + log.title());
        return ListText.lines("Event Viewer - " + log.title() + " Log on \\\\" + win32.computerName(), rows(log));
    }

    /** The line of a record. */
    public Row row(EventRecord entry) {
        LocalDateTime local = local(entry);
        String user = userName(entry);
        return new Row(
                entry.type().label(),
                LocalForm.date(local),
                LocalForm.time(local),
                entry.source(),
                category(entry),
                entry.eventId(),
                user.substring(user.indexOf('\\') + 1),
                entry.computer());
    }

    /** The Event Detail window of a record as text. */
    public List<String> detail(EventRecord entry) {
        win32.traceToolUse(TOOL, "Detail: " + entry.source() + " " + entry.eventId());
        LocalDateTime local = local(entry);
        return DetailText.lines(
                entry,
                LocalForm.date(local),
                LocalForm.time(local),
                userName(entry),
                category(entry),
                win32.eventLog().description(entry));
    }

    /** View, Find: the newest record whose description contains the text, without regard to case. */
    public Optional<EventRecord> find(Log log, String text) {
        win32.traceToolUse(TOOL, "View: Find " + text);
        String folded = NtPath.fold(text);
        for (EventRecord entry : records(log)) {
            if (NtPath.fold(win32.eventLog().description(entry)).contains(folded)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Log, Clear All Events, without saving. */
    public void clear(Log log) {
        win32.traceToolUse(TOOL, "Log: Clear All Events, " + log.title());
        api(log).clearEventLog(log);
    }

    /** Event Viewer switches the privilege on that the Security log asks for. */
    private EventLogApi api(Log log) {
        return (log == Log.SECURITY ? win32.withPrivilege(Privilege.SE_SECURITY) : win32).eventLog();
    }

    private LocalDateTime local(EventRecord entry) {
        int bias = LocalForm.biasMinutes(win32.registry().value(ZONE, "ActiveTimeBias"));
        return entry.generated().toLocal(-bias);
    }

    private String userName(EventRecord entry) {
        if (entry.user().isEmpty()) {
            return "N/A";
        }
        return win32.accounts()
                .lookupSid(entry.user().get())
                .orElse(entry.user().get().text());
    }

    /** The Security log's categories are those of MSAUDITE.DLL. */
    private static String category(EventRecord entry) {
        if (entry.category() == 0) {
            return "None";
        }
        List<String> audit = List.of(
                "System Event",
                "Logon/Logoff",
                "Object Access",
                "Privilege Use",
                "Detailed Tracking",
                "Policy Change",
                "Account Management");
        boolean audited = entry.source().equals("Security") && entry.category() > 0 && entry.category() <= audit.size();
        return audited ? audit.get(entry.category() - 1) : "(" + entry.category() + ")";
    }
}
