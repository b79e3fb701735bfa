package ntbed.registry;

import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;

/** A hive as it was last flushed to disk: an immutable value. */
public final class HiveImage {
    private final KeyTree root;
    private final Condition condition;

    /** What a loader finds when it checks the hive file. */
    public enum Condition {
        /** Both sequence numbers agree and the check sum is right. */
        INTACT,
        /** A flush began and did not end. */
        IN_TRANSITION,
        /** Unreadable. */
        CORRUPT
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

    /** The root key with all below it. */
    public KeyTree root() {
        return root;
    }

    /** Whether it can be loaded as it is. */
    public Condition condition() {
        return condition;
    }

    /** The same hive found in another condition: what a fault leaves behind. */
    public HiveImage withCondition(Condition newCondition) {
        return new HiveImage(root, newCondition);
    }
}
