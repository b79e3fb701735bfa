package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.tool.cmd.Cmd;

/** A command prompt in a person's hands: {@code type} puts a text on the line, {@code press: Enter} carries it out. */
final class CmdSession extends DialogSession {
    /** A person reads what is on the screen before going on. [M] */
    private static final int READING_MILLIS = 10_000;

    private final Win32 win32;
    private final Cmd tool;
    private String typed = "";

    CmdSession(Win32 win32) {
        super("cmd", win32.desktop());
        this.win32 = win32;
        this.tool = Cmd.open(win32);
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case TYPE -> typed += argument;
            case PRESS -> press(argument);
            default -> throw cannot(verb, argument);
        }
    }

    private void press(String key) {
        if (!Nearest.fold(key).equals("enter")) {
            throw cannot(Step.ToolVerb.PRESS, key);
        }
        if (!tool.isOpen() || tool.isBusy()) {
            throw new BenchException("cmd shows no prompt");
        }
        String line = typed;
        typed = "";
        tool.enter(line);
        win32.sleep(READING_MILLIS);
    }

    @Override
    String toolWindow() {
        return tool.title();
    }

    /** The screen; what is typed stands behind the prompt. */
    @Override
    List<String> toolLines() {
        List<String> lines = new ArrayList<>(tool.screen());
        if (!typed.isEmpty() && !lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + typed);
        }
        return lines;
    }

    @Override
    boolean isGone() {
        return !tool.isOpen();
    }

    @Override
    void leave() {
        tool.close();
    }
}
