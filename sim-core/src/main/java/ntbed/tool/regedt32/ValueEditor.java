package ntbed.tool.regedt32;

import ntbed.process.Desktop;

/** The dialog that double-clicking a value opens. OK writes what is in it, Cancel leaves the value alone. */
public sealed interface ValueEditor permits DwordEditor, TextEditor {
    /** The window on the desktop. */
    Desktop.Dialog dialog();

    /** The title bar. */
    String title();

    /** What the data field shows now. */
    String data();

    /**
     * Replaces what is in the data field.
     *
     * @throws IllegalArgumentException if the field does not take it
     */
    void type(String data);

    /** Clicks OK. */
    void ok();

    /** Clicks Cancel. */
    void cancel();
}
