package ntbed.filesystem;

import java.util.Arrays;
import java.util.Optional;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * One file or directory of a volume's index: immutable, shared by every fork that has it.
 *
 * <p>A directory keeps its entries in an array sorted by folded name, which is NTFS's order of a listing. A change
 * makes new nodes on the way from the root and shares the rest.
 */
final class Node {
    private static final Node[] NO_CHILDREN = {};

    private final String name;
    private final String folded;
    private final FileAttributes attributes;
    private final FileTime created;
    private final FileTime modified;
    private final SecurityDescriptor security;
    private final @Nullable FileVersion version;
    private final StoredContent content;
    private final Node[] children;
    private final int depth;

    private Node(Node like, Node[] children, FileTime modified, int depth) {
        this.name = like.name;
        this.folded = like.folded;
        this.attributes = like.attributes;
        this.created = like.created;
        this.modified = modified;
        this.security = like.security;
        this.version = like.version;
        this.content = like.content;
        this.children = children;
        this.depth = depth;
    }

    private Node(
            String name,
            String folded,
            FileAttributes attributes,
            FileTime created,
            FileTime modified,
            SecurityDescriptor security,
            @Nullable FileVersion version,
            StoredContent content,
            Node[] children,
            int depth) {
        this.name = name;
        this.folded = folded;
        this.attributes = attributes;
        this.created = created;
        this.modified = modified;
        this.security = security;
        this.version = version;
        this.content = content;
        this.children = children;
        this.depth = depth;
    }

    /** An empty directory. */
    static Node directory(String name, FileAttributes attributes, FileTime now, SecurityDescriptor security) {
        FileAttributes folder = attributes.as(true);
        return new Node(name, NtPath.fold(name), folder, now, now, security, null, StoredContent.EMPTY, NO_CHILDREN, 0);
    }

    /** A file. */
    static Node file(
            String name,
            FileAttributes attributes,
            FileTime now,
            SecurityDescriptor security,
            @Nullable FileVersion version,
            StoredContent content) {
        FileAttributes plain = attributes.as(false);
        return new Node(
                name, NtPath.fold(name), plain, now, now, security, version, content, NO_CHILDREN, content.depth());
    }

    String name() {
        return name;
    }

    /** The form of the name for comparing. */
    String foldedName() {
        return folded;
    }

    FileAttributes attributes() {
        return attributes;
    }

    FileTime created() {
        return created;
    }

    FileTime modified() {
        return modified;
    }

    SecurityDescriptor security() {
        return security;
    }

    @Nullable
    FileVersion version() {
        return version;
    }

    StoredContent content() {
        return content;
    }

    boolean isDirectory() {
        return attributes.has(FileAttributes.DIRECTORY);
    }

    /** At least the depth of the highest layer that content at or below this node stands in. */
    int depth() {
        return depth;
    }

    /** How many entries a directory has. */
    int childCount() {
        return children.length;
    }

    /** The entry at that place of the listing. */
    Node child(int index) {
        return children[index];
    }

    /** The entry named by {@code path[start, end)}, which is folded; null if there is none. */
    @Nullable
    Node child(String path, int start, int end) {
        int index = search(path, start, end);
        return index < 0 ? null : children[index];
    }

    /** What a directory tells of it. */
    FileEntry entry(NtPath path) {
        return new FileEntry(path, attributes, content.size(), created, modified, Optional.ofNullable(version));
    }

    /** With other content, as a write leaves it: archive bit set; a version resource is part of the content. */
    Node written(StoredContent newContent, @Nullable FileVersion newVersion, FileTime now) {
        FileAttributes touched = new FileAttributes(attributes.mask() | FileAttributes.ARCHIVE).as(false);
        return new Node(
                name, folded, touched, created, now, security, newVersion, newContent, children, newContent.depth());
    }

    /** The same content where a fold of the layers has put it. */
    Node restored(StoredContent moved) {
        return new Node(name, folded, attributes, created, modified, security, version, moved, children, moved.depth());
    }

    /** With another name. */
    Node named(String newName) {
        return new Node(
                newName,
                NtPath.fold(newName),
                attributes,
                created,
                modified,
                security,
                version,
                content,
                children,
                depth);
    }

    /** With other attributes and times. */
    Node with(FileAttributes newAttributes, FileTime newCreated, FileTime newModified) {
        FileAttributes kept = newAttributes.as(isDirectory());
        return new Node(name, folded, kept, newCreated, newModified, security, version, content, children, depth);
    }

    /** With another security descriptor. */
    Node with(SecurityDescriptor descriptor) {
        return new Node(name, folded, attributes, created, modified, descriptor, version, content, children, depth);
    }

    /** The directory with these entries, which are sorted; what it says of its depth is exact. */
    Node with(Node[] sorted, FileTime newModified) {
        int highest = 0;
        for (Node child : sorted) {
            highest = Math.max(highest, child.depth);
        }
        return new Node(this, sorted, newModified, highest);
    }

    /** The directory with an entry put in place of the one of its name, or added. */
    Node with(Node child, FileTime newModified) {
        int index = search(child.folded, 0, child.folded.length());
        Node[] changed;
        if (index >= 0) {
            changed = children.clone();
            changed[index] = child;
        } else {
            int at = -index - 1;
            changed = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(children, at, changed, at + 1, children.length - at);
            changed[at] = child;
        }
        return new Node(this, changed, newModified, Math.max(depth, child.depth));
    }

    /** The directory without the entry named by {@code path[start, end)}. */
    Node without(String path, int start, int end, FileTime newModified) {
        int index = search(path, start, end);
        Node[] changed = Arrays.copyOf(children, children.length - 1);
        System.arraycopy(children, index + 1, changed, index, changed.length - index);
        return new Node(this, changed, newModified, depth);
    }

    /** Order of a listing: folded names, by UTF-16 unit. */
    static int compareNames(Node left, Node right) {
        return left.folded.compareTo(right.folded);
    }

    private int search(String path, int start, int end) {
        int low = 0;
        int high = children.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(children[middle].folded, path, start, end);
            if (order < 0) {
                low = middle + 1;
            } else if (order > 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private static int compare(String name, String path, int start, int end) {
        int common = Math.min(name.length(), end - start);
        for (int i = 0; i < common; i++) {
            int order = name.charAt(i) - path.charAt(start + i);
            if (order != 0) {
                return order;
            }
        }
        return name.length() - (end - start);
    }
}
