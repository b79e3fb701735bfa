package ntbed.tool.addremove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Control Panel, Add/Remove Programs as a person has it: the list of programs and the button beside it.
 *
 * <p>A program is in the list if its key under {@code Uninstall} has both {@code DisplayName} and {@code
 * UninstallString}; the command line of the latter is what the button starts, as the person who clicks.
 */
public final class AddRemovePrograms implements AutoCloseable {
    /** The title of the window and of its message box. */
    public static final String TITLE = "Add/Remove Programs Properties";

    private static final String UNINSTALL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String TOOL = "addremove";
    private static final int POLL_MILLIS = 500;

    /** The window waits for the program it started at most that long before it can be used again [M]. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Win32 win32;

    private AddRemovePrograms(Win32 win32) {
        this.win32 = win32;
    }

    private record Entry(String name, String command) {}

    /**
     * Opens it.
     *
     * @throws Win32Exception 2 where its file is not on the disk
     */
    public static AddRemovePrograms open(Win32 win32) {
        String image = win32.environment().expand("%SystemRoot%\\System32\\appwiz.cpl");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        win32.traceToolUse(TOOL, "open");
        return new AddRemovePrograms(win32);
    }

    /** The lines of the list, by name without regard to case. */
    public List<String> programs() {
        return entries().stream().map(Entry::name).toList();
    }

    /**
     * Selects a line and clicks Add/Remove...: starts the program's maintenance and waits until it shows a window or
     * has ended. A command line that cannot be started shows a message box.
     *
     * @return the process; empty where it could not be started
     * @throws Win32Exception 2 there is no such line
     */
    public Optional<NtProcess> addRemove(String name) {
        Entry entry = entries().stream()
                .filter(one -> NtPath.fold(one.name).equals(NtPath.fold(name)))
                .findFirst()
                .orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(name));
        win32.traceToolUse(TOOL, "Add/Remove: " + entry.name);
        int open = win32.desktop().open().size();
        NtProcess process;
        try {
            process = win32.createProcess(win32.environment().expand(entry.command));
        } catch (Win32Exception notStarted) {
            win32.desktop().show(TITLE, canceled(entry.name), List.of(), List.of("OK"), answer -> {});
            return Optional.empty();
        }
        for (int passed = 0;
                process.isAlive() && win32.desktop().open().size() <= open && passed < PATIENCE_MILLIS;
                passed += POLL_MILLIS) {
            win32.sleep(POLL_MILLIS);
        }
        return Optional.of(process);
    }

    /** Clicks OK. */
    @Override
    public void close() {
        win32.traceToolUse(TOOL, "close");
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Optional<KeyTree> uninstall = win32.registry().tree(UNINSTALL);
        for (KeyTree key : uninstall.map(KeyTree::subkeys).orElse(List.of())) {
            String name = text(key, "DisplayName");
            String command = text(key, "UninstallString");
            if (!name.isBlank() && !command.isBlank()) {
                entries.add(new Entry(name, command));
            }
        }
        entries.sort(Comparator.comparing(entry -> NtPath.fold(entry.name)));
        return entries;
    }

    private static String text(KeyTree key, String value) {
        return key.value(value).flatMap(RegistryValue::text).orElse("");
    }

    /** Wording of NT's shell, from memory of the product [I]. */
    private static String canceled(String name) {
        return "An error occurred while trying to remove " + name + ". Uninstallation has been canceled.";
    }
}
