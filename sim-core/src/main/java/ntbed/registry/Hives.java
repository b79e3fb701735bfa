package ntbed.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/** The mounted hives: which of them differ from the disk, and what is on it. */
final class Hives {
    /** A changed hive is written when the change is this old (rule H3). */
    static final long LAZY_FLUSH_MILLIS = 5_000;

    private static final String LAZY_FLUSHER = "lazy flusher";

    private final EventQueue queue;
    private final Trace trace;
    private final LiveTree tree;
    private final SortedMap<HiveMount, Hive> mounted = new TreeMap<>();
    private SortedMap<HiveMount, HiveImage> onDisk = new TreeMap<>();

    Hives(EventQueue queue, Trace trace, LiveTree tree) {
        this.queue = queue;
        this.trace = trace;
        this.tree = tree;
    }

    private static final class Hive {
        final HiveMount mount;
        final KeyName key;
        final boolean onDisk;
        EventQueue.@Nullable Scheduled lazyFlush;

        Hive(HiveMount mount, KeyName key, boolean onDisk) {
            this.mount = mount;
            this.key = key;
            this.onDisk = onDisk;
        }
    }

    void mounted(HiveMount mount, KeyName key, @Nullable HiveImage image) {
        mounted.put(mount, new Hive(mount, key, image != null));
        if (image != null) {
            replaceOnDisk(mount, image);
        }
    }

    boolean isMounted(HiveMount mount) {
        return mounted.containsKey(mount);
    }

    void unmounted(HiveMount mount) {
        mounted.remove(mount);
    }

    /** Notes that the hive in which this walk ends differs from the disk. */
    void changed(Walk walk, int traceNumber) {
        Hive hive = find(walk);
        if (hive != null && hive.onDisk && hive.lazyFlush == null) {
            int before = queue.cause(traceNumber);
            hive.lazyFlush = queue.schedule(LAZY_FLUSH_MILLIS, () -> flush(hive.mount, LAZY_FLUSHER));
            queue.cause(before);
        }
    }

    /** The hive in which a walk ends. */
    @Nullable
    HiveMount mountOf(Walk walk) {
        Hive hive = find(walk);
        return hive == null ? null : hive.mount;
    }

    private @Nullable Hive find(Walk walk) {
        if (walk.depth() > 1) {
            KeyName key = walk.key(1).keyName();
            for (Hive hive : mounted.values()) {
                if (hive.key == key) {
                    return hive;
                }
            }
        }
        return null;
    }

    boolean hasUnflushed() {
        for (Hive hive : mounted.values()) {
            if (hive.lazyFlush != null) {
                return true;
            }
        }
        return false;
    }

    /** Writes a hive whole, if it differs from the disk. */
    void flush(HiveMount mount, String actor) {
        Hive hive = mounted.get(mount);
        if (hive == null || hive.lazyFlush == null) {
            return;
        }
        hive.lazyFlush.cancel();
        hive.lazyFlush = null;
        String folded = hive.key.folded();
        KeyTree live = tree.root(mount.root()).subkey(folded, 0, folded.length());
        if (live == null) {
            throw new AssertionError("mounted hive without its key: " + mount);
        }
        replaceOnDisk(mount, new HiveImage(live.withoutVolatile(), HiveImage.Condition.INTACT));
        trace.emit(actor, stamp -> new TraceEvent.HiveFlushed(stamp, mount.path()));
    }

    void flushAll(String actor) {
        List<HiveMount> mounts = new ArrayList<>(mounted.keySet());
        for (HiveMount mount : mounts) {
            flush(mount, actor);
        }
    }

    /** What is on disk now; the map given out never changes. */
    SortedMap<HiveMount, HiveImage> onDisk() {
        return onDisk;
    }

    private void replaceOnDisk(HiveMount mount, HiveImage image) {
        SortedMap<HiveMount, HiveImage> copy = new TreeMap<>(onDisk);
        copy.put(mount, image);
        onDisk = copy;
    }
}
