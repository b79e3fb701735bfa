package ntbed.tool.regedit;

import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Window;

/** The program's window as its dialogs see it: the user's door, and message boxes. */
final class Frame {
    static final String TITLE = "Registry Editor";

    private static final String TOOL = "regedit";

    private final Win32 win32;

    Frame(Win32 win32) {
        this.win32 = win32;
    }

    Win32 win32() {
        return win32;
    }

    void trace(String action) {
        win32.traceToolUse(TOOL, action);
    }

    Desktop.Dialog messageBox(String text) {
        return win32.desktop().show(Window.message(TITLE, text, "OK"), (answer, last) -> {});
    }

    /** Asks; No, or whatever is not Yes, does nothing. */
    Desktop.Dialog ask(String title, String question, Runnable onYes) {
        return win32.desktop().show(Window.message(title, question, "Yes", "No"), (answer, last) -> {
            if (answer.button().equals("Yes")) {
                onYes.run();
            }
        });
    }
}
