package ntbed.filesystem;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * The drives of a running machine.
 *
 * <p>Programs act through {@link #as}; the other methods are the kernel's own: no access check, and no trace of mere
 * reading.
 */
public final class Volumes {
    private final EventQueue queue;
    private final Trace trace;
    private final TreeMap<Character, Drive> drives = new TreeMap<>();
    private final TreeSet<Character> emptied = new TreeSet<>();

    /** Mounts the volumes, each under its letter. */
    public Volumes(EventQueue queue, Trace trace, SortedMap<Character, VolumeImage> drives) {
        this.queue = queue;
        this.trace = trace;
        drives.forEach(this::mount);
    }

    /** Files as a token may use them; {@code actor} is the name in the trace. */
    public FileApi as(Token token, String actor) {
        return new FileOperations(this, new Guard(token), actor, trace);
    }

    /** The same for one process, bound to its life. */
    public ProcessFiles forProcess(Token token, String actor) {
        return new FileOperations(this, new Guard(token), actor, trace);
    }

    /** What is at a path; empty if nothing is. */
    public Optional<FileEntry> find(NtPath path) {
        Drive drive = drives.get(path.drive());
        Node node = drive == null ? null : Index.find(drive.root(), path);
        return drive == null || node == null
                ? Optional.empty()
                : Optional.of(node.entry(Index.asCreated(drive.root(), path)));
    }

    /** A copy of a file's content: 2 or 3 missing, 5 a directory. */
    public byte[] content(NtPath path) {
        return requireFile(path).content().copy();
    }

    /**
     * What a parser makes of a file's content: 2 or 3 missing, 5 a directory.
     *
     * <p>The result is remembered with the content, by the parser's identity: pass the same object each time (a method
     * reference at one place in the code is one; a capturing lambda is not), one whose result is immutable and
     * depends on the bytes alone.
     */
    public <T> T memo(NtPath path, Function<byte[], T> parser) {
        return requireFile(path).content().parsed(parser);
    }

    /**
     * Opens a file for reading and writing on behalf of the kernel or a service, as hives and logs are: what the
     * share mode does not allow gives 32 to others (deleting, too). The holder writes with {@link #write}, which asks
     * no share mode.
     *
     * @throws ntbed.win32.Win32Exception 2 or 3 missing, 5 a directory, 32 somebody else has it open
     */
    public Hold hold(NtPath path, ShareMode share, String holder) {
        requireFile(path);
        int access = AccessMask.FILE_READ_DATA | AccessMask.FILE_WRITE_DATA;
        return require(path).opened().open(path, access, share, holder);
    }

    /**
     * Marks a file as a running image. Others may read, execute and rename it; opening it for writing gives 32,
     * deleting or replacing it 5, as NT does for a file with an image section.
     */
    public Hold holdImage(NtPath path, String holder) {
        requireFile(path);
        return require(path).opened().image(path, holder);
    }

    /** Who has the file open or runs it, by the names given when they opened it. */
    public List<String> holders(NtPath path) {
        return List.copyOf(require(path).opened().holders(path));
    }

    /** Inserts a disk; one that was there is gone. */
    public void mount(char drive, VolumeImage volume) {
        drives.put(drive, new Drive(volume, queue));
        emptied.remove(drive);
    }

    /** Takes a disk out: its letter stays, every access gives 21. */
    public void unmount(char drive) {
        if (drives.remove(drive) != null) {
            emptied.add(drive);
        }
    }

    /** What is on the disks now. Costs the same whatever that is; the next write goes to a new layer. */
    public SortedMap<Character, VolumeImage> freeze() {
        TreeMap<Character, VolumeImage> images = new TreeMap<>();
        drives.forEach((letter, drive) -> images.put(letter, drive.freeze()));
        return images;
    }

    /** Creates or replaces a file, without asking who has it open: 3, 5 a directory, 19, 112. */
    public void write(NtPath path, byte[] content, String actor) {
        kernel(actor).writeAsHolder(path, content);
    }

    /** Renames as the session manager does at boot: 2, 3, 5, 17, 19, 32, 183. */
    public void rename(NtPath from, NtPath to, boolean replace, String actor) {
        kernel(actor).move(from, to, replace, false);
    }

    /** Deletes a file or an empty directory as the session manager does at boot: 2, 3, 5, 19, 32, 145. */
    public void delete(NtPath path, String actor) {
        FileOperations kernel = kernel(actor);
        if (find(path)
                .filter(entry -> entry.attributes().has(FileAttributes.DIRECTORY))
                .isPresent()) {
            kernel.removeDirectory(path);
        } else {
            kernel.delete(path);
        }
    }

    private FileOperations kernel(String actor) {
        return new FileOperations(this, Guard.KERNEL, actor, trace);
    }

    /** The drive of a path: 3 no such letter, 21 no medium in it. */
    Drive require(NtPath path) {
        return require(path.drive(), path.toString());
    }

    Drive require(char letter, String asked) {
        @Nullable Drive drive = drives.get(letter);
        if (drive == null) {
            throw (emptied.contains(letter) ? Win32Error.ERROR_NOT_READY : Win32Error.ERROR_PATH_NOT_FOUND)
                    .raise(asked);
        }
        return drive;
    }

    private Node requireFile(NtPath path) {
        return Drive.requireFile(Index.require(require(path).root(), path), path);
    }
}
