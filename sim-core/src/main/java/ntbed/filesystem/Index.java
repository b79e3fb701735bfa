package ntbed.filesystem;

import ntbed.time.FileTime;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** Ways through an index from its root, and changed copies of it. */
final class Index {
    private Index() {}

    /** The node at a path; null if there is none. */
    static @Nullable Node find(Node root, NtPath path) {
        String folded = path.folded();
        int length = folded.length();
        Node at = root;
        int start = NtPath.FIRST_NAME;
        while (start < length) {
            int end = endOfName(folded, start);
            Node next = at.child(folded, start, end);
            if (next == null) {
                return null;
            }
            at = next;
            start = end + 1;
        }
        return at;
    }

    /** The node at a path, or 2; 3 if already its directory is missing. */
    static Node require(Node root, NtPath path) {
        Node found = find(root, path);
        if (found != null) {
            return found;
        }
        requireDirectory(root, path.parentOrSelf(), path);
        throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path.toString());
    }

    /** The directory that a path is in, or 3. */
    static Node requireParent(Node root, NtPath path) {
        return requireDirectory(root, path.parentOrSelf(), path);
    }

    private static Node requireDirectory(Node root, NtPath directory, NtPath asked) {
        Node found = find(root, directory);
        if (found == null || !found.isDirectory()) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(asked.toString());
        }
        return found;
    }

    /**
     * The index with a node put at a path whose directory is there.
     *
     * @param entryTime the new time of that directory; null = unchanged, as when the node only replaces its former self
     */
    static Node put(Node root, NtPath path, Node node, @Nullable FileTime entryTime) {
        return path.isRoot() ? node : changed(root, path.folded(), NtPath.FIRST_NAME, node, entryTime);
    }

    /** The index without the node at a path. */
    static Node remove(Node root, NtPath path, FileTime entryTime) {
        return changed(root, path.folded(), NtPath.FIRST_NAME, null, entryTime);
    }

    private static Node changed(
            Node directory, String path, int start, @Nullable Node node, @Nullable FileTime entryTime) {
        int end = endOfName(path, start);
        if (end < path.length()) {
            Node next = directory.child(path, start, end);
            if (next == null) {
                throw new AssertionError("no directory on the way to " + path);
            }
            return directory.with(changed(next, path, end + 1, node, entryTime), directory.modified());
        }
        FileTime modified = entryTime == null ? directory.modified() : entryTime;
        return node == null ? directory.without(path, start, end, modified) : directory.with(node, modified);
    }

    /** The path, which is there, in the case that the index has; the given one where that is the same. */
    static NtPath asCreated(Node root, NtPath path) {
        String shown = path.toString();
        String folded = path.folded();
        StringBuilder real = null;
        Node at = root;
        int start = NtPath.FIRST_NAME;
        while (start < folded.length()) {
            int end = endOfName(folded, start);
            at = at.child(folded, start, end);
            if (at == null) {
                throw new AssertionError("not there: " + path);
            }
            if (!shown.startsWith(at.name(), start)) {
                real = real == null ? new StringBuilder(shown) : real;
                real.replace(start, end, at.name());
            }
            start = end + 1;
        }
        return real == null ? path : path.shownAs(real.toString());
    }

    /** The index with all content above the lowest layer moved into one new layer; shares what needs no move. */
    static Node folded(Node node, Layer target) {
        if (node.depth() <= 1) {
            return node;
        }
        if (!node.isDirectory()) {
            return node.restored(node.content().movedTo(target));
        }
        Node[] children = new Node[node.childCount()];
        for (int i = 0; i < children.length; i++) {
            children[i] = folded(node.child(i), target);
        }
        return node.with(children, node.modified());
    }

    private static int endOfName(String path, int start) {
        int end = path.indexOf('\\', start);
        return end < 0 ? path.length() : end;
    }
}
