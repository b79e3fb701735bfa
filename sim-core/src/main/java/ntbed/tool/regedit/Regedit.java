package ntbed.tool.regedit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.KeyDeletion;
import ntbed.machine.Win32;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * A session of {@code regedit.exe} as a person has it: one tree, import and export of REGEDIT4 files, no menu for
 * security (rule O1).
 *
 * <p>What the machine refuses shows a message box and leaves everything as it was. Texts are general knowledge [I], but
 * for the one of a closed key.
 */
public final class Regedit implements AutoCloseable {
    /** The title of the program's window and of its message boxes. */
    public static final String TITLE = Frame.TITLE;

    private static final List<String> ROOTS =
            List.of("HKEY_CLASSES_ROOT", "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE", "HKEY_USERS");

    private final Win32 win32;
    private final Frame frame;
    private String selected = "My Computer";
    private String sought = "";

    private Regedit(Win32 win32) {
        this.win32 = win32;
        this.frame = new Frame(win32);
    }

    /**
     * Starts the program.
     *
     * @throws Win32Exception 2 where regedit.exe is not on the disk
     */
    public static Regedit start(Win32 win32) {
        require(win32);
        Regedit tool = new Regedit(win32);
        tool.frame.trace("start");
        return tool;
    }

    /**
     * Double-clicks a registration file in Explorer, which starts regedit with it: asks first, then imports it and says
     * so. [I]
     *
     * @return the window that asks
     * @throws Win32Exception 2 where regedit.exe is not on the disk
     */
    public static Desktop.Dialog openFile(Win32 win32, NtPath file) {
        require(win32);
        Frame frame = new Frame(win32);
        frame.trace("double-click " + file);
        String question = "Are you sure you want to add the information in " + file + " to the registry?";
        return frame.ask(TITLE, question, () -> {
            boolean unused = new Importing(frame).run(file);
        });
    }

    private static void require(Win32 win32) {
        String image = win32.environment().expand("%SystemRoot%\\regedit.exe");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
    }

    /** The menu bar: there is none for security. */
    public List<String> menus() {
        return List.of("Registry", "Edit", "View", "Help");
    }

    /**
     * Goes to a key as a person does by clicking through the tree; case and blanks beside a backslash do not matter. A
     * key that may not be read shows {@code Cannot open NAME: Error while opening key.}
     *
     * @return whether the key is selected and open now
     * @throws Win32Exception 2 there is no such key
     */
    public boolean locate(String path) {
        String tidy = tidy(path);
        frame.trace("locate " + tidy);
        try (RegistryKey key = win32.registry().openKey(tidy, AccessMask.KEY_READ)) {
            selected = key.path();
            return true;
        } catch (Win32Exception refused) {
            if (refused.error() == Win32Error.ERROR_FILE_NOT_FOUND) {
                throw refused;
            }
            selected = tidy;
            frame.messageBox("Cannot open " + nameOf(tidy) + ": Error while opening key.");
            return false;
        }
    }

    /** The key that is selected. */
    public String selected() {
        return selected;
    }

    /** Names of the subkeys of the selected key. */
    public List<String> subkeys() {
        return tree().map(KeyTree::subkeys).orElse(List.of()).stream()
                .map(KeyTree::name)
                .toList();
    }

    /** The values of the selected key: {@code Start  0x00000002 (2)}. */
    public List<String> values() {
        List<String> lines = new ArrayList<>();
        for (NamedValue value : namedValues()) {
            lines.add((value.name().isEmpty() ? "(Default)" : value.name()) + "  " + ValueText.shown(value.value()));
        }
        return lines;
    }

