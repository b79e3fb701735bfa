package ntbed.filesystem;

import ntbed.security.GenericMapping;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** {@code CreateFile}, in the order in which NT finds its reasons to refuse. */
final class FileOpening {
    private static final int WRITES = AccessMask.FILE_WRITE_DATA | AccessMask.FILE_APPEND_DATA;
    private static final int CONCEALED = FileAttributes.HIDDEN | FileAttributes.SYSTEM;

    private final FileOperations files;
    private final Drive drive;
    private final NtPath path;

    FileOpening(FileOperations files, Drive drive, NtPath path) {
        this.files = files;
        this.drive = drive;
        this.path = path;
    }

    OpenFile open(int access, ShareMode share, Disposition disposition) {
        if (disposition == Disposition.TRUNCATE_EXISTING && (access & AccessMask.GENERIC_WRITE) == 0) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("TRUNCATE_EXISTING without GENERIC_WRITE: " + path);
        }
        int rights = GenericMapping.FILE.map(access);
        Node file = Index.find(drive.root(), path);
        requireExpected(file, disposition);
        boolean truncates = disposition == Disposition.CREATE_ALWAYS || disposition == Disposition.TRUNCATE_EXISTING;
        if (file == null) {
            drive.requireWritable(path);
            files.guard().requireSystemSecurity(rights, path);
            files.create(drive, path, FileAttributes.FILE);
            rights |= (access & AccessMask.MAXIMUM_ALLOWED) == 0 ? 0 : AccessMask.FILE_ALL_ACCESS;
        } else {
            requireOpenable(file, rights, disposition);
            rights = files.guard().require(file, rights, path);
        }
        int effective = rights | (file != null && truncates ? AccessMask.FILE_WRITE_DATA : 0);
        drive.opened().requireShared(path, effective, share);
        OpenTable.Opener opener = drive.opened().open(path, rights, share, files.actor());
        if (file != null && truncates && file.content().size() > 0) {
            drive.setContent(path, new byte[0], null);
            files.changed("write", path, "0 bytes");
        }
        return new FileHandle(files, drive, opener, rights);
    }

    private void requireExpected(@Nullable Node file, Disposition disposition) {
        if (file != null && disposition == Disposition.CREATE_NEW) {
            throw Win32Error.ERROR_FILE_EXISTS.raise(path.toString());
        }
        boolean mustExist = disposition == Disposition.OPEN_EXISTING || disposition == Disposition.TRUNCATE_EXISTING;
        if (file == null && mustExist) {
            Index.require(drive.root(), path);
        }
    }

    private void requireOpenable(Node file, int rights, Disposition disposition) {
        Drive.requireFile(file, path);
        boolean truncates = disposition == Disposition.CREATE_ALWAYS || disposition == Disposition.TRUNCATE_EXISTING;
        if ((rights & WRITES) != 0 || truncates) {
            drive.requireWritable(path);
            FileOperations.requireWritableFile(file, path);
        }
        if (disposition == Disposition.CREATE_ALWAYS && (file.attributes().mask() & CONCEALED) != 0) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
    }
}
