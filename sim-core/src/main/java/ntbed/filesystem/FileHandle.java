package ntbed.filesystem;

import java.util.Arrays;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** A file opened by {@link FileOpening}; its rights were settled then. */
final class FileHandle implements OpenFile {
    private final FileOperations files;
    private final Drive drive;
    private final OpenTable.Opener opener;
    private final int rights;

    FileHandle(FileOperations files, Drive drive, OpenTable.Opener opener, int rights) {
        this.files = files;
        this.drive = drive;
        this.opener = opener;
        this.rights = rights;
    }

    @Override
    public NtPath path() {
        return opener.path();
    }

    @Override
    public byte[] read() {
        require(AccessMask.FILE_READ_DATA);
        return file().content().copy();
    }

    @Override
    public void write(byte[] content) {
        require(AccessMask.FILE_WRITE_DATA);
        drive.setContent(path(), content, null);
        files.changed("write", path(), content.length + " bytes");
    }

    @Override
    public void append(byte[] content) {
        require(AccessMask.FILE_APPEND_DATA);
        byte[] old = file().content().copy();
        long room = drive.largestSize(file()) - old.length;
        int fits = (int) Math.min(content.length, room);
        byte[] longer = Arrays.copyOf(old, old.length + fits);
        System.arraycopy(content, 0, longer, old.length, fits);
        drive.setContent(path(), longer, null);
        files.changed("write", path(), longer.length + " bytes");
        if (fits < content.length) {
            throw Win32Error.ERROR_DISK_FULL.raise(path().toString());
        }
    }

    @Override
    public void close() {
        opener.close();
        files.closed(this);
    }

    private Node file() {
        return Index.require(drive.root(), path());
    }

    private void require(int right) {
        opener.requireOpen();
        if ((rights & right) == 0) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path().toString());
        }
    }
}
