package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.tool.mmc.InternetServiceManager;

/**
 * Internet Service Manager in a person's hands: select, expand or double-click a line of the tree, choose from its menu
 * (a right click selects the line first), close; in a sheet click a tab, type, tick, click OK or Apply.
 */
final class MmcSession extends DialogSession {
    private final InternetServiceManager tool;
    private final Menu menu;

    MmcSession(Win32 win32) {
        super("mmc", win32.desktop());
        this.tool = InternetServiceManager.open(win32);
        this.menu = new Menu()
                .item("Action", "Properties", tool::properties)
                .item("Action", "Start", tool::start)
                .item("Action", "Stop", tool::stop)
                .item("Action", "Pause", tool::pause)
                .item("Action", "Continue", tool::resume)
                .item("Action", "Backup/Restore Configuration", tool::backupRestore)
                .item("Action", "Refresh", tool::refresh);
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT, RIGHT_CLICK -> tool.select(argument);
            case EXPAND, DOUBLE_CLICK -> {
                boolean unused = tool.expand(argument);
            }
            case CHOOSE -> menu.choose(argument);
            case OPEN, TYPE, CLICK, TICK, UNTICK, PRESS, CLOSE -> throw cannot(verb, argument);
        }
    }

    @Override
    String toolWindow() {
        return tool.title();
    }

    /** The tree, then what the selected line holds. */
    @Override
    List<String> toolLines() {
        List<String> lines = new ArrayList<>();
        tool.tree().forEach(line -> lines.add(line.strip()));
        lines.addAll(tool.contents());
        return lines;
    }

    @Override
    void leave() {
        tool.close();
    }
}
