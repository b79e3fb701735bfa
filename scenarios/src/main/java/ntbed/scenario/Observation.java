package ntbed.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;

/** What a person can find out at one machine since it was switched on: all that a check may look at. */
interface Observation {
    /** A window that was shown. */
    record Window(String title, String text) {}

    /** A record as Event Viewer shows it. */
    record Event(
            Log log, int recordNumber, String source, int id, String type, String category, String user, String text) {}

    /** A service as the Services panel shows it. */
    record Service(String name, String state, String start, int exitCode) {}

    /**
     * Who may touch a key or a file.
     *
     * @param owner name of the account it belongs to
     * @param allow rights by account name, in the order of the list: {@code full control}, {@code read} or special
     */
    record Permissions(String owner, Map<String, String> allow) {}

    /** Every window since power-on, oldest first. */
    List<Window> windows();

    /** The records that were written since power-on, oldest first. */
    List<Event> events(Log log);

    /** The Event Detail window of a record. */
    List<String> detail(Event event);

    /** The service of that key name. */
    Optional<Service> service(String name);

    /** Whether a file or directory is there. */
    boolean fileExists(String path);

    /** Whether a key is there. */
    boolean keyExists(String path);

    /** A value as {@code TYPE: data}. */
    Optional<String> value(String key, String name);

    /** The bytes of a file or of a value's data. */
    Optional<byte[]> content(Target target);

    /** Who may touch a key or a file. */
    Optional<Permissions> permissions(Target target);

    /** Whether the person at the machine may not open a key that is there. */
    boolean isDimmed(String path);

    /** The message box that waits in front of the person. */
    Optional<Window> message();

    /** Title of the window that is in front of the person: of the open tool, or a box it opened. */
    Optional<String> toolWindow();

    /** The lines that the open tool shows. */
    List<String> toolLines();
}
