package ntbed.tool.regedt32;

import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/** The program's main window as its dialogs see it: the user's door, read-only mode, message boxes. */
final class Frame {
    static final String TITLE = "Registry Editor";

    private static final String TOOL = "regedt32";
    private static final String REFUSED = "Registry Editor could not accomplish the requested operation.";
    private static final String READ_ONLY =
            "Registry Editor is operating in read-only mode. Changes will not be saved in the registry.";

    private final Win32 win32;
    private boolean readOnly;

    Frame(Win32 win32) {
        this.win32 = win32;
    }

    Win32 win32() {
        return win32;
    }

    Desktop desktop() {
        return win32.desktop();
    }

    void setReadOnly(boolean on) {
        readOnly = on;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void trace(String action) {
        win32.traceToolUse(TOOL, action);
    }

    Desktop.Dialog messageBox(String text) {
        return desktop().show(Window.message(TITLE, text, "OK"), (answer, last) -> {});
    }

    /** Makes a change; read-only mode and a refusal show a message box instead. */
    void changing(Runnable change) {
        changing(REFUSED, change);
    }

    /** The same with the text for a refusal. */
    void changing(String refusedText, Runnable change) {
        if (readOnly) {
            messageBox(READ_ONLY);
            return;
        }
        try {
            change.run();
        } catch (Win32Exception refused) {
            messageBox(refusedText);
        }
    }

    /** Writes a file; read-only mode is about the registry alone. A refusal shows a message box. */
    void changingFile(Runnable change) {
        try {
            change.run();
        } catch (Win32Exception refused) {
            messageBox(REFUSED);
        }
    }

    /** Whether the user may open a key for that. */
    boolean may(String key, int access) {
        return may(win32, key, access);
    }

    static boolean may(Win32 door, String key, int access) {
        try {
            door.registry().openKey(key, access).close();
            return true;
        } catch (Win32Exception refused) {
            return false;
        }
    }

    /** A key whose line in the tree is grey: it does not open. */
    boolean isDimmed(String key) {
        return !may(key, AccessMask.KEY_READ);
    }
}
