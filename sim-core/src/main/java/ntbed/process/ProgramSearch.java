package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.Volumes;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one program name as {@code SearchPath} does for {@code CreateProcess}: a name with a path only there, a
 * bare name in System32, System, the system root and the directories of PATH; {@code .exe} is appended to a name
 * without extension after the bare name was not found (MSDN "CreateProcess", "SearchPath").
 */
final class ProgramSearch {
    private static final String EXTENSION = ".exe";

    private final Volumes volumes;
    private final Environment environment;

    ProgramSearch(Volumes volumes, Environment environment) {
        this.volumes = volumes;
        this.environment = environment;
    }

    /** What was found, or why nothing was. */
    record Result(@Nullable FileEntry file, Win32Error error) {
        Optional<FileEntry> found() {
            return Optional.ofNullable(file);
        }

        static Result of(Win32Error error) {
            return new Result(null, error);
        }
    }

    /** Looks for it; error 2, 3, 5, 53 (another computer: there is no network), 123, 206. */
    Result find(String name) {
        if (name.startsWith("\\\\") && !name.startsWith("\\\\?\\")) {
            return Result.of(Win32Error.ERROR_BAD_NETPATH);
        }
        try {
            if (name.indexOf('\\') >= 0 || name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
                return at(absolute(name));
            }
            return name.isBlank() ? Result.of(Win32Error.ERROR_FILE_NOT_FOUND) : inDirectories(name);
        } catch (Win32Exception illegal) {
            return Result.of(illegal.error());
        }
    }

    /** Why there is no file at the path: 2, or 3 where its directory is missing too. */
    static Win32Error missing(Volumes volumes, NtPath path) {
        Optional<NtPath> parent = path.parent();
        boolean reachable = parent.isPresent() && isDirectory(volumes.find(parent.get()));
        return reachable ? Win32Error.ERROR_FILE_NOT_FOUND : Win32Error.ERROR_PATH_NOT_FOUND;
    }

    private Result at(NtPath path) {
        Optional<FileEntry> exact = volumes.find(path);
        if (exact.isPresent() && !isDirectory(exact)) {
            return new Result(exact.get(), Win32Error.ERROR_SUCCESS);
        }
        if (path.name().indexOf('.') < 0 && !path.isRoot()) {
            Optional<FileEntry> extended = volumes.find(NtPath.of(path + EXTENSION));
            if (extended.isPresent() && !isDirectory(extended)) {
                return new Result(extended.get(), Win32Error.ERROR_SUCCESS);
            }
        }
        return Result.of(exact.isPresent() ? Win32Error.ERROR_ACCESS_DENIED : missing(volumes, path));
    }

    private Result inDirectories(String name) {
        Result last = Result.of(Win32Error.ERROR_FILE_NOT_FOUND);
        for (String directory : directories()) {
            Result result = at(NtPath.of(directory + "\\" + name));
            if (result.found().isPresent()) {
                return result;
            }
            last = result.error() == Win32Error.ERROR_ACCESS_DENIED ? result : last;
        }
        return last;
    }

    private List<String> directories() {
        List<String> directories = new ArrayList<>();
        environment.get("SystemRoot").ifPresent(root -> {
            directories.add(root + "\\System32");
            directories.add(root + "\\System");
            directories.add(root);
        });
        environment.get("Path").ifPresent(path -> addDirectories(path, directories));
        return directories;
    }

    /** Entries of PATH that are legal and absolute on a drive; others lead nowhere from System32. */
    private static void addDirectories(String path, List<String> directories) {
        int from = 0;
        while (from <= path.length()) {
            int end = path.indexOf(';', from);
            String directory = path.substring(from, end < 0 ? path.length() : end);
            if (directory.length() > 2 && directory.startsWith(":\\", 1) && isLegal(directory)) {
                directories.add(directory);
            }
            from = end < 0 ? path.length() + 1 : end + 1;
        }
    }

    private static boolean isLegal(String directory) {
        try {
            return NtPath.of(directory).drive() != 0;
        } catch (Win32Exception illegal) {
            return false;
        }
    }

    /** Services run in System32: that is the current directory for what is relative. */
    private NtPath absolute(String name) {
        String root = environment.get("SystemRoot").orElse("C:\\");
        if (name.startsWith("\\") && !name.startsWith("\\\\") && !name.startsWith("\\??\\")) {
            return NtPath.of(NtPath.of(root).drive() + ":" + name);
        }
        boolean relative = name.indexOf(':') < 0 && !name.startsWith("\\");
        return NtPath.of(relative ? root + "\\System32\\" + name : name);
    }

    private static boolean isDirectory(Optional<FileEntry> entry) {
        return entry.isPresent() && entry.get().attributes().has(FileAttributes.DIRECTORY);
    }
}
