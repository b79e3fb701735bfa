package ntbed.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ntbed.security.SecurityDescriptor;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** {@link FileApi} for one caller: what must hold before the mechanism of {@link Drive} acts, and the trace of it. */
final class FileOperations implements ProcessFiles {
    /** NT's MAX_PATH less room for a name of 8.3 in the new directory (MSDN "CreateDirectory"). */
    private static final int MAX_DIRECTORY_PATH = NtPath.MAX_PATH - 12;

    private static final ShareMode READ_WRITE = new ShareMode(true, true, false);

    private final Volumes volumes;
    private final Guard guard;
    private final String actor;
    private final Trace trace;
    private final List<OpenFile> handles = new ArrayList<>(0);
    private boolean ended;

    FileOperations(Volumes volumes, Guard guard, String actor, Trace trace) {
        this.volumes = volumes;
        this.guard = guard;
        this.actor = actor;
        this.trace = trace;
    }

    @Override
    public OpenFile open(NtPath path, int access, ShareMode share, Disposition disposition) {
        OpenFile file =
                attempt("open", path, drive -> new FileOpening(this, drive, path).open(access, share, disposition));
        handles.add(file);
        if (ended) {
            closeAll();
        }
        return file;
    }

    /** A handle was given back. */
    void closed(OpenFile file) {
        handles.remove(file);
    }

    @Override
    public void closeAll() {
        ended = true;
        while (!handles.isEmpty()) {
            handles.get(0).close();
        }
    }

    @Override
    public byte[] read(NtPath path) {
        return attempt("read", path, drive -> readable(drive, path).copy());
    }

    @Override
    public <T> T read(NtPath path, Function<byte[], T> parser) {
        return attempt("read", path, drive -> readable(drive, path).parsed(parser));
    }

    private StoredContent readable(Drive drive, NtPath path) {
        Node file = Drive.requireFile(Index.require(drive.root(), path), path);
        guard.require(file, AccessMask.GENERIC_READ, path);
        drive.opened().requireShared(path, AccessMask.FILE_READ_DATA, READ_WRITE);
        return file.content();
    }

    @Override
    public void write(NtPath path, byte[] content) {
        change("write", path, drive -> write(drive, path, content, null));
    }

    void write(Drive drive, NtPath path, byte[] content, @Nullable FileVersion version) {
        Node file = Index.find(drive.root(), path);
        if (file == null) {
            create(drive, path, FileAttributes.FILE);
        } else {
            requireWritableFile(file, path);
            guard.require(file, AccessMask.FILE_GENERIC_WRITE, path);
            drive.opened().requireShared(path, AccessMask.FILE_WRITE_DATA, ShareMode.READ);
        }
        setContent(drive, path, content, version);
    }

    /** The kernel's write: the file is its own, so it asks neither share modes nor attributes. */
    void writeAsHolder(NtPath path, byte[] content) {
        change("write", path, drive -> {
            Node file = Index.find(drive.root(), path);
            if (file == null) {
                create(drive, path, FileAttributes.FILE);
            } else {
                Drive.requireFile(file, path);
            }
            setContent(drive, path, content, null);
        });
    }

    /** Empties, then writes once: content that does not fit leaves an empty file, as CREATE_ALWAYS and WriteFile do. */
    private void setContent(Drive drive, NtPath path, byte[] content, @Nullable FileVersion version) {
        if (content.length > drive.largestSize(Index.require(drive.root(), path))) {
            drive.setContent(path, new byte[0], null);
        }
        drive.setContent(path, content, version);
        changed("write", path, content.length + " bytes");
    }

    void create(Drive drive, NtPath path, FileAttributes attributes) {
        Node parent = Index.requireParent(drive.root(), path);
        guard.require(parent, AccessMask.FILE_WRITE_DATA, path);
        drive.createFile(path, guard.creator(), attributes);
        changed("create", path, "");
    }

