package ntbed.tool.regedit;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.regfile.RegFile;
import ntbed.registry.regfile.SkippedLine;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Import of a registration file: values only, for the text knows no access lists. Lines that are faulty are passed over
 * in silence; where the registry refused one, the message says that not everything was written.
 */
final class Importing {
    private final Frame frame;

    Importing(Frame frame) {
        this.frame = frame;
    }

    /** True if the whole file was entered. A message box says so, or why not. */
    boolean run(NtPath file) {
        Optional<RegFile> script = read(file);
        if (script.isEmpty()) {
            return false;
        }
        List<SkippedLine> skipped = script.get().applyTo(frame.win32().registry());
        if (skipped.size() > script.get().skipped().size()) {
            frame.messageBox("Cannot import " + file + ": Not all data was successfully written to the registry. "
                    + "Some keys are open by the system or other processes.");
            return false;
        }
        frame.messageBox("Information in " + file + " has been successfully entered into the registry.");
        return true;
    }

    private Optional<RegFile> read(NtPath file) {
        try {
            return Optional.of(RegFile.parse(frame.win32().files().read(file)));
        } catch (Win32Exception refused) {
            boolean isNoScript = refused.error() == Win32Error.ERROR_NOT_REGISTRY_FILE;
            frame.messageBox("Cannot import " + file + ": "
                    + (isNoScript
                            ? "The specified file is not a registry script. You can import only registry files."
                            : "Error opening the file. There may be a disk or file system error."));
            return Optional.empty();
        }
    }
}