    /** Double-clicks a text or number and types another in the same form; other types have no text editor here. */
    public Desktop.Dialog editValue(String name) {
        NamedValue found = namedValues().stream()
                .filter(value -> NtPath.fold(value.name()).equals(NtPath.fold(name)))
                .findFirst()
                .orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(selected + ", " + name));
        String key = selected;
        String title = ValueText.editorTitle(found.value());
        frame.trace("double-click " + name);
        return win32.desktop()
                .show(
                        title,
                        "Value data: " + ValueText.editable(found.value()),
                        List.of("Value data"),
                        List.of("OK", "Cancel"),
                        answer -> {
                            String typed = answer.fields().get("Value data");
                            if (answer.button().equals("OK") && typed != null) {
                                write(key, found.name(), ValueText.parse(found.value(), typed));
                            }
                        });
    }

    /** Registry, Export Registry File...: opens the dialog with the selected branch. */
    public Desktop.Dialog export() {
        frame.trace("Registry, Export Registry File: " + selected);
        return new ExportDialog(frame, selected).open();
    }

    /** The same with everything filled in, over a file that may be there. True if the file was written. */
    public boolean exportTo(NtPath file) {
        frame.trace("Registry, Export Registry File: " + selected + " to " + file);
        return new ExportDialog(frame, selected).write(file, selected);
    }

    /** Registry, Import Registry File. True if it was imported. */
    public boolean importFrom(NtPath file) {
        frame.trace("Registry, Import Registry File: " + file);
        return new Importing(frame).run(file);
    }

    /** Edit, Delete on the selected key: asks, then deletes it with all below it. */
    public Desktop.Dialog deleteKey() {
        String key = selected;
        frame.trace("Edit, Delete " + key);
        return frame.ask("Confirm Key Delete", "Are you sure you want to delete this key?", () -> delete(key));
    }

    /** Edit, Rename on the selected key, with the new name typed. True if it was renamed. */
    public boolean renameKey(String newName) {
        frame.trace("Edit, Rename " + selected + " to " + newName);
        try {
            KeyRenaming.rename(win32.registry(), selected, newName);
            selected = selected.substring(0, selected.lastIndexOf('\\') + 1) + newName;
            return true;
        } catch (Win32Exception refused) {
            frame.messageBox("Cannot rename " + nameOf(selected) + ": Error while renaming key.");
            return false;
        }
    }

    /** Edit, Find...: opens the dialog; the key that has the text is selected then, or a message says there is none. */
    public Desktop.Dialog find() {
        frame.trace("Edit, Find");
        Window window = Window.of("Find", "", List.of(Control.Field.of("Find what", sought)), "Find Next", "Cancel");
        return win32.desktop().show(window, (answer, last) -> {
            if (answer.button().equals("Find Next")) {
                sought = last.value("Find what");
                boolean unused = findNext();
            }
        });
    }

    /** Edit, Find Next, F3: selects the next key with the text that was sought last. False at the end. */
    public boolean findNext() {
        Optional<String> found = Finding.next(win32, sought, selected, ROOTS);
        if (found.isEmpty()) {
            frame.messageBox("Finished searching through the registry.");
            return false;
        }
        selected = found.get();
        return true;
    }

    /** Registry, Exit. */
    @Override
    public void close() {
        frame.trace("close");
    }

    private void delete(String key) {
        try {
            KeyDeletion.deleteTree(win32.registry(), key);
            selected = key.substring(0, Math.max(key.lastIndexOf('\\'), 0));
        } catch (Win32Exception refused) {
            frame.messageBox("Cannot delete " + nameOf(key) + ": Error while deleting key.");
        }
    }

    private void write(String key, String name, RegistryValue value) {
        try (RegistryKey open = win32.registry().openKey(key, AccessMask.KEY_SET_VALUE)) {
            open.setValue(name, value);
        } catch (Win32Exception refused) {
            frame.messageBox("Cannot edit " + name + ": Error writing the value's new contents.");
        }
    }

    private List<NamedValue> namedValues() {
        return tree().map(KeyTree::values).orElse(List.of());
    }

    private Optional<KeyTree> tree() {
        return selected.indexOf('\\') < 0 && !selected.startsWith("HKEY_")
                ? Optional.empty()
                : win32.registry().tree(selected);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    private static String tidy(String typed) {
        StringBuilder path = new StringBuilder();
        for (String name : typed.strip().split("\\\\", -1)) {
            if (!name.isBlank() && !NtPath.fold(name.strip()).equals("MY COMPUTER")) {
                path.append(path.length() == 0 ? "" : "\\").append(name.strip());
            }
        }
        return path.toString();
    }
}
