package ntbed.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;

/** The screen as long as it shows text: loader, kernel, STOP, and the last line of a shutdown. */
public final class Screen {
    private final Trace trace;
    private final List<String> lines = new ArrayList<>();
    private String actor = "loader";

    /** A dark screen; whatever is shown on it also goes into the trace. */
    public Screen(Trace trace) {
        this.trace = trace;
    }

    /** All lines that were shown since power-on, oldest first. */
    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** All lines, joined by line feeds. */
    public String text() {
        return String.join("\n", lines);
    }

    void show(String newActor, String line) {
        actor = newActor;
        show(line);
    }

    void show(String line) {
        lines.add(line);
        int unused = trace.emit(actor, stamp -> new TraceEvent.ScreenText(stamp, line));
    }
}
