package ntbed.time;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A Win32 {@code FILETIME}: 100-nanosecond units since 1601-01-01 00:00 UTC.
 *
 * @param ticks the units
 */
public record FileTime(long ticks) implements Comparable<FileTime> {
    private static final long TICKS_PER_MILLI = 10_000;
    private static final long EPOCH_OFFSET_SECONDS = 11_644_473_600L;

    /** The value of {@code seconds} after 1970-01-01 00:00 UTC. */
    public static FileTime ofUnixSeconds(long seconds) {
        return new FileTime((seconds + EPOCH_OFFSET_SECONDS) * 1000 * TICKS_PER_MILLI);
    }

    /** The value of a civil date and time at an offset from UTC in minutes (Pacific standard time: -480). */
    public static FileTime ofLocal(LocalDateTime local, int offsetMinutes) {
        return ofUnixSeconds(local.toEpochSecond(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)));
    }

    /** Whole seconds since 1970-01-01 00:00 UTC. */
    public long unixSeconds() {
        return Math.floorDiv(ticks, 1000 * TICKS_PER_MILLI) - EPOCH_OFFSET_SECONDS;
    }

    /** This time plus milliseconds. */
    public FileTime plusMillis(long millis) {
        return new FileTime(ticks + millis * TICKS_PER_MILLI);
    }

    /** The civil date and time, to the millisecond, at an offset from UTC in minutes. */
    public LocalDateTime toLocal(int offsetMinutes) {
        long millis = Math.floorDiv(ticks, TICKS_PER_MILLI) - EPOCH_OFFSET_SECONDS * 1000;
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L),
                (int) Math.floorMod(millis, 1000L) * 1_000_000,
                ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    }

    @Override
    public int compareTo(FileTime other) {
        return Long.compare(ticks, other.ticks);
    }
}
