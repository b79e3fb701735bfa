package ntbed.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import ntbed.time.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a volume: a Jimfs file system that holds the content written between two snapshots.
 *
 * <p>Content stands in it under a number, not under its NT path: a rename then moves nothing, and what a snapshot still
 * refers to can never be overwritten. Names, attributes, security and times are in the index ({@link Node}); Jimfs
 * would fold ASCII only, not enforce any of them, and lose them in a copy.
 *
 * <p>The first few small contents wait in memory, as behind a lazy writer; the file system is opened when one comes
 * that has no room there. Most layers hold no more than a few changed files: a fork then costs no file system, and a
 * cold start that never fills a layer loads none of its classes.
 */
final class Layer {
    private static final int BLOCK_BYTES = 512;

    /** All that waits in memory together is at most this long; anything more goes to the file system. */
    private static final int WAITING_BYTES = 64 * 1024;

    /** Longer content never waits. */
    private static final int WAITING_CONTENT_BYTES = 4 * 1024;

    /** Jimfs keeps one register of names for the whole JVM; nothing in a machine ever sees them. */
    private static final AtomicLong NEXT_NAME = new AtomicLong();

    private final long capacityBytes;
    private final FileTime opened;
    private final int depth;
    private final Map<Integer, byte[]> waiting = new HashMap<>();
    private int waitingBytes;
    private @Nullable FileSystem files;
    private int nextNumber = 1;
    private boolean frozen;

    private Layer(long capacityBytes, FileTime opened, int depth) {
        this.capacityBytes = capacityBytes;
        this.opened = opened;
        this.depth = depth;
    }

    /**
     * An empty layer.
     *
     * @param capacityBytes of the volume; room is accounted in the index, so the layer is wider than it must be
     * @param opened what every time stamp in it says; a running clock here would keep its whole machine in memory
     * @param depth 1 at the bottom
     */
    static Layer open(long capacityBytes, FileTime opened, int depth) {
        return new Layer(capacityBytes, opened, depth);
    }

    /** How many layers are below it, plus 1. */
    int depth() {
        return depth;
    }

    /** From now on nothing may be written here: a snapshot refers to it. */
    void freeze() {
        frozen = true;
    }

    /** Whether a snapshot refers to it. */
    boolean isFrozen() {
        return frozen;
    }

    /** Stores content; returns its number. */
    int store(byte[] content) {
        if (frozen) {
            throw new AssertionError("write to a frozen layer");
        }
        int number = nextNumber++;
        if (content.length <= WAITING_CONTENT_BYTES && content.length <= WAITING_BYTES - waitingBytes) {
            waiting.put(number, content.clone());
            waitingBytes += content.length;
            return number;
        }
        try {
            Files.write(path(number), content);
        } catch (IOException e) {
            throw new AssertionError("layer has no room that the index says it has", e);
        }
        return number;
    }

    /** The content stored under that number. */
    byte[] load(int number) {
        byte[] content = waiting.get(number);
        if (content != null) {
            return content.clone();
        }
        try {
            return Files.readAllBytes(path(number));
        } catch (IOException e) {
            throw new AssertionError("content lost: " + number, e);
        }
    }

    /** Forgets content, unless a snapshot may refer to it. */
    void drop(int number) {
        if (frozen) {
            return;
        }
        byte[] content = waiting.remove(number);
        if (content != null) {
            waitingBytes -= content.length;
            return;
        }
        try {
            Files.delete(path(number));
        } catch (IOException e) {
            throw new AssertionError("content dropped twice: " + number, e);
        }
    }

    private Path path(int number) {
        FileSystem open = files;
        if (open == null) {
            open = fileSystem();
            files = open;
        }
        return open.getPath(Integer.toString(number));
    }

    private FileSystem fileSystem() {
        java.nio.file.attribute.FileTime stamp =
                java.nio.file.attribute.FileTime.fromMillis(opened.unixSeconds() * 1000);
        Configuration configuration = Configuration.windows().toBuilder()
                .setRoots("C:\\")
                .setWorkingDirectory("C:\\")
                .setAttributeViews("basic")
                .setBlockSize(BLOCK_BYTES)
                .setMaxSize(Math.min(2 * capacityBytes + (1 << 20), (long) Integer.MAX_VALUE * BLOCK_BYTES))
                .setMaxCacheSize(0)
                .setFileTimeSource(() -> stamp)
                .build();
        return Jimfs.newFileSystem("layer" + NEXT_NAME.getAndIncrement(), configuration);
    }
}
