package ntbed.tool.regedt32;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.win32.Win32Exception;

/**
 * "Save As" of Save Subtree As: writes the branch as text for people. A name without a directory goes to the user's
 * home directory; a file that is there already is asked about. [I]
 */
final class SaveSubtreeDialog {
    private static final String TITLE = "Save As";
    private static final String FILE_NAME = "File name";

    private final Frame frame;
    private final String key;

    SaveSubtreeDialog(Frame frame, String key) {
        this.frame = frame;
        this.key = key;
    }

    Desktop.Dialog open() {
        return show("");
    }

    private Desktop.Dialog show(String name) {
        Window window = Window.of(TITLE, "", List.of(Control.Field.of(FILE_NAME, name)), "Save", "Cancel");
        return frame.desktop().show(window, (answer, last) -> {
            if (answer.button().equals("Save")) {
                save(last.value(FILE_NAME).strip());
            }
        });
    }

    private void save(String name) {
        NtPath file;
        try {
            boolean hasDrive = name.indexOf(':') == 1;
            String home = frame.win32().environment().expand("%HOMEDRIVE%%HOMEPATH%");
            file = hasDrive ? NtPath.of(name) : NtPath.of(home).resolve(name);
        } catch (Win32Exception illegal) {
            frame.messageBox(name + "\nThe above file name is invalid.");
            return;
        }
        if (name.isEmpty()) {
            show(name);
        } else if (frame.win32().files().exists(file)) {
            Window question = Window.message(TITLE, file + " already exists.\nDo you want to replace it?", "Yes", "No");
            frame.desktop().show(question, (answer, last) -> {
                if (answer.button().equals("Yes")) {
                    write(file);
                } else {
                    show(name);
                }
            });
        } else {
            write(file);
        }
    }

    private void write(NtPath file) {
        byte[] text = SubtreeText.of(frame.win32(), key).getBytes(StandardCharsets.ISO_8859_1);
        frame.changingFile(() -> frame.win32().files().write(file, text));
    }
}
