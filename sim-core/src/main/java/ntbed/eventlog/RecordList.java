package ntbed.eventlog;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * A persistent queue of records: adding at the end and dropping at the front give a new list that shares nearly
 * everything with the old one, so that a log's image costs nothing however long the log is.
 */
final class RecordList extends AbstractList<EventRecord> implements RandomAccess {
    static final RecordList EMPTY = new RecordList(new EventRecord[0][], new EventRecord[0], 0);

    private static final int CHUNK = 64;

    /** Full chunks of {@link #CHUNK} records. */
    private final EventRecord[][] chunks;

    /** What comes after them, fewer than {@link #CHUNK}. */
    private final EventRecord[] tail;

    /** How many records at the front no longer count, fewer than {@link #CHUNK}. */
    private final int dropped;

    private RecordList(EventRecord[][] chunks, EventRecord[] tail, int dropped) {
        this.chunks = chunks;
        this.tail = tail;
        this.dropped = dropped;
    }

    RecordList plus(EventRecord added) {
        EventRecord[] longer = Arrays.copyOf(tail, tail.length + 1);
        longer[tail.length] = added;
        if (longer.length < CHUNK) {
            return new RecordList(chunks, longer, dropped);
        }
        EventRecord[][] more = Arrays.copyOf(chunks, chunks.length + 1);
        more[chunks.length] = longer;
        return new RecordList(more, new EventRecord[0], dropped);
    }

    RecordList withoutOldest() {
        if (size() <= 1) {
            return EMPTY;
        }
        if (chunks.length == 0 || dropped + 1 < CHUNK) {
            return new RecordList(chunks, tail, dropped + 1);
        }
        return new RecordList(Arrays.copyOfRange(chunks, 1, chunks.length), tail, 0);
    }

    @Override
    public EventRecord get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        int at = dropped + index;
        int chunk = at / CHUNK;
        return chunk < chunks.length ? chunks[chunk][at % CHUNK] : tail[at - chunks.length * CHUNK];
    }

    @Override
    public int size() {
        return chunks.length * CHUNK + tail.length - dropped;
    }
}
