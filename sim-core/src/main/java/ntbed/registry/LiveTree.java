package ntbed.registry;

import ntbed.registry.HiveMount.Root;
import org.jspecify.annotations.Nullable;

/** The two real roots of a running machine: finds keys, follows links, puts changed keys in place. */
final class LiveTree {
    /** Links that one look-up follows before it gives up; guards against circles. */
    private static final int MAX_LINKS = 32;

    private KeyTree machine;
    private KeyTree users;

    LiveTree(KeyTree machine, KeyTree users) {
        this.machine = machine;
        this.users = users;
    }

    KeyTree root(Root root) {
        return root == Root.MACHINE ? machine : users;
    }

    Walk walk(Root root) {
        return new Walk(root, root(root));
    }

    /** The key at a path below a root; null if it is not there. Allocates nothing. */
    @Nullable
    KeyTree find(Root root, String path, int from) {
        KeyTree key = root(root);
        int at = PathText.nextPart(path, from);
        while (at < path.length()) {
            int end = PathText.endOfPart(path, at);
            KeyTree next = key.subkey(path, at, end);
            if (next == null) {
                return null;
            }
            if (next.link() != null) {
                return findThroughLinks(root, path, from);
            }
            key = next;
            at = PathText.nextPart(path, end);
        }
        return key;
    }

    private @Nullable KeyTree findThroughLinks(Root root, String path, int from) {
        Walk walk = walk(root);
        descend(walk, path, from);
        return walk.complete() ? walk.last() : null;
    }

    /** Goes down from the deepest key of the walk as far as the path leads. */
    void descend(Walk walk, String path, int from) {
        walk.stopped(path, descend(walk, path, from, MAX_LINKS));
    }

    private int descend(Walk walk, String path, int from, int linksLeft) {
        int at = PathText.nextPart(path, from);
        while (at < path.length()) {
            int end = PathText.endOfPart(path, at);
            KeyTree next = walk.last().subkey(path, at, end);
            if (next == null) {
                return at;
            }
            String link = next.link();
            if (link == null) {
                walk.push(next);
            } else if (!follow(walk, link, linksLeft - 1)) {
                walk.stoppedAtDanglingLink();
                return at;
            }
            at = PathText.nextPart(path, end);
        }
        return at;
    }

    private boolean follow(Walk walk, String link, int linksLeft) {
        walk.restart();
        return linksLeft > 0 && descend(walk, link, 0, linksLeft) >= link.length() && !walk.dangling();
    }

    /** The walk to the very key that these names identify; null if it or a key above it was deleted. */
    @Nullable
    Walk walk(Root root, KeyName[] names) {
        Walk walk = walk(root);
        for (KeyName name : names) {
            String folded = name.folded();
            KeyTree next = walk.last().subkey(folded, 0, folded.length());
            if (next == null || next.keyName() != name) {
                return null;
            }
            walk.push(next);
        }
        return walk;
    }

    /** Puts a changed key in the place of the deepest one, which copies the path to the root and nothing else. */
    void replaceLast(Walk walk, KeyTree changed) {
        int index = walk.depth() - 1;
        walk.set(index, changed);
        for (int i = index; i > 0; i--) {
            KeyTree above = walk.key(i - 1);
            walk.set(i - 1, above.withSubkey(walk.key(i), above.lastWriteTime()));
        }
        if (walk.root() == Root.MACHINE) {
            machine = walk.key(0);
        } else {
            users = walk.key(0);
        }
    }
}
