package ntbed.tool.regedt32;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.KeyDeletion;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * A session of {@code regedt32.exe} as a person has it: one window for each root, a key located in the left half, its
 * values in the right half, an editor for each type (rule O1).
 *
 * <p>What the machine refuses shows a message box and leaves everything as it was. Titles and the form of a value line
 * are those of Q198417 and Q321454; other texts are general knowledge [I].
 */
public final class Regedt32 implements AutoCloseable {
    /** The title of the program's window. */
    public static final String TITLE = Frame.TITLE;

    private static final List<String> ROOTS =
            List.of("HKEY_USERS", "HKEY_CURRENT_USER", "HKEY_CLASSES_ROOT", "HKEY_LOCAL_MACHINE");

    private final Win32 win32;
    private final Frame frame;
    private final Keys keys;
    private String selected = "HKEY_LOCAL_MACHINE";

    private Regedt32(Win32 win32) {
        this.win32 = win32;
        this.frame = new Frame(win32);
        this.keys = new Keys(win32);
    }

    /**
     * A subkey in the left half.
     *
     * @param name its name
     * @param dimmed whether it may not be read: shown grey, and does not open
     */
    public record SubkeyLine(String name, boolean dimmed) {}

    /**
     * Starts the program.
     *
     * @throws Win32Exception 2 where regedt32.exe is not on the disk
     */
    public static Regedt32 start(Win32 win32) {
        String image = win32.environment().expand("%SystemRoot%\\System32\\regedt32.exe");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        Regedt32 tool = new Regedt32(win32);
        tool.frame.trace("start");
        return tool;
    }

    /** The title bar of the window that shows the selected key's root: {@code HKEY_LOCAL_MACHINE on Local Machine}. */
    public String windowTitle() {
        int end = selected.indexOf('\\');
        return windowTitle(end < 0 ? selected : selected.substring(0, end));
    }

    /** The titles of the windows, backmost first. */
    public List<String> windows() {
        return ROOTS.stream().map(Regedt32::windowTitle).toList();
    }

    /** Maximises a window; changes nothing else. */
    public void maximize(String title) {
        if (!windows().contains(title)) {
            throw new IllegalArgumentException("no window " + title);
        }
        frame.trace("maximize the window " + title);
    }

    /** Options, Read Only Mode. */
    public void setReadOnly(boolean on) {
        frame.trace("Options, Read Only Mode: " + (on ? "on" : "off"));
        frame.setReadOnly(on);
    }

    /** The menu bar. */
    public List<String> menus() {
        return List.of("Registry", "Edit", "Tree", "View", "Security", "Options", "Window", "Help");
    }

    /**
     * Goes to a key as a person does by clicking through the tree: case does not matter, nor blanks beside a backslash.
     * A dimmed key can be selected, and shows nothing.
     *
     * @throws Win32Exception 2 there is no such key, 5 a key above it is dimmed and does not open
     */
    public void locate(String path) {
        String tidy = KeyPath.tidy(path);
        frame.trace("locate " + tidy);
        keys.requireReachable(tidy);
        selected = tidy;
    }

    /** Whether the selected key is dimmed: it may not be read, and shows neither subkeys nor values. */
    public boolean isDimmed() {
        return frame.isDimmed(selected);
    }

    /** The key that is selected. */
    public String selected() {
        return selected;
    }

    /** The subkeys of the selected key. */
    public List<SubkeyLine> subkeys() {
        List<SubkeyLine> lines = new ArrayList<>();
        for (KeyTree subkey : tree().map(KeyTree::subkeys).orElse(List.of())) {
            lines.add(new SubkeyLine(subkey.name(), frame.isDimmed(selected + "\\" + subkey.name())));
        }
        return lines;
    }

    /** The values of the selected key, {@code Start: REG_DWORD: 0x2}, in the order they were set. */
    public List<String> values() {
        return namedValues().stream().map(ValueLine::of).toList();
    }

    /** The line of one value, found by its name without regard to case. */
    public Optional<String> valueLine(String name) {
        return find(name).map(ValueLine::of);
    }

    /**
     * Double-clicks a value: the editor of its type opens.
     *
     * @param nameOrLine the value's name, or its whole line
     * @throws Win32Exception 2 there is no such value
     */
    public ValueEditor doubleClick(String nameOrLine) {
        NamedValue value =
                find(nameOrLine).orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(selected + ", " + nameOrLine));
        frame.trace("double-click " + ValueLine.of(value));
        String key = selected;
        return value.value().dword().isPresent()
                ? new DwordEditor(win32.desktop(), value.value(), changed -> write(key, value.name(), changed))
                : TextEditor.open(win32.desktop(), value.value(), changed -> write(key, value.name(), changed));
    }

    /** Edit, Delete on the selected key: asks first, then deletes it with all below it. */
    public Desktop.Dialog deleteKey() {
        String key = selected;
        frame.trace("Edit, Delete " + key);
        Window question = Window.message(
                "Warning",
                "Registry Editor will delete the currently selected key and all its subkeys.\n"
                        + "Do you want to continue the operation?",
                "Yes",
                "No");
        return win32.desktop().show(question, (answer, last) -> {
            if (answer.button().equals("Yes")) {
                frame.changing(() -> deleteTree(key));
            }
        });
    }

    /** Registry, Save Subtree As...: opens the dialog for the file's name. */
    public Desktop.Dialog saveSubtree() {
        frame.trace("Registry, Save Subtree As");
        return new SaveSubtreeDialog(frame, selected).open();
    }

    /** Registry, Exit. */
    @Override
    public void close() {
        frame.trace("close");
    }

    /** Security, Owner...: opens the dialog. */
    public Desktop.Dialog owner() {
        frame.trace("Security, Owner");
        return new OwnerDialog(frame, keys, selected).open();
    }

    /** Security, Permissions...: opens the dialog, or a message why it does not open. */
    public Desktop.Dialog permissions() {
        frame.trace("Security, Permissions");
        return new PermissionsDialog(frame, keys, selected).open();
    }

    /** Security, Auditing...: not simulated. */
    public void auditing() {
        frame.trace("Security, Auditing");
        throw new NotSimulatedException("regedt32: Security, Auditing");
    }

    private void deleteTree(String key) {
        KeyDeletion.deleteTree(win32.registry(), key);
        if (NtPath.fold(selected + "\\").startsWith(NtPath.fold(key + "\\"))) {
            selected = key.substring(0, Math.max(key.lastIndexOf('\\'), 0));
        }
    }

    private void write(String key, String name, RegistryValue value) {
        frame.changing(() -> {
            try (RegistryKey open = win32.registry().openKey(key, AccessMask.KEY_SET_VALUE)) {
                open.setValue(name, value);
            }
        });
    }

    private Optional<KeyTree> tree() {
        return win32.registry().tree(selected);
    }

    private List<NamedValue> namedValues() {
        return tree().map(KeyTree::values).orElse(List.of());
    }

    private Optional<NamedValue> find(String nameOrLine) {
        String wanted = NtPath.fold(nameOrLine.strip());
        for (NamedValue value : namedValues()) {
            if (NtPath.fold(ValueLine.name(value)).equals(wanted)
                    || NtPath.fold(ValueLine.of(value)).equals(wanted)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static String windowTitle(String root) {
        return root + " on Local Machine";
    }
}
