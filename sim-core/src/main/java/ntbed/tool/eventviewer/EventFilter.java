package ntbed.tool.eventviewer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.NtPath;
import ntbed.time.FileTime;

/**
 * What View, Filter Events lets through. Immutable.
 *
 * @param from records written at or after; empty = first event
 * @param through records written at or before; empty = last event
 * @param types the ticked types
 * @param source source without regard to case; empty = all
 * @param eventId empty = all
 */
public record EventFilter(
        Optional<FileTime> from,
        Optional<FileTime> through,
        Set<EventType> types,
        Optional<String> source,
        OptionalInt eventId) {
    /** All events. */
    public static final EventFilter ALL = new EventFilter(
            Optional.empty(), Optional.empty(), EnumSet.allOf(EventType.class), Optional.empty(), OptionalInt.empty());

    public EventFilter {
        Set<EventType> copy = EnumSet.noneOf(EventType.class);
        copy.addAll(types);
        types = java.util.Collections.unmodifiableSet(copy);
    }

    /** Only these types. */
    public EventFilter types(EventType first, EventType... more) {
        return new EventFilter(from, through, EnumSet.of(first, more), source, eventId);
    }

    /** Only this source. */
    public EventFilter source(String name) {
        return new EventFilter(from, through, types, Optional.of(name), eventId);
    }

    /** Only this event id. */
    public EventFilter eventId(int id) {
        return new EventFilter(from, through, types, source, OptionalInt.of(id));
    }

    /** Only what was written in that span, both ends included. */
    public EventFilter between(FileTime first, FileTime last) {
        return new EventFilter(Optional.of(first), Optional.of(last), types, source, eventId);
    }

    boolean lets(EventRecord entry) {
        boolean inTime = (from.isEmpty() || from.get().compareTo(entry.written()) <= 0)
                && (through.isEmpty() || through.get().compareTo(entry.written()) >= 0);
        boolean ofSource = source.isEmpty() || NtPath.fold(source.get()).equals(NtPath.fold(entry.source()));
        boolean ofId = eventId.isEmpty() || eventId.getAsInt() == entry.eventId();
        return inTime && ofSource && ofId && types.contains(entry.type());
    }
}
