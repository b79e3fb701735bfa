package ntbed.filesystem;

import java.util.Optional;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.time.FileTime;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Makes a volume, or a changed copy of one, while no machine runs on it: nobody's rights are asked, nothing is traced.
 *
 * <p>Changes are collected and made at once, so filling a volume costs one sort, not a new index for every file.
 * Directories on the way are made as needed. The letter in a path is not looked at. Every error is a
 * {@link ntbed.win32.Win32Exception}: 5 a directory where a file should go, 2 nothing to delete, 3 a file on the way.
 */
public final class VolumeBuilder {
    /** NT 4.0's root after a format: Everyone, full control, handed down to all (Resource Guide, "Permissions"). */
    private static final SecurityDescriptor ROOT = SecurityDescriptor.of(
            Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS));

    private final long capacityBytes;
    private @Nullable LayerStack layers;
    private boolean readOnlyMedium;
    private Draft root;

    private VolumeBuilder(long capacityBytes, @Nullable LayerStack layers, boolean readOnlyMedium, Draft root) {
        this.capacityBytes = capacityBytes;
        this.layers = layers;
        this.readOnlyMedium = readOnlyMedium;
        this.root = root;
    }

    /** An empty volume of that size, as after a format: Everyone may do everything. */
    public static VolumeBuilder create(long capacityBytes) {
        Draft root = Draft.folder("", FileAttributes.FOLDER);
        root.security(ROOT);
        return new VolumeBuilder(capacityBytes, null, false, root);
    }

    /** A volume that begins as a copy of this one; the image stays as it is. */
    public static VolumeBuilder of(VolumeImage image) {
        return new VolumeBuilder(image.capacityBytes(), image.layers(), image.readOnlyMedium(), Draft.of(image.root()));
    }

    /** Puts a file with the archive bit, no version, and security inherited from its directory. */
    public VolumeBuilder file(NtPath path, byte[] content) {
        return file(path, content, FileAttributes.FILE, Optional.empty());
    }

    /** Puts a file; its security is inherited from its directory, or stays that of the file it replaces. */
    public VolumeBuilder file(NtPath path, byte[] content, FileAttributes attributes, Optional<FileVersion> version) {
        Draft file = requireFile(path);
        file.content(content.clone(), attributes, version.orElse(null));
        return this;
    }

    /** Puts a file with a security descriptor of its own. */
    public VolumeBuilder file(
            NtPath path,
            byte[] content,
            FileAttributes attributes,
            Optional<FileVersion> version,
            SecurityDescriptor security) {
        Draft file = requireFile(path);
        file.content(content.clone(), attributes, version.orElse(null));
        file.security(security);
        return this;
    }

    /** Puts a directory; leaves one that is there as it is. */
    public VolumeBuilder directory(NtPath path) {
        requireFolder(path, path);
        return this;
    }

    /** Puts a directory with security of its own, or changes that of one that is there. What is below keeps its own. */
    public VolumeBuilder directory(NtPath path, SecurityDescriptor security) {
        requireFolder(path, path).security(security);
        return this;
    }

    /** Replaces the attributes of what is there. */
    public VolumeBuilder attributes(NtPath path, FileAttributes attributes) {
        require(path).attributes(attributes);
        return this;
    }

    /** Replaces the security of what is there. */
    public VolumeBuilder security(NtPath path, SecurityDescriptor security) {
        require(path).security(security);
        return this;
    }

    /** Deletes a file, or a directory with all that is in it; 2 if there is nothing. */
    public VolumeBuilder delete(NtPath path) {
        Draft parent = find(path.parentOrSelf());
        if (path.isRoot() || parent == null || !parent.delete(path.name())) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path.toString());
        }
        return this;
    }

    /** Whether there is a file or directory at the path by now. */
    public boolean exists(NtPath path) {
        return find(path) != null;
    }

    /** Makes it a medium that nothing can be written to, such as a CD-ROM. */
    public VolumeBuilder readOnlyMedium() {
        readOnlyMedium = true;
        return this;
    }

    /**
     * The volume with all changes.
     *
     * @param now the time of whatever is new or changed
     * @throws ntbed.win32.Win32Exception 112 more content than the volume holds
     */
    public VolumeImage build(FileTime now) {
        LayerWriter writer = new LayerWriter(layers);
        Node built = root.build(writer, now);
        long used = Space.ofTree(built, capacityBytes);
        if (used > capacityBytes) {
            throw Win32Error.ERROR_DISK_FULL.raise(used + " of " + capacityBytes + " bytes");
        }
        layers = writer.freeze();
        if (writer.needsFold()) {
            built = writer.fold(built);
            layers = writer.freeze();
        }
        root = Draft.of(built);
        return new VolumeImage(built, layers, used, capacityBytes, readOnlyMedium);
    }

    private Draft requireFile(NtPath path) {
        if (path.isRoot()) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
        Draft parent = requireFolder(path.parentOrSelf(), path);
        Draft file = parent.child(path.name());
        if (file == null) {
            file = Draft.file(path.name());
            parent.add(file);
        } else if (file.isFolder()) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
        return file;
    }

    private Draft requireFolder(NtPath folder, NtPath asked) {
        Draft at = root;
        for (String name : folder.parts()) {
            Draft next = at.child(name);
            if (next == null) {
                next = Draft.folder(name, FileAttributes.FOLDER);
                at.add(next);
            } else if (!next.isFolder()) {
                throw Win32Error.ERROR_PATH_NOT_FOUND.raise(asked.toString());
            }
            at = next;
        }
        return at;
    }

    private Draft require(NtPath path) {
        Draft found = find(path);
        if (found == null) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(path.toString());
        }
        return found;
    }

    private @Nullable Draft find(NtPath path) {
        Draft at = root;
        for (String name : path.parts()) {
            Draft next = at.isFolder() ? at.child(name) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }
}
