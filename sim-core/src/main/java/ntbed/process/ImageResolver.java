package ntbed.process;

import java.util.Optional;
import java.util.function.Function;
import ntbed.filesystem.Disposition;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.ShareMode;
import ntbed.filesystem.Volumes;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * From what stands in {@code ImagePath}, or in a command line, to the image file that runs: rules I1 to I5.
 *
 * <p>The kernel's view decides what exists; the caller's token decides only whether it may be run (5).
 */
public final class ImageResolver {
    /** One object, for the drives remember what it made of a content by its identity. */
    private static final Function<byte[], Optional<ImageFile>> DECODE = ImageFile::decode;

    private final Volumes volumes;

    /** A resolver on those drives. */
    public ImageResolver(Volumes volumes) {
        this.volumes = volumes;
    }

    /**
     * The command line of a service: rule I1 for a missing value, rule I3 for expansion.
     *
     * @param environment of services.exe; a REG_EXPAND_SZ is expanded with it, a REG_SZ is not
     * @throws Win32Exception 13 the value is no text
     */
    public static String serviceCommandLine(
            String serviceName, Optional<RegistryValue> imagePath, Environment environment) {
        if (imagePath.isEmpty()) {
            return environment.expand("%SystemRoot%\\System32\\" + serviceName + ".exe");
        }
        RegistryValue value = imagePath.get();
        String text = value.text().orElseThrow(() -> Win32Error.ERROR_INVALID_DATA.raise(value.shown()));
        return value.type().equals(ValueType.REG_EXPAND_SZ) ? environment.expand(text) : text;
    }

    /**
     * The file of a driver: rule I1 for a missing or empty value, rule I2 for the forms. Nothing is expanded: the
     * kernel has no environment.
     *
     * @param systemRoot for example {@code C:\WINNT}
     * @throws Win32Exception 13 the value is no text, 123 no legal path, 3 another device than a drive
     */
    public static NtPath driverPath(String driverName, Optional<RegistryValue> imagePath, NtPath systemRoot) {
        String text = "";
        if (imagePath.isPresent()) {
            RegistryValue value = imagePath.get();
            text = value.text().orElseThrow(() -> Win32Error.ERROR_INVALID_DATA.raise(value.shown()));
        }
        if (text.isEmpty()) {
            return systemRoot.resolve("System32\\drivers\\" + driverName + ".SYS");
        }
        if (CaseFolding.startsWith(text, "\\SystemRoot\\")) {
            return systemRoot.resolve(text.substring("\\SystemRoot\\".length()));
        }
        if (text.startsWith("\\??\\")) {
            return NtPath.of(text);
        }
        if (CaseFolding.startsWith(text, "\\DosDevices\\")) {
            return NtPath.of(text.substring("\\DosDevices\\".length()));
        }
        if (text.startsWith("\\")) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(text);
        }
        return systemRoot.resolve(text);
    }

    /**
     * Finds the image that a command line names: rules I3 to I5.
     *
     * <p>Of several candidates the first that is a file wins. If none is, the error of the first one is the answer.
     *
     * @throws Win32Exception 2 no file, 3 no directory, 5 a directory of that name or no right to execute, 32 open for
     *     writing elsewhere, 123 no legal name, 193 not an intact image
     */
    public ResolvedImage resolve(String commandLine, Environment environment, Token token) {
        Win32Error first = Win32Error.ERROR_SUCCESS;
        for (String candidate : new CommandLine(commandLine).candidates()) {
            ProgramSearch.Result search = new ProgramSearch(volumes, environment).find(candidate);
            if (search.found().isPresent()) {
                return load(search.found().get(), commandLine, token);
            }
            first = first == Win32Error.ERROR_SUCCESS ? search.error() : first;
        }
        throw first.raise(commandLine);
    }

    /**
     * The image of a program that is named by its path, as {@code CreateProcess} with an application name: nothing is
     * searched or appended.
     *
     * @throws Win32Exception as the other, but for 123
     */
    public ResolvedImage resolve(NtPath application, String commandLine, Token token) {
        Optional<FileEntry> file = volumes.find(application);
        if (file.isEmpty()) {
            throw ProgramSearch.missing(volumes, application).raise(application.toString());
        }
        if (file.get().attributes().has(FileAttributes.DIRECTORY)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(application.toString());
        }
        return load(file.get(), commandLine, token);
    }

    /**
     * The content of a driver's file.
     *
     * @throws Win32Exception 2, 3 missing, 193 not an intact image of a driver
     */
    public ImageFile driverImage(NtPath path) {
        Optional<FileEntry> entry = volumes.find(path);
        if (entry.isEmpty()) {
            throw ProgramSearch.missing(volumes, path).raise(path.toString());
        }
        return volumes.memo(path, DECODE)
                .filter(image -> image.programId().equals(ImageFile.DRIVER))
                .orElseThrow(() -> Win32Error.ERROR_BAD_EXE_FORMAT.raise(path.toString()));
    }

    private ResolvedImage load(FileEntry entry, String commandLine, Token token) {
        requireExecute(entry.path(), token);
        Optional<ImageFile> image = volumes.memo(entry.path(), DECODE);
        if (image.isEmpty() || image.get().programId().equals(ImageFile.DRIVER)) {
            throw Win32Error.ERROR_BAD_EXE_FORMAT.raise(entry.path().toString());
        }
        return new ResolvedImage(entry.path(), image.get(), commandLine);
    }

    /**
     * The library that an image imports from ({@link ImageFile#NEEDS}), not older than it says; System32 is the only
     * place where it is looked for [M].
     *
     * @throws Win32Exception 126 missing, 127 too old, 193 the image says nonsense
     */
    void requireLibrary(ResolvedImage image, Environment environment) {
        String needed = image.image().parameters().get(ImageFile.NEEDS);
        if (needed == null) {
            return;
        }
        int blank = needed.indexOf(' ');
        Optional<FileVersion> oldest = FileVersion.parse(needed.substring(blank + 1));
        if (blank < 0 || oldest.isEmpty()) {
            throw Win32Error.ERROR_BAD_EXE_FORMAT.raise(image.path().toString());
        }
        NtPath library = NtPath.of(environment.expand("%SystemRoot%\\System32")).resolve(needed.substring(0, blank));
        Optional<FileEntry> found = volumes.find(library);
        if (found.isEmpty()) {
            throw Win32Error.ERROR_MOD_NOT_FOUND.raise(library.toString());
        }
        boolean old = found.get()
                .version()
                .filter(version -> version.compareTo(oldest.get()) >= 0)
                .isEmpty();
        if (old) {
            throw Win32Error.ERROR_PROC_NOT_FOUND.raise(library.toString());
        }
    }

    /** As the section object of the image is made: to execute, shared for reading. */
    private void requireExecute(NtPath path, Token token) {
        volumes.as(token, "kernel")
                .open(path, AccessMask.FILE_EXECUTE, ShareMode.READ, Disposition.OPEN_EXISTING)
                .close();
    }
}
