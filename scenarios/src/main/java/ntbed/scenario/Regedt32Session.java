package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.tool.regedt32.Regedt32;

/**
 * Regedt32 in a person's hands: select a key, double-click a value, choose from the menus, close; click the title of a
 * window to bring it up, {@code Maximize} to maximise it.
 */
final class Regedt32Session extends DialogSession {
    private final Regedt32 tool;
    private final Menu menu;
    private boolean readOnly;

    Regedt32Session(Win32 win32) {
        super("regedt32", win32.desktop());
        this.tool = Regedt32.start(win32);
        this.menu = new Menu()
                .item("Registry", "Save Subtree As", tool::saveSubtree)
                .item("Edit", "Delete", tool::deleteKey)
                .item("Security", "Permissions", tool::permissions)
                .item("Security", "Owner", tool::owner)
                .item("Security", "Auditing", tool::auditing)
                .item("Options", "Read Only Mode", () -> {
                    readOnly = !readOnly;
                    tool.setReadOnly(readOnly);
                })
                .item("Window", "Maximize", () -> tool.maximize(tool.windowTitle()));
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> tool.locate(argument);
            case DOUBLE_CLICK -> {
                var unused = tool.doubleClick(argument);
            }
            case CHOOSE -> menu.choose(argument);
            case CLICK -> {
                if (!argument.equals("Maximize")) {
                    throw cannot(verb, argument);
                }
                tool.maximize(tool.windowTitle());
            }
            case OPEN, EXPAND, RIGHT_CLICK, TYPE, TICK, UNTICK, PRESS, CLOSE -> throw cannot(verb, argument);
        }
    }

    @Override
    String toolWindow() {
        return tool.windowTitle();
    }

    /** Subkeys, with a word for those that are grey, then values. */
    @Override
    List<String> toolLines() {
        List<String> lines = new ArrayList<>();
        tool.subkeys().forEach(subkey -> lines.add(subkey.name() + (subkey.dimmed() ? " (dimmed)" : "")));
        lines.addAll(tool.values());
        return lines;
    }

    @Override
    void leave() {
        tool.close();
    }
}
