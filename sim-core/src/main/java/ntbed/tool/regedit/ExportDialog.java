package ntbed.tool.regedit;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.regfile.RegFile;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * "Export Registry File": a file name, and the branch that is written.
 *
 * <p>A name without a directory goes to the user's home directory, in which the shell starts programs; one without an
 * extension gets {@code .reg}. A file that is there already is asked about in the words of the common dialog; No goes
 * back to the dialog. [I] The range "All" is not simulated.
 */
final class ExportDialog {
    static final String TITLE = "Export Registry File";

    private static final String FILE_NAME = "File name";
    private static final String TYPE = "Save as type";
    private static final String RANGE = "Export range";
    private static final String BRANCH = "Selected branch";
    private static final String REGISTRATION_FILES = "Registration Files";

    private final Frame frame;
    private final String key;

    ExportDialog(Frame frame, String key) {
        this.frame = frame;
        this.key = key;
    }

    Desktop.Dialog open() {
        return show("");
    }

    private Desktop.Dialog show(String name) {
        Window window = Window.of(
                TITLE,
                "",
                List.of(
                        Control.Field.of(FILE_NAME, name),
                        new Control.Choice(TYPE, List.of(REGISTRATION_FILES), REGISTRATION_FILES),
                        new Control.Choice(RANGE, List.of(BRANCH), BRANCH),
                        Control.Field.of(BRANCH, key)),
                "Save",
                "Cancel");
        return frame.win32().desktop().show(window, (answer, last) -> {
            if (answer.button().equals("Save")) {
                save(last.value(FILE_NAME), last.value(BRANCH));
            }
        });
    }

    private void save(String name, String branch) {
        if (name.isBlank()) {
            show(name);
            return;
        }
        NtPath file;
        try {
            file = file(name.strip());
        } catch (Win32Exception illegal) {
            frame.messageBox(name + "\nThe above file name is invalid.");
            show(name);
            return;
        }
        if (!frame.win32().files().exists(file)) {
            boolean unused = write(file, branch);
            return;
        }
        String question = file + " already exists.\nDo you want to replace it?";
        frame.win32().desktop().show(Window.message(TITLE, question, "Yes", "No"), (answer, last) -> {
            if (answer.button().equals("Yes")) {
                boolean unused = write(file, branch);
            } else {
                show(name);
            }
        });
    }

    /** Writes the file; a message box where that fails. True if it was written. */
    boolean write(NtPath file, String branch) {
        byte[] text;
        try {
            text = RegFile.export(frame.win32().registry(), branch);
        } catch (Win32Exception notReadable) {
            frame.messageBox("Cannot export " + file + ": Error reading the registry.");
            return false;
        }
        try {
            frame.win32().files().write(file, text);
            return true;
        } catch (Win32Exception refused) {
            frame.messageBox("Cannot export " + file + ": Error opening the file. "
                    + "There may be a disk or file system error.");
            return false;
        }
    }

    private NtPath file(String name) {
        String extended = name.indexOf('.', name.lastIndexOf('\\') + 1) < 0 ? name + ".reg" : name;
        if (extended.indexOf(':') >= 0) {
            return NtPath.of(extended);
        }
        NtPath home = NtPath.of(frame.win32().environment().expand("%HOMEDRIVE%%HOMEPATH%"));
        if (extended.startsWith("\\\\")) {
            throw Win32Error.ERROR_BAD_NETPATH.raise(extended);
        }
        return extended.startsWith("\\") ? NtPath.of(home.drive() + ":" + extended) : home.resolve(extended);
    }
}
