package ntbed.filesystem;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The content of one file, as written at one moment: immutable, stored in a {@link Layer}, remembered here once read.
 *
 * <p>What is remembered is shared by all forks that refer to it, also over threads: it is published through volatile
 * fields, and two threads at worst do the same work twice.
 */
final class StoredContent {
    /** No bytes; needs no layer. */
    static final StoredContent EMPTY = new StoredContent(null, 0, 0);

    /** Content above this size is read from its layer every time. */
    private static final int REMEMBERED_BYTES = 64 * 1024;

    /** How many parsers' results are remembered for one content. */
    private static final int REMEMBERED_RESULTS = 4;

    private final @Nullable Layer layer;
    private final int number;
    private final int size;
    private volatile byte @Nullable [] bytes;
    private volatile @Nullable Parsed parsed;

    private StoredContent(@Nullable Layer layer, int number, int size) {
        this.layer = layer;
        this.number = number;
        this.size = size;
    }

    /** Writes content into a layer that is not frozen. */
    static StoredContent in(Layer layer, byte[] content) {
        return content.length == 0 ? EMPTY : new StoredContent(layer, layer.store(content), content.length);
    }

    /** The same content in another layer, with what is remembered of it. */
    StoredContent movedTo(Layer target) {
        StoredContent moved = in(target, load());
        if (moved != EMPTY) {
            moved.bytes = bytes;
            moved.parsed = parsed;
        }
        return moved;
    }

    /** Bytes. */
    int size() {
        return size;
    }

    /** The depth of the layer it stands in; 0 if it needs none. */
    int depth() {
        return layer == null ? 0 : layer.depth();
    }

    /** A copy of the content. */
    byte[] copy() {
        byte[] known = bytes;
        return known == null ? remember(load()).clone() : known.clone();
    }

    /** What the parser makes of the content; asked once for each parser (by identity), as long as few of them ask. */
    @SuppressWarnings("unchecked") // a result is only handed to the parser that made it
    <T> T parsed(Function<byte[], T> parser) {
        Parsed first = parsed;
        for (Parsed one = first; one != null; one = one.next) {
            if (one.parser == parser) {
                return (T) one.result;
            }
        }
        T result = parser.apply(copy());
        boolean full = first != null && first.count >= REMEMBERED_RESULTS;
        parsed = new Parsed(parser, result, full ? null : first);
        return result;
    }

    /** Takes it out of its layer, unless a snapshot may refer to it. */
    void drop() {
        if (layer != null) {
            layer.drop(number);
        }
    }

    private byte[] load() {
        byte[] known = bytes;
        if (known != null) {
            return known;
        }
        return layer == null ? new byte[0] : layer.load(number);
    }

    private byte[] remember(byte[] content) {
        if (content.length <= REMEMBERED_BYTES) {
            bytes = content;
        }
        return content;
    }

    private static final class Parsed {
        final Object parser;
        final Object result;
        final @Nullable Parsed next;
        final int count;

        Parsed(Object parser, Object result, @Nullable Parsed next) {
            this.parser = parser;
            this.result = result;
            this.next = next;
            this.count = next == null ? 1 : next.count + 1;
        }
    }
}
