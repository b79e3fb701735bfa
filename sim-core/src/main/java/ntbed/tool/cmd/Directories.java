package ntbed.tool.cmd;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** The current drive, and a current directory on each. */
final class Directories {
    private final FileApi files;
    private final SortedMap<Character, NtPath> current = new TreeMap<>();
    private char drive;

    Directories(FileApi files, NtPath start) {
        this.files = files;
        this.drive = start.drive();
        current.put(drive, start);
    }

    /** The current directory of the current drive. */
    NtPath current() {
        return on(drive);
    }

    /** The current directory of a drive. */
    NtPath on(char letter) {
        return current.getOrDefault(letter, NtPath.of(letter + ":\\"));
    }

    /**
     * Makes a drive the current one.
     *
     * @throws Win32Exception 15 no such drive, 21 no medium in it
     */
    void changeDrive(char letter) {
        NtPath root = NtPath.of(letter + ":\\");
        try {
            var unused = files.find(root);
        } catch (Win32Exception refused) {
            throw refused.error() == Win32Error.ERROR_PATH_NOT_FOUND
                    ? Win32Error.ERROR_INVALID_DRIVE.raise(root.toString())
                    : refused;
        }
        drive = root.drive();
    }

    /**
     * Makes a directory the current one of its drive; the current drive stays.
     *
     * @throws Win32Exception 3 there is no such directory, 5 it may not be entered, 123 bad name
     */
    void changeDirectory(String typed) {
        NtPath wanted = path(typed);
        Optional<FileEntry> found = files.find(wanted);
        if (found.isEmpty() || !found.get().attributes().has(FileAttributes.DIRECTORY)) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(typed);
        }
        current.put(wanted.drive(), found.get().path());
    }

    /** The path that a person means here: {@code \winnt}, {@code ..}, {@code d:}, {@code d:file}, {@code winnt}. */
    NtPath path(String typed) {
        if (typed.length() >= 2 && typed.charAt(1) == ':') {
            char letter = NtPath.of(typed.charAt(0) + ":\\").drive();
            String rest = typed.substring(2);
            return isRooted(rest) ? NtPath.of(letter + ":" + rest) : on(letter).resolve(rest);
        }
        if (typed.startsWith("\\\\")) {
            throw Win32Error.ERROR_BAD_NETPATH.raise(typed);
        }
        return isRooted(typed) ? NtPath.of(drive + ":" + typed) : current().resolve(typed);
    }

    private static boolean isRooted(String typed) {
        return typed.startsWith("\\") || typed.startsWith("/");
    }
}
