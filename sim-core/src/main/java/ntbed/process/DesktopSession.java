package ntbed.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventLogService;
import ntbed.eventlog.EventType;
import ntbed.registry.Registry;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;

/**
 * The one interactive desktop of a running machine, with its hard-error boxes.
 *
 * <p>A hard error ({@link #hardError}) is held back until somebody is logged on; then the boxes come one after another,
 * each when the one before was answered (rules E6, E9; Q124873).
 */
public final class DesktopSession implements Desktop {
    private static final String ERROR_MODE_KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows";
    private static final String ACTOR = "desktop";
    private static final String PERSON = "person";
    private static final int APPLICATION_POPUP = 26;

    private final Trace trace;
    private final Registry registry;
    private final EventLogService events;
    private final Map<Integer, Waiting> open = new LinkedHashMap<>();
    private final List<Dialog> shown = new ArrayList<>();
    private final Deque<HardError> heldBack = new ArrayDeque<>();
    private boolean hardErrorOpen;
    private boolean userLoggedOn;
    private boolean popupsAreLogged;
    private int lastId;

    /** An empty desktop, nobody logged on, boxes not logged while they are shown. */
    public DesktopSession(Trace trace, Registry registry, EventLogService events) {
        this.trace = trace;
        this.registry = registry;
        this.events = events;
    }

    /** Who raised a hard error: {@code ErrorMode} 1 suppresses the system's boxes only (Q124873). */
    public enum Origin {
        SYSTEM,
        APPLICATION
    }

    /**
     * Whether a box that is shown is also logged as {@code Application Popup} 26. Rule E8: most NT 4.0 articles list no
     * such event, so it is off unless switched on; a box that {@code ErrorMode} suppresses is always logged.
     */
    public void logPopups(boolean logged) {
        popupsAreLogged = logged;
    }

    /** Raises a hard error from a service or program: a box with an OK button. */
    public void hardError(String title, String text) {
        hardError(title, text, Origin.APPLICATION);
    }

    /** Raises a hard error, shown, logged or both as {@code Control\Windows\ErrorMode} says. */
    public void hardError(String title, String text, Origin origin) {
        int mode = errorMode();
        boolean suppressed = mode == 2 || (mode == 1 && origin == Origin.SYSTEM);
        if (suppressed || popupsAreLogged) {
            events.report(
                    Log.SYSTEM,
                    "Application Popup",
                    EventType.INFORMATION,
                    0,
                    APPLICATION_POPUP,
                    Optional.empty(),
                    List.of(title, text));
        }
        if (!suppressed) {
            heldBack.add(new HardError(title, text));
            showNextHardError();
        }
    }

    /** Somebody logged on: boxes that were held back come up. */
    public void userLoggedOn() {
        userLoggedOn = true;
        showNextHardError();
    }

    /** Everybody logged off: further boxes are held back. */
    public void userLoggedOff() {
        userLoggedOn = false;
    }

    @Override
    public Dialog show(Window window, Behind behind) {
        Dialog dialog = new Dialog(++lastId, window);
        shown.add(dialog);
        open.put(dialog.id(), new Waiting(dialog, Map.of(), behind));
        trace.emit(ACTOR, stamp -> new TraceEvent.DialogShown(stamp, window.title(), window.told()));
        return dialog;
    }

    @Override
    public List<Dialog> open() {
        List<Dialog> dialogs = new ArrayList<>();
        open.values().forEach(waiting -> dialogs.add(waiting.dialog));
        return dialogs;
    }

    @Override
    public Dialog change(Dialog dialog, String control, String value) {
        Waiting changed = waiting(dialog).with(control, value);
        String told = changed.dialog.window().control(control).orElseThrow().told(value);
        int unused = trace.emit(
                PERSON, stamp -> new TraceEvent.ToolUsed(stamp, dialog.title(), "set " + control + " to " + told));
        open.put(dialog.id(), changed);
        return changed.dialog;
    }

    @Override
    public void answer(Dialog dialog, Answer answer) {
        Window window = waiting(dialog).dialog.window();
        if (!window.buttons().contains(answer.button())) {
            throw new IllegalArgumentException("the window has no button " + answer.button() + ": " + window.buttons());
        }
        if (window.greyed().contains(answer.button())) {
            throw new IllegalArgumentException("the button is greyed: " + answer.button());
        }
        Waiting last = waiting(dialog).filled(answer.fields());
        open.remove(dialog.id());
        int number = trace.emit(PERSON, stamp -> new TraceEvent.DialogAnswered(stamp, dialog.title(), answer.button()));
        trace.under(number, () -> last.answered(answer.button()));
    }

    private Waiting waiting(Dialog dialog) {
        Waiting waiting = open.get(dialog.id());
        if (waiting == null || !waiting.dialog.title().equals(dialog.title())) {
            throw new IllegalArgumentException("no such window waits: " + dialog.title());
        }
        return waiting;
    }

    @Override
    public List<Dialog> shown() {
        return Collections.unmodifiableList(shown);
    }

    /** Takes a window away without an answer: its process ended. Nothing happens if it is gone already. */
    void close(Dialog dialog) {
        open.remove(dialog.id());
    }

    private void showNextHardError() {
        if (hardErrorOpen || !userLoggedOn || heldBack.isEmpty()) {
            return;
        }
        HardError error = heldBack.remove();
        hardErrorOpen = true;
        show(error.title, error.text, List.of(), List.of("OK"), answer -> {
            hardErrorOpen = false;
            showNextHardError();
        });
    }

    private int errorMode() {
        OptionalInt mode = registry.tree(ERROR_MODE_KEY)
                .flatMap(key -> key.value("ErrorMode"))
                .map(value -> value.dword())
                .orElse(OptionalInt.empty());
        return mode.orElse(0);
    }

    private record HardError(String title, String text) {}

    private record Waiting(Dialog dialog, Map<String, String> changed, Behind behind) {
        Waiting with(String control, String value) {
            Window typed = dialog.window().with(control, value);
            Map<String, String> more = new LinkedHashMap<>(changed);
            more.remove(control);
            more.put(control, value);
            return new Waiting(new Dialog(dialog.id(), behind.changed(typed, control)), more, behind);
        }

        /** What is chosen counts before what is typed: a number is read in the base that is chosen with it. */
        Waiting filled(Map<String, String> fields) {
            Waiting filled = this;
            for (boolean typed : new boolean[] {false, true}) {
                for (Map.Entry<String, String> field : fields.entrySet()) {
                    boolean isTyped = dialog.window()
                            .control(field.getKey())
                            .map(Control.Field.class::isInstance)
                            .orElse(true);
                    filled = isTyped == typed ? filled.with(field.getKey(), field.getValue()) : filled;
                }
            }
            return filled;
        }

        void answered(String button) {
            behind.answered(new Answer(button, changed), dialog.window());
        }
    }
}
