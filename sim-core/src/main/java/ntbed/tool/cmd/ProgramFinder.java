package ntbed.tool.cmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Exception;

/**
 * Finds the file of a command as cmd.exe does, which is not as CreateProcess does: a bare name in the current directory
 * and then in the directories of PATH, in each as it stands if it has an extension, and then with each of {@value
 * #EXTENSIONS}; a name with a path only there. [I]
 */
final class ProgramFinder {
    private static final String EXTENSIONS = ".COM;.EXE;.BAT;.CMD";

    private final FileApi files;
    private final Environment environment;
    private final Directories directories;

    ProgramFinder(FileApi files, Environment environment, Directories directories) {
        this.files = files;
        this.environment = environment;
        this.directories = directories;
    }

    /** The file; empty where the name leads to none, whatever the reason. */
    Optional<NtPath> find(String name) {
        boolean hasPath = name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
        for (NtPath directory : hasPath ? List.of(directories.current()) : searched()) {
            Optional<NtPath> found = inDirectory(directory, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<NtPath> inDirectory(NtPath directory, String name) {
        List<String> candidates = new ArrayList<>();
        if (name.indexOf('.', name.lastIndexOf('\\') + 1) >= 0) {
            candidates.add(name);
        }
        for (String extension : environment.get("PATHEXT").orElse(EXTENSIONS).split(";", -1)) {
            candidates.add(name + CaseFolding.fold(extension));
        }
        for (String candidate : candidates) {
            Optional<NtPath> found = file(directory, candidate);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<NtPath> file(NtPath directory, String name) {
        try {
            boolean here = directory.equals(directories.current());
            NtPath path = here ? directories.path(name) : directory.resolve(name);
            return files.find(path)
                    .filter(entry -> !entry.attributes().has(FileAttributes.DIRECTORY))
                    .map(entry -> entry.path());
        } catch (Win32Exception noLegalName) {
            return Optional.empty();
        }
    }

    private List<NtPath> searched() {
        List<NtPath> searched = new ArrayList<>();
        searched.add(directories.current());
        for (String entry : environment.get("Path").orElse("").split(";", -1)) {
            String directory = entry.replace("\"", "").strip();
            if (directory.length() > 2 && directory.startsWith(":\\", 1)) {
                addLegal(directory, searched);
            }
        }
        return searched;
    }

    private static void addLegal(String directory, List<NtPath> searched) {
        try {
            searched.add(NtPath.of(directory));
        } catch (Win32Exception illegal) {
            // An entry of PATH that is no path leads nowhere, and nobody is told.
        }
    }
}