    /** 5 for a directory and for a file with the read-only attribute. */
    static void requireWritableFile(Node node, NtPath path) {
        if (Drive.requireFile(node, path).attributes().has(FileAttributes.READONLY)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
    }

    @Override
    public void copy(NtPath source, NtPath target, boolean failIfExists) {
        attempt("copy", source, from -> {
            new FileMoves(this, from, target(target)).copy(source, target, failIfExists);
            return target;
        });
    }

    private Drive target(NtPath target) {
        Drive to = volumes.require(target);
        guard.requireTraverse(to.root(), target);
        return to;
    }

    @Override
    public void move(NtPath source, NtPath target, boolean replaceExisting) {
        move(source, target, replaceExisting, true);
    }

    void move(NtPath source, NtPath target, boolean replaceExisting, boolean copyAllowed) {
        change("rename", source, from -> {
            FileMoves moves = new FileMoves(this, from, target(target));
            moves.move(source, target, replaceExisting, copyAllowed);
        });
    }

    @Override
    public void delete(NtPath path) {
        change("delete", path, drive -> delete(drive, path));
    }

    void delete(Drive drive, NtPath path) {
        Node file = Drive.requireFile(Index.require(drive.root(), path), path);
        guard.requireDelete(Index.requireParent(drive.root(), path), file, path);
        drive.opened().requireShared(path, AccessMask.DELETE, ShareMode.ALL);
        requireWritableFile(file, path);
        requireNoImage(drive, path);
        if (drive.opened().isOpen(path)) {
            drive.opened().deleteWhenClosed(path, gone -> {
                drive.remove(gone);
                changed("delete", gone, "last handle closed");
            });
        } else {
            drive.remove(path);
            changed("delete", path, "");
        }
    }

    static void requireNoImage(Drive drive, NtPath path) {
        if (drive.opened().isImage(path)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
    }

    @Override
    public void createDirectory(NtPath path) {
        change("create directory", path, drive -> {
            if (path.isRoot()) {
                throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
            }
            if (!path.isLiteral() && path.toString().length() >= MAX_DIRECTORY_PATH) {
                throw Win32Error.ERROR_FILENAME_EXCED_RANGE.raise(path.toString());
            }
            Node parent = Index.requireParent(drive.root(), path);
            if (Index.find(drive.root(), path) != null) {
                throw Win32Error.ERROR_ALREADY_EXISTS.raise(path.toString());
            }
            guard.require(parent, AccessMask.FILE_APPEND_DATA, path);
            drive.createDirectory(path, guard.creator());
            changed("create", path, "directory");
        });
    }

    @Override
    public void removeDirectory(NtPath path) {
        change("remove directory", path, drive -> {
            Node directory = Index.require(drive.root(), path);
            if (!directory.isDirectory()) {
                throw Win32Error.ERROR_DIRECTORY.raise(path.toString());
            }
            guard.requireDelete(Index.requireParent(drive.root(), path), directory, path);
            if (path.isRoot() || directory.attributes().has(FileAttributes.READONLY)) {
                throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
            }
            if (directory.childCount() > 0) {
                throw Win32Error.ERROR_DIR_NOT_EMPTY.raise(path.toString());
            }
            drive.remove(path);
            changed("delete", path, "directory");
        });
    }

    @Override
    public List<FileEntry> list(NtPath directory) {
        return attempt("list", directory, drive -> list(drive, directory, Wildcard.ALL));
    }

    @Override
    public List<FileEntry> list(NtPath directory, String pattern) {
        return attempt("list", directory, drive -> {
            List<FileEntry> found = list(drive, directory, Wildcard.of(pattern));
            if (found.isEmpty()) {
                throw Win32Error.ERROR_FILE_NOT_FOUND.raise(directory + "\\" + pattern);
            }
            return found;
        });
    }

    private List<FileEntry> list(Drive drive, NtPath directory, Wildcard pattern) {
        Node node = Index.find(drive.root(), directory);
        if (node == null) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(directory.toString());
        }
        if (!node.isDirectory()) {
            throw Win32Error.ERROR_DIRECTORY.raise(directory.toString());
        }
        guard.require(node, AccessMask.FILE_READ_DATA, directory);
        NtPath shown = Index.asCreated(drive.root(), directory);
        List<FileEntry> entries = new ArrayList<>();
        for (int i = 0; i < node.childCount(); i++) {
            if (pattern.matches(node.child(i).foldedName())) {
                entries.add(node.child(i).entry(shown.child(node.child(i).name())));
            }
        }
        return List.copyOf(entries);
    }

    @Override
    public Optional<FileEntry> find(NtPath path) {
        return attempt("query", path, drive -> {
            Node node = Index.find(drive.root(), path);
            if (node == null) {
                return Optional.empty();
            }
            guard.requireAttributes(parentOf(drive, path), node, path);
            return Optional.of(node.entry(Index.asCreated(drive.root(), path)));
        });
    }

    @Override
    public void setAttributes(NtPath path, FileAttributes attributes) {
        change("attributes", path, drive -> {
            Node node = Index.require(drive.root(), path);
            guard.require(node, AccessMask.FILE_WRITE_ATTRIBUTES, path);
            int kept = node.attributes().mask() & FileAttributes.COMPRESSED;
            int asked = attributes.mask() & ~FileAttributes.COMPRESSED;
            Node changed = node.with(new FileAttributes(asked | kept), node.created(), node.modified());
            drive.replace(path, changed);
            changed("attributes", path, changed.attributes().toString());
        });
    }

    @Override
    public SecurityDescriptor security(NtPath path) {
        return attempt("query security", path, drive -> {
            Node node = Index.require(drive.root(), path);
            guard.require(node, AccessMask.READ_CONTROL, path);
            return node.security();
        });
    }

    @Override
    public void setSecurity(NtPath path, SecurityDescriptor descriptor) {
        change("set security", path, drive -> {
            Node node = Index.require(drive.root(), path);
            guard.requireSecurityChange(node, descriptor, path);
            drive.replace(path, node.with(descriptor));
            changed("security", path, "owner " + descriptor.owner());
        });
    }

    @Override
    public long freeBytes(char drive) {
        return volumes.require(drive, drive + ":\\").freeBytes();
    }

    private static Node parentOf(Drive drive, NtPath path) {
        return path.isRoot() ? drive.root() : Index.requireParent(drive.root(), path);
    }

    Guard guard() {
        return guard;
    }

    String actor() {
        return actor;
    }

    void changed(String operation, NtPath path, String detail) {
        trace.emit(actor, stamp -> new TraceEvent.FileChanged(stamp, operation, path.toString(), detail));
    }

    /** Something done on a drive. */
    interface Step<T> {
        T on(Drive drive);
    }

    /** Something changed on a drive. */
    interface Change {
        void on(Drive drive);
    }

    private void change(String operation, NtPath path, Change change) {
        attempt(operation, path, drive -> {
            drive.requireWritable(path);
            change.on(drive);
            return path;
        });
    }

    <T> T attempt(String operation, NtPath path, Step<T> step) {
        try {
            Drive drive = volumes.require(path);
            guard.requireTraverse(drive.root(), path);
            return step.on(drive);
        } catch (Win32Exception refusal) {
            trace.emit(actor, stamp -> new TraceEvent.Refused(stamp, operation, refusal.detail(), refusal.error()));
            throw refusal;
        }
    }
}
