package ntbed.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A volume as it lies on a disk: an immutable value; a fork of it is a reference.
 *
 * <p>The letter in the paths given here is not looked at: a volume gets its letter when a machine mounts it.
 */
public final class VolumeImage {
    private final Node root;
    private final @Nullable LayerStack layers;
    private final long usedBytes;
    private final long capacityBytes;
    private final boolean readOnlyMedium;

    VolumeImage(Node root, @Nullable LayerStack layers, long usedBytes, long capacityBytes, boolean readOnlyMedium) {
        this.root = root;
        this.layers = layers;
        this.usedBytes = usedBytes;
        this.capacityBytes = capacityBytes;
        this.readOnlyMedium = readOnlyMedium;
    }

    /** Size in bytes. */
    public long capacityBytes() {
        return capacityBytes;
    }

    /** Bytes that no file occupies. */
    public long freeBytes() {
        return capacityBytes - usedBytes;
    }

    /** Whether nothing can be written to it (a CD-ROM). */
    public boolean readOnlyMedium() {
        return readOnlyMedium;
    }

    /** The kind of file system, as {@code GetVolumeInformation} names it. */
    public String fileSystem() {
        return readOnlyMedium ? "CDFS" : "NTFS";
    }

    /** What is at a path. */
    public Optional<FileEntry> find(NtPath path) {
        Node node = Index.find(root, path);
        return node == null ? Optional.empty() : Optional.of(node.entry(Index.asCreated(root, path)));
    }

    /** A copy of a file's content: 2 or 3 missing, 5 a directory. */
    public byte[] content(NtPath path) {
        return Drive.requireFile(Index.require(root, path), path).content().copy();
    }

    /** What is in a directory, in upper-case order; empty where there is no directory. */
    public List<FileEntry> list(NtPath directory) {
        Node node = Index.find(root, directory);
        List<FileEntry> entries = new ArrayList<>();
        for (int i = 0; node != null && i < node.childCount(); i++) {
            entries.add(node.child(i).entry(directory.child(node.child(i).name())));
        }
        return List.copyOf(entries);
    }

    /**
     * Whether both volumes have the very same object at a path, as forks have of what neither has changed since: then
     * nothing there or below differs. False does not mean that something does.
     */
    @SuppressWarnings("ReferenceEquality")
    public boolean shares(NtPath path, VolumeImage other) {
        Node node = Index.find(root, path);
        return node != null && node == Index.find(other.root, path);
    }

    Node root() {
        return root;
    }

    @Nullable
    LayerStack layers() {
        return layers;
    }

    long usedBytes() {
        return usedBytes;
    }
}
