package ntbed.filesystem;

import ntbed.security.GenericMapping;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Token;
import ntbed.time.FileTime;
import ntbed.time.SimClock;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * A mounted volume: the index as it stands now, the layer written to, who has what open.
 *
 * <p>Here is the mechanism, asked by {@link FileOperations} after rights and sharing were checked.
 */
final class Drive {
    private final SimClock clock;
    private final long capacityBytes;
    private final boolean readOnlyMedium;
    private final LayerWriter writer;
    private final OpenTable opened = new OpenTable();
    private Node root;
    private long usedBytes;
    private @Nullable VolumeImage frozen;

    Drive(VolumeImage image, SimClock clock) {
        this.clock = clock;
        this.capacityBytes = image.capacityBytes();
        this.readOnlyMedium = image.readOnlyMedium();
        this.writer = new LayerWriter(image.layers());
        this.root = image.root();
        this.usedBytes = image.usedBytes();
        this.frozen = image;
    }

    Node root() {
        return root;
    }

    OpenTable opened() {
        return opened;
    }

    long freeBytes() {
        return capacityBytes - usedBytes;
    }

    long capacityBytes() {
        return capacityBytes;
    }

    /** What is on the disk now, in time that does not depend on how much that is. */
    VolumeImage freeze() {
        VolumeImage image = frozen;
        if (image == null) {
            image = new VolumeImage(root, writer.freeze(), usedBytes, capacityBytes, readOnlyMedium);
            frozen = image;
        }
        return image;
    }

    /** 19 on a medium that cannot be written to. */
    void requireWritable(NtPath path) {
        if (readOnlyMedium) {
            throw Win32Error.ERROR_WRITE_PROTECT.raise(path.toString());
        }
    }

    /** The file itself, or 5 for a directory. */
    static Node requireFile(Node node, NtPath path) {
        if (node.isDirectory()) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
        return node;
    }

    /** Makes an empty file in a directory that is there: 112. */
    Node createFile(NtPath path, Token creator, FileAttributes attributes) {
        Node parent = Index.requireParent(root, path);
        take(Space.RECORD_BYTES, path);
        Node file = Node.file(
                path.name(),
                attributes,
                clock.now(),
                parent.security().inheritedBy(creator, false, GenericMapping.FILE),
                null,
                StoredContent.EMPTY);
        put(path, file, clock.now());
        return file;
    }

    /** Makes an empty directory in one that is there: 112. */
    void createDirectory(NtPath path, Token creator) {
        Node parent = Index.requireParent(root, path);
        take(Space.RECORD_BYTES, path);
        SecurityDescriptor security = parent.security().inheritedBy(creator, true, GenericMapping.FILE);
        put(path, Node.directory(path.name(), FileAttributes.FOLDER, clock.now(), security), clock.now());
    }

    /** Replaces the content of a file that is there, whole or, with 112, not at all. */
    void setContent(NtPath path, byte[] content, @Nullable FileVersion version) {
        foldIfDeep();
        Node old = Index.require(root, path);
        take(ofFile(content.length) - ofFile(old.content().size()), path);
        put(path, old.written(writer.store(content), version, clock.now()), null);
        old.content().drop();
    }

    /** The largest content that this file could have now. */
    long largestSize(Node file) {
        return Space.largestSize(freeBytes() + ofFile(file.content().size()), capacityBytes);
    }

    /** Replaces a node that is there by one of the same name and content. */
    void replace(NtPath path, Node node) {
        put(path, node, null);
    }

    /** Takes a file, or an empty directory, out. */
    void remove(NtPath path) {
        Node old = Index.require(root, path);
        root = Index.remove(root, path, clock.now());
        usedBytes -= ofFile(old.content().size());
        frozen = null;
        old.content().drop();
    }

    /** Puts what is at one path, with all below it, at another that is free. */
    void rename(NtPath from, NtPath to) {
        Node node = Index.require(root, from);
        FileTime now = clock.now();
        root = Index.remove(root, from, now);
        put(to, node.named(to.name()), now);
        opened.renamed(from, to);
    }

    private long ofFile(long size) {
        return Space.ofFile(size, capacityBytes);
    }

    private void take(long bytes, NtPath path) {
        if (bytes > freeBytes()) {
            throw Win32Error.ERROR_DISK_FULL.raise(path.toString());
        }
        usedBytes += bytes;
    }

    private void put(NtPath path, Node node, @Nullable FileTime entryTime) {
        root = Index.put(root, path, node, entryTime);
        frozen = null;
    }

    private void foldIfDeep() {
        if (writer.needsFold()) {
            root = writer.fold(root);
        }
    }
}
