package ntbed.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file the user named, to be written whole or not at all: under a temporary name beside it, then moved. What is there
 * already and is no file (a device, a pipe) is written in place, never replaced; a link is followed.
 */
final class WholeFile {
    private static final byte[] NOTHING = {};

    private final String name;
    private final Path target;

    private WholeFile(String name, Path target) {
        this.name = name;
        this.target = target;
    }

    /** Looks at the place, and tries it, before any work is done for it. */
    static WholeFile at(String name) {
        if (name.isBlank()) {
            throw new UsageException("cannot write \"" + name + "\": a file name is expected");
        }
        WholeFile file = new WholeFile(name, followed(name));
        if (!isWrittenInPlace(file.target)) {
            file.checkPlace();
        } else if (!Files.isWritable(file.target)) {
            throw file.refused("it is not writable");
        }
        return file;
    }

    /** Where the name leads, links followed as far as they lead anywhere. */
    private static Path followed(String name) {
        try {
            Path path = Path.of(name).toAbsolutePath();
            return Files.isRegularFile(path) ? path.toRealPath() : path;
        } catch (InvalidPathException | IOException e) {
            throw new UsageException("cannot write \"" + name + "\": it is not a file name");
        }
    }

    /** Whether there is a device or a pipe, which a file must not take the place of. */
    static boolean isWrittenInPlace(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    private void checkPlace() {
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw refused("it is a directory");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused("there is no directory " + folder);
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw refused("it is not writable");
        }
        if (!Files.isWritable(folder)) {
            throw refused("the directory " + folder + " is not writable");
        }
        try {
            Files.write(part(), NOTHING);
        } catch (IOException e) {
            throw refused(reason(e));
        } finally {
            delete(part());
        }
    }

    /** The path that is written, unless it is a device or a pipe, which takes any number of writers. */
    Optional<Path> path() {
        return isWrittenInPlace(target) ? Optional.empty() : Optional.of(target);
    }

    void write(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            if (isWrittenInPlace(target)) {
                Files.write(target, bytes);
            } else {
                Files.write(part(), bytes);
                move(part());
            }
        } catch (IOException e) {
            delete(part());
            throw refused(reason(e));
        }
    }

    private Path part() {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private UsageException refused(String why) {
        return new UsageException("cannot write " + name + ": " + why);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no file can be made there";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "no file can be written there" : reason;
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The first error is the one to tell; a leftover under its temporary name is never taken for the file.
            return;
        }
    }
}
