package ntbed.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file the user named, to be written whole or not at all: under a temporary name beside it, then moved. */
final class WholeFile {
    private final Path target;

    private WholeFile(Path target) {
        this.target = target;
    }

    /** Looks at the place before any work is done for it. */
    static WholeFile at(String name) {
        Path target;
        try {
            target = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + name + "\" is not a file name");
        }
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw new UsageException("cannot write " + name + ": it is a directory");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("cannot write " + name + ": there is no directory " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("cannot write " + name + ": the directory " + folder + " is not writable");
        }
        return new WholeFile(target);
    }

    void write(String content) {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(part, content.getBytes(StandardCharsets.UTF_8));
            move(part);
        } catch (IOException e) {
            delete(part);
            throw new UsageException("cannot write " + target + ": " + e.getMessage());
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
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
