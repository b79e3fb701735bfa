package ntbed.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ntbed.registry.HiveMount.Root;

/** The keys on the way from a root to a key, and how much of the asked path was not there. */
final class Walk {
    private final Root root;
    private KeyTree[] keys = new KeyTree[8];
    private int depth;
    private String path = "";
    private int missingAt;
    private boolean dangling;

    Walk(Root root, KeyTree rootKey) {
        this.root = root;
        push(rootKey);
    }

    Root root() {
        return root;
    }

    /** Keys from the root on; at least the root itself. */
    int depth() {
        return depth;
    }

    KeyTree key(int index) {
        return keys[index];
    }

    /** The deepest key that is there. */
    KeyTree last() {
        return keys[depth - 1];
    }

    void push(KeyTree key) {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, depth * 2);
        }
        keys[depth++] = key;
    }

    void pop() {
        depth--;
    }

    void set(int index, KeyTree key) {
        keys[index] = key;
    }

    /** Forgets all keys below the root: a link leads elsewhere. */
    void restart() {
        depth = 1;
    }

    /** Notes what of the path was found: all up to {@code missingAt}. */
    void stopped(String wholePath, int at) {
        path = wholePath;
        missingAt = at;
    }

    void stoppedAtDanglingLink() {
        dangling = true;
    }

    /** Whether every part of the path was there. */
    boolean complete() {
        return !dangling && missingAt >= path.length();
    }

    /** Whether a link on the way leads nowhere, so that nothing can be created there. */
    boolean dangling() {
        return dangling;
    }

    String path() {
        return path;
    }

    /** Where the first missing part begins in {@link #path()}. */
    int missingAt() {
        return missingAt;
    }

    /** The names of the parts that were not there, from the top. */
    List<String> missing() {
        List<String> names = new ArrayList<>();
        int at = PathText.nextPart(path, missingAt);
        while (at < path.length()) {
            int end = PathText.endOfPart(path, at);
            names.add(path.substring(at, end));
            at = PathText.nextPart(path, end);
        }
        return names;
    }

    /** Whether the deepest key or one above it is gone at power-off. */
    boolean isVolatile() {
        for (int i = 1; i < depth; i++) {
            if (keys[i].isVolatile()) {
                return true;
            }
        }
        return false;
    }

    /** The names that lead here, which together are a key's identity. */
    KeyName[] names() {
        KeyName[] names = new KeyName[depth - 1];
        for (int i = 1; i < depth; i++) {
            names[i - 1] = keys[i].keyName();
        }
        return names;
    }
}
