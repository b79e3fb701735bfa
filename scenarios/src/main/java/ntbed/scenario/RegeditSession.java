package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.tool.regedit.Regedit;

/** Regedit in a person's hands: select a key, double-click a value, choose from the menus, close. */
final class RegeditSession extends DialogSession {
    private final Regedit tool;
    private final Menu menu;

    RegeditSession(Win32 win32) {
        super("regedit", win32.desktop());
        this.tool = Regedit.start(win32);
        this.menu = new Menu()
                .item("Registry", "Export Registry File", tool::export)
                .item("Edit", "Delete", tool::deleteKey)
                .item("Edit", "Find", tool::find)
                .item("Edit", "Find Next", () -> {
                    boolean unused = tool.findNext();
                });
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> {
                boolean unused = tool.locate(argument);
            }
            case DOUBLE_CLICK -> {
                var unused = tool.editValue(argument);
            }
            case CHOOSE -> menu.choose(argument);
            case OPEN, EXPAND, RIGHT_CLICK, TYPE, CLICK, TICK, UNTICK, PRESS, CLOSE -> throw cannot(verb, argument);
        }
    }

    @Override
    String toolWindow() {
        return Regedit.TITLE;
    }

    @Override
    List<String> toolLines() {
        List<String> lines = new ArrayList<>(tool.subkeys());
        lines.addAll(tool.values());
        return lines;
    }

    @Override
    void leave() {
        tool.close();
    }
}
