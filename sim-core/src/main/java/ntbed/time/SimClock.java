package ntbed.time;

/** The machine's clock, read-only: virtual, and moved by the {@link EventQueue} alone. */
public interface SimClock {
    /** Milliseconds since power-on. */
    long uptimeMillis();

    /** The time of day in 100-nanosecond units since 1601-01-01 UTC. */
    FileTime now();
}
