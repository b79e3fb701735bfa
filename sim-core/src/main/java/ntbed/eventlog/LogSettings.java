package ntbed.eventlog;

import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.KeyTree;
import ntbed.time.FileTime;

/**
 * How a log behaves when it is full: values of its key below {@code Services\EventLog}.
 *
 * @param maxSize bytes; {@code MaxSize}, default 512 KB, rounded up to 64 KB
 * @param retentionSeconds {@code Retention}: 0 overwrite as needed, 0xFFFFFFFF never, else records older than that;
 *     default seven days (Resource Guide, registry entries of EventLog)
 * @param guestsMayRead not {@code RestrictGuestAccess}
 */
record LogSettings(long maxSize, long retentionSeconds, boolean guestsMayRead) {
    static final LogSettings DEFAULT = new LogSettings(512 * 1024, 7 * 86_400, true);

    private static final long NEVER = 0xFFFF_FFFFL;
    private static final long UNIT = 64 * 1024;

    /** What the key says; values that are missing or no REG_DWORD count as the default. */
    static LogSettings of(Optional<KeyTree> key) {
        if (key.isEmpty()) {
            return DEFAULT;
        }
        long size = number(key.get(), "MaxSize", DEFAULT.maxSize);
        long rounded = Math.max(UNIT, (size + UNIT - 1) / UNIT * UNIT);
        return new LogSettings(
                rounded,
                number(key.get(), "Retention", DEFAULT.retentionSeconds),
                number(key.get(), "RestrictGuestAccess", 0) == 0);
    }

    /** Whether a record may give way now. */
    boolean mayOverwrite(FileTime written, FileTime now) {
        return retentionSeconds != NEVER && now.unixSeconds() - written.unixSeconds() >= retentionSeconds;
    }

    private static long number(KeyTree key, String name, long otherwise) {
        OptionalInt number = key.value(name).map(value -> value.dword()).orElse(OptionalInt.empty());
        return number.isPresent() ? Integer.toUnsignedLong(number.getAsInt()) : otherwise;
    }
}
