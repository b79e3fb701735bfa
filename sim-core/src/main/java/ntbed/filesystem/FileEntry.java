package ntbed.filesystem;

import java.util.Optional;
import ntbed.time.FileTime;

/**
 * What a directory tells of a file.
 *
 * @param path where it is, in the case it was created with
 * @param attributes its DOS attributes
 * @param size bytes; 0 for a directory
 * @param created when it came to this place
 * @param modified when it was last written
 * @param version its version resource, if it has one
 */
public record FileEntry(
        NtPath path,
        FileAttributes attributes,
        long size,
        FileTime created,
        FileTime modified,
        Optional<FileVersion> version) {}
