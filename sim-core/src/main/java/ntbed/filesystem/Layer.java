package ntbed.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a volume: a Jimfs file system that holds the content written between two snapshots.
 *
 * <p>Content stands in it under a number, not under its NT path: a rename then moves nothing, and what a snapshot still
 * refers to can never be overwritten. Names, attributes, security and times are in the index ({@link Node}); Jimfs
 * would fold ASCII only, not enforce any of them, and lose them in a copy.
 *
 * <p>The file system is opened by the first content that is written: a fork that writes nothing costs none.
 */
final class Layer {
    private static final int BLOCK_BYTES = 512;

    /** Nothing in a machine ever sees the time stamps below its index, so they all say the same. */
    private static final java.nio.file.attribute.FileTime STAMP = java.nio.file.attribute.FileTime.fromMillis(0);

    /**
     * Names are numbers, so paths are of the kind that takes least parsing. Room is accounted in the index: a layer is
     * wider than any volume, and all layers share this one description.
     */
    private static final Configuration CONFIGURATION = Configuration.builder(PathType.unix())
            .setRoots("/")
            .setWorkingDirectory("/")
            .setAttributeViews("basic")
            .setBlockSize(BLOCK_BYTES)
            .setMaxSize((long) Integer.MAX_VALUE * BLOCK_BYTES)
            .setMaxCacheSize(0)
            .setFileTimeSource(() -> STAMP)
            .build();

    /** Jimfs keeps one register of names for the whole JVM; nothing in a machine ever sees them. */
    private static final AtomicLong NEXT_NAME = new AtomicLong();

    private final int depth;
    private @Nullable Path root;
    private int nextNumber = 1;
    private boolean frozen;

    /**
     * An empty layer.
     *
     * @param depth 1 at the bottom
     */
    Layer(int depth) {
        this.depth = depth;
    }

    /** How many layers are below it, plus 1. */
    int depth() {
        return depth;
    }

    /** From now on nothing may be written here: a snapshot refers to it. */
    void freeze() {
        frozen = true;
    }

    /** The directory of its file system that all content stands in; empty as long as none was written. */
    Optional<Path> directory() {
        return Optional.ofNullable(root);
    }

    /** Stores content; returns its number. */
    int store(byte[] content) {
        if (frozen) {
            throw new AssertionError("write to a frozen layer");
        }
        int number = nextNumber++;
        try (OutputStream file = Files.newOutputStream(path(number))) {
            file.write(content);
        } catch (IOException e) {
            throw new AssertionError("layer has no room that the index says it has", e);
        }
        return number;
    }

    /** The content stored under that number. */
    byte[] load(int number) {
        try (InputStream file = Files.newInputStream(path(number))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("content lost: " + number, e);
        }
    }

    /** Forgets content, unless a snapshot may refer to it. */
    void drop(int number) {
        if (frozen) {
            return;
        }
        try {
            Files.delete(path(number));
        } catch (IOException e) {
            throw new AssertionError("content dropped twice: " + number, e);
        }
    }

    private Path path(int number) {
        Path directory = root;
        if (directory == null) {
            directory = Jimfs.newFileSystem("layer" + NEXT_NAME.getAndIncrement(), CONFIGURATION)
                    .getPath("/");
            root = directory;
        }
        return directory.resolve(Integer.toString(number));
    }
}
