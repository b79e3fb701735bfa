package ntbed.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import ntbed.time.EventQueue;

/** All that was seen of one machine from power-on to power-off, in order. */
public final class Trace {
    private final EventQueue queue;
    private final ArrayList<TraceEvent> events = new ArrayList<>();
    private final List<TraceEvent> view = Collections.unmodifiableList(events);

    /** An empty trace, stamped by that queue's clock and cause. */
    public Trace(EventQueue queue) {
        this.queue = queue;
    }

    /**
     * Adds an event.
     *
     * @param actor who did it
     * @param event makes the event from its stamp
     * @return the event's number, to be the cause of others
     */
    public int emit(String actor, Function<Stamp, TraceEvent> event) {
        int number = events.size() + 1;
        events.add(event.apply(new Stamp(number, queue.uptimeMillis(), actor, queue.cause())));
        return number;
    }

    /** Runs an action under a cause; what it emits and schedules points there. */
    public void under(int cause, Runnable action) {
        int before = queue.cause(cause);
        try {
            action.run();
        } finally {
            queue.cause(before);
        }
    }

    /** What has been seen so far; the view grows with the trace. */
    public List<TraceEvent> events() {
        return view;
    }
}
