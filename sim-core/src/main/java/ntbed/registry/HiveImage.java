package ntbed.registry;

import java.util.Optional;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;

/**
 * A hive as it is on disk: an immutable value.
 *
 * <p>A flush is all or nothing (rule H4): while it runs the hive is in transition, and its log holds all that the flush
 * was about to write. So for a hive in transition {@link #root} is what it will be when the log is applied; without its
 * log such a hive cannot be loaded at all, and what of its data is old or new does not matter.
 */
public final class HiveImage {
    private final KeyTree root;
    private final Condition condition;

    /** What a loader finds when it checks the hive file. */
    public enum Condition {
        /** Both sequence numbers agree and the check sum is right. */
        INTACT,
        /** A flush began and did not end. */
        IN_TRANSITION,
        /** Unreadable, or the check sum is wrong. */
        CORRUPT
    }

    /** How far a flush got when the power went, in the order of its steps (rule H4). */
    public enum FlushStep {
        /** The log is written; the hive file is untouched. */
        LOG_WRITTEN,
        /** The hive file is marked as in transition; some of its data may be new, some old. */
        MARKED,
        /** The hive file is marked as complete, with the new data. */
        COMPLETE
    }

    HiveImage(KeyTree root, Condition condition) {
        this.root = root;
        this.condition = condition;
    }

    /** A hive with nothing but its root key. */
    public static HiveImage empty(FileTime time, SecurityDescriptor security) {
        KeyTree.Facts facts = new KeyTree.Facts("", security, false, null);
        return new HiveImage(KeyTree.bare(new KeyName(""), facts, time), Condition.INTACT);
    }

    /** The root key with all below it; for a hive in transition, as it is once the log is applied. */
    public KeyTree root() {
        return root;
    }

    /** What the hive file is like. */
    public Condition condition() {
        return condition;
    }

    /** The same hive file found in another condition: what a fault leaves behind. */
    public HiveImage withCondition(Condition newCondition) {
        return new HiveImage(root, newCondition);
    }

    /** The hive with its log applied, if it was in transition; empty if it is corrupt, which no log can mend. */
    public Optional<HiveImage> withLogApplied() {
        return condition == Condition.CORRUPT ? Optional.empty() : Optional.of(withCondition(Condition.INTACT));
    }

    /**
     * What the power left behind if it went while this hive was being flushed.
     *
     * @param after the hive as the flush would have left it
     * @param step how far the flush got
     */
    public HiveImage interruptedFlush(HiveImage after, FlushStep step) {
        return switch (step) {
            case LOG_WRITTEN -> this;
            case MARKED -> after.withCondition(Condition.IN_TRANSITION);
            case COMPLETE -> after;
        };
    }
}
