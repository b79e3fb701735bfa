package ntbed.filesystem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ntbed.security.SecurityDescriptor;
import ntbed.win32.Win32Exception;

/**
 * Files and directories as a program sees them: bound to one token, refused what that token may not do.
 *
 * <p>Every operation throws {@link Win32Exception}: 2 no such file, 3 no such directory on the way or no such drive,
 * 5 access denied (security, or the read-only attribute), 19 write-protected medium, 21 no medium in the drive, 32
 * sharing violation, 112 disk full, 123 bad name, 206 path of more than 259 characters.
 */
public interface FileApi {
    /**
     * Opens a file, as {@code CreateFile}.
     *
     * @param access {@link ntbed.win32.AccessMask} FILE_ or generic bits
     * @param share what others may do meanwhile
     * @param disposition create, open, truncate
     */
    OpenFile open(NtPath path, int access, ShareMode share, Disposition disposition);

    /** Whole content. */
    byte[] read(NtPath path);

    /**
     * What a parser makes of the whole content; remembered with the content, under the rules of {@link Volumes#memo}.
     */
    <T> T read(NtPath path, Function<byte[], T> parser);

    /** Creates or replaces a file's content; keeps attributes and security of one that is there. */
    void write(NtPath path, byte[] content);

    /**
     * Copies a file with content, attributes and version, as {@code CopyFile}; 80 if the target is there and must
     * not.
     */
    void copy(NtPath source, NtPath target, boolean failIfExists);

    /** Renames a file or directory, as {@code MoveFile}; 183 target exists, 17 (directories) other volume. */
    void move(NtPath source, NtPath target, boolean replaceExisting);

    /** Deletes a file, as {@code DeleteFile}: 5 read-only or a directory or a running image, 32 open elsewhere. */
    void delete(NtPath path);

    /** Creates one directory: 183 exists, 3 parent missing. */
    void createDirectory(NtPath path);

    /** Removes an empty directory: 145 not empty, 267 a file. */
    void removeDirectory(NtPath path);

    /** What is in a directory, in NTFS order (upper-case), without {@code .} and {@code ..}. */
    List<FileEntry> list(NtPath directory);

    /**
     * What in a directory matches a pattern with {@code *} and {@code ?}, as {@code FindFirstFile}; short names are not
     * simulated, so they match nothing. 2 if nothing matches.
     */
    List<FileEntry> list(NtPath directory, String pattern);

    /** Attributes, times, size; empty if there is nothing at the path. */
    Optional<FileEntry> find(NtPath path);

    /** Replaces the DOS attributes. */
    void setAttributes(NtPath path, FileAttributes attributes);

    /** The security descriptor. */
    SecurityDescriptor security(NtPath path);

    /** Replaces owner and DACL, whichever differ. */
    void setSecurity(NtPath path, SecurityDescriptor descriptor);

    /** Bytes still free on the drive. */
    long freeBytes(char drive);

    /** Whether there is a file or directory at the path. */
    default boolean exists(NtPath path) {
        return find(path).isPresent();
    }
}
