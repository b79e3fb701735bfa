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
import java.util.function.Consumer;
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
    public Dialog show(
            String title, String text, List<String> fields, List<String> buttons, Consumer<Answer> onAnswer) {
        Dialog dialog = new Dialog(++lastId, title, text, fields, buttons);
        shown.add(dialog);
        open.put(dialog.id(), new Waiting(dialog, onAnswer));
        trace.emit(ACTOR, stamp -> new TraceEvent.DialogShown(stamp, title, text));
        return dialog;
    }

    @Override
    public List<Dialog> open() {
        List<Dialog> dialogs = new ArrayList<>();
        open.values().forEach(waiting -> dialogs.add(waiting.dialog));
        return dialogs;
    }

    @Override
    public void answer(Dialog dialog, Answer answer) {
        Waiting waiting = open.get(dialog.id());
        if (waiting == null || !waiting.dialog.equals(dialog)) {
            throw new IllegalArgumentException("no such window waits: " + dialog.title());
        }
        if (!dialog.buttons().contains(answer.button())) {
            throw new IllegalArgumentException("the window has no button " + answer.button() + ": " + dialog.buttons());
        }
        for (String field : answer.fields().keySet()) {
            if (!dialog.fields().contains(field)) {
                throw new IllegalArgumentException("the window has no field " + field + ": " + dialog.fields());
            }
        }
        open.remove(dialog.id());
        int number =
                trace.emit("person", stamp -> new TraceEvent.DialogAnswered(stamp, dialog.title(), answer.button()));
        trace.under(number, () -> waiting.onAnswer.accept(answer));
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

    private record Waiting(Dialog dialog, Consumer<Answer> onAnswer) {}
}
