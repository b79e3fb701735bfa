package ntbed.time;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * The one queue of a running machine: whatever happens later stands here, ordered by (time, sequence).
 *
 * <p>Each entry remembers the {@link #cause() cause} that was current when it was scheduled, and runs under it; so the
 * trace can say why something happened without any component passing that along.
 */
public final class EventQueue implements SimClock {
    private final FileTime powerOn;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long uptimeMillis;
    private long nextSequence;
    private int cause;

    /** An empty queue whose clock shows {@code powerOn} at an uptime of 0. */
    public EventQueue(FileTime powerOn) {
        this.powerOn = powerOn;
    }

    @Override
    public long uptimeMillis() {
        return uptimeMillis;
    }

    @Override
    public FileTime now() {
        return powerOn.plusMillis(uptimeMillis);
    }

    /** The number of the trace event under which the machine acts now; 0 at the root. */
    public int cause() {
        return cause;
    }

    /** Sets the {@link #cause()}, until the running entry ends; returns the one before. */
    public int cause(int newCause) {
        int before = cause;
        cause = newCause;
        return before;
    }

    /**
     * Schedules an action.
     *
     * @param delayMillis virtual milliseconds from now, 0 or more
     * @return a ticket to cancel it with
     */
    public Scheduled schedule(long delayMillis, Runnable action) {
        if (delayMillis < 0) {
            throw new AssertionError("negative delay: " + delayMillis);
        }
        Entry entry = new Entry(uptimeMillis + delayMillis, nextSequence++, cause, action);
        entries.add(entry);
        return entry;
    }

    /** Runs the next entry, moving the clock to its time; false if there was none. */
    public boolean runNext() {
        Entry entry = entries.poll();
        while (entry != null && entry.cancelled) {
            entry = entries.poll();
        }
        if (entry == null) {
            return false;
        }
        uptimeMillis = Math.max(uptimeMillis, entry.atMillis);
        int before = cause(entry.cause);
        try {
            entry.action.run();
        } finally {
            cause = before;
        }
        return true;
    }

    /** Runs entries until the condition holds; false if the queue ran dry before. */
    public boolean runUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!runNext()) {
                return false;
            }
        }
        return true;
    }

    /** Runs all entries due up to {@code untilMillis} of uptime and leaves the clock there. */
    public void runUntilMillis(long untilMillis) {
        while (nextAtMillis() <= untilMillis) {
            runNext();
        }
        uptimeMillis = Math.max(uptimeMillis, untilMillis);
    }

    /** The uptime of the next entry; {@link Long#MAX_VALUE} if there is none. */
    public long nextAtMillis() {
        Entry entry = entries.peek();
        while (entry != null && entry.cancelled) {
            entries.poll();
            entry = entries.peek();
        }
        return entry == null ? Long.MAX_VALUE : entry.atMillis;
    }

    /** Drops everything: the power is gone. */
    public void clear() {
        entries.clear();
    }

    /** A ticket for a scheduled action. */
    public sealed interface Scheduled permits Entry {
        /** Takes the action back; nothing happens if it has run. */
        void cancel();
    }

    private static final class Entry implements Scheduled, Comparable<Entry> {
        final long atMillis;
        final long sequence;
        final int cause;
        final Runnable action;
        boolean cancelled;

        Entry(long atMillis, long sequence, int cause, Runnable action) {
            this.atMillis = atMillis;
            this.sequence = sequence;
            this.cause = cause;
            this.action = action;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            throw new AssertionError("an entry in a hash table would make its order visible");
        }
    }
}
