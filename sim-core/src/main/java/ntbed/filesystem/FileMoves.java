package ntbed.filesystem;

import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** {@code CopyFile} and {@code MoveFileEx}, from one drive to the same or another. */
final class FileMoves {
    private static final int CONCEALED = FileAttributes.HIDDEN | FileAttributes.SYSTEM;
    private static final ShareMode READ_WRITE = new ShareMode(true, true, false);

    private final FileOperations files;
    private final Drive from;
    private final Drive to;

    FileMoves(FileOperations files, Drive from, Drive to) {
        this.files = files;
        this.from = from;
        this.to = to;
    }

    void copy(NtPath source, NtPath target, boolean failIfExists) {
        Node file = Drive.requireFile(Index.require(from.root(), source), source);
        files.guard().require(file, AccessMask.GENERIC_READ, source);
        from.opened().requireShared(source, AccessMask.FILE_READ_DATA, READ_WRITE);
        to.requireWritable(target);
        Node old = Index.find(to.root(), target);
        if (old != null) {
            requireReplaceable(source, target, old, failIfExists);
            to.setContent(target, new byte[0], null);
        } else {
            files.create(to, target, FileAttributes.FILE);
        }
        put(file, target);
        files.changed("write", target, "copy of " + source);
    }

    private void requireReplaceable(NtPath source, NtPath target, Node old, boolean failIfExists) {
        if (failIfExists) {
            throw Win32Error.ERROR_FILE_EXISTS.raise(target.toString());
        }
        if (source.equals(target)) {
            throw Win32Error.ERROR_SHARING_VIOLATION.raise(target.toString());
        }
        FileOperations.requireWritableFile(old, target);
        if ((old.attributes().mask() & CONCEALED) != 0) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(target.toString());
        }
        files.guard().require(old, AccessMask.FILE_GENERIC_WRITE, target);
        to.opened().requireShared(target, AccessMask.FILE_WRITE_DATA, ShareMode.NONE);
    }

    /**
     * Content, version, attributes and time of last write go over; security and time of creation are the target's
     * own.
     */
    private void put(Node file, NtPath target) {
        try {
            to.setContent(target, file.content().copy(), file.version());
        } catch (Win32Exception full) {
            to.remove(target);
            throw full;
        }
        Node written = Index.require(to.root(), target);
        FileAttributes attributes = new FileAttributes(file.attributes().mask() | FileAttributes.ARCHIVE);
        to.replace(target, written.with(attributes, written.created(), file.modified()));
    }

    void move(NtPath source, NtPath target, boolean replaceExisting, boolean copyAllowed) {
        Node node = Index.require(from.root(), source);
        if (source.isRoot() || target.isRoot()) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(source.toString());
        }
        Node parent = Index.requireParent(from.root(), source);
        files.guard().requireDelete(parent, node, source);
        from.opened().requireShared(source, AccessMask.DELETE, ShareMode.ALL);
        if (from != to) {
            moveAcross(node, source, target, replaceExisting, copyAllowed);
            return;
        }
        Node targetParent = Index.requireParent(to.root(), target);
        requireMovable(node, source, target);
        int adds = node.isDirectory() ? AccessMask.FILE_APPEND_DATA : AccessMask.FILE_WRITE_DATA;
        files.guard().require(targetParent, adds, target);
        Node old = source.equals(target) ? null : Index.find(to.root(), target);
        if (old != null) {
            requireReplaced(targetParent, old, node, target, replaceExisting);
            to.remove(target);
        }
        from.rename(source, target);
        files.changed("rename", source, target.toString());
    }

    private void moveAcross(Node node, NtPath source, NtPath target, boolean replaceExisting, boolean copyAllowed) {
        if (node.isDirectory() || !copyAllowed) {
            throw Win32Error.ERROR_NOT_SAME_DEVICE.raise(target.toString());
        }
        @Nullable Node old = Index.find(to.root(), target);
        if (old != null && !replaceExisting) {
            throw Win32Error.ERROR_ALREADY_EXISTS.raise(target.toString());
        }
        FileOperations.requireNoImage(from, source);
        copy(source, target, false);
        from.remove(source);
        files.changed("delete", source, "moved to " + target);
    }

    private void requireMovable(Node node, NtPath source, NtPath target) {
        if (!node.isDirectory()) {
            return;
        }
        if (target.isAtOrBelow(source) && !target.equals(source)) {
            throw Win32Error.ERROR_SHARING_VIOLATION.raise(target.toString());
        }
        if (from.opened().isOpenAtOrBelow(source)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(source.toString());
        }
    }

    private void requireReplaced(Node parent, Node old, Node node, NtPath target, boolean replaceExisting) {
        if (!replaceExisting) {
            throw Win32Error.ERROR_ALREADY_EXISTS.raise(target.toString());
        }
        if (node.isDirectory() || to.opened().isOpen(target)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(target.toString());
        }
        FileOperations.requireWritableFile(old, target);
        files.guard().requireDelete(parent, old, target);
    }
}
