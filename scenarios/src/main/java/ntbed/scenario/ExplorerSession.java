package ntbed.scenario;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.tool.regedit.Regedit;
import ntbed.win32.NotSimulatedException;

/**
 * Explorer in a person's hands: select a folder, double-click a file in it. A registration file goes to regedit, a
 * program runs; other files have nothing that opens them here.
 */
final class ExplorerSession extends DialogSession {
    private final Win32 win32;
    private NtPath folder = NtPath.of("C:\\");

    ExplorerSession(Win32 win32) {
        super("explorer", win32.desktop());
        this.win32 = win32;
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> {
                NtPath wanted = NtPath.of(argument);
                var unused = win32.files().list(wanted);
                folder = wanted;
            }
            case DOUBLE_CLICK -> open(argument.indexOf(':') == 1 ? NtPath.of(argument) : folder.resolve(argument));
            default -> throw cannot(verb, argument);
        }
    }

    private void open(NtPath file) {
        String name = Nearest.fold(file.name());
        if (!win32.files().exists(file)) {
            throw new BenchException("there is no file " + file);
        } else if (name.endsWith(".reg")) {
            var unused = Regedit.openFile(win32, file);
        } else if (name.endsWith(".exe")) {
            var unused = win32.createProcess("\"" + file + "\"");
        } else {
            throw new NotSimulatedException("explorer: opening of " + file.name());
        }
    }

    @Override
    String toolWindow() {
        return folder.toString();
    }

    @Override
    List<String> toolLines() {
        return win32.files().list(folder).stream()
                .map(entry -> entry.path().name())
                .toList();
    }

    @Override
    void leave() {
        win32.traceToolUse("explorer", "close");
    }
}
