package ntbed.scenario;

import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.tool.regedt32.Regedt32;
import ntbed.tool.regedt32.ValueEditor;

/** Regedt32 in a person's hands: select a key, double-click a value, type, click OK or Cancel, close. */
final class Regedt32Session implements ToolSession {
    private final Regedt32 tool;
    private Optional<ValueEditor> editor = Optional.empty();
    private boolean closed;

    Regedt32Session(Win32 win32) {
        this.tool = Regedt32.start(win32);
    }

    @Override
    public void use(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> tool.locate(argument);
            case DOUBLE_CLICK -> editor = Optional.of(tool.doubleClick(argument));
            case TYPE ->
                editor.orElseThrow(() -> ToolSession.cannot("regedt32", verb, argument))
                        .type(argument);
            case CLICK -> click(argument);
            case CLOSE -> {
                tool.close();
                closed = true;
            }
            case OPEN, EXPAND, RIGHT_CLICK, CHOOSE, TICK, PRESS -> throw ToolSession.cannot("regedt32", verb, argument);
        }
    }

    private void click(String button) {
        ValueEditor open = editor.orElseThrow(() -> ToolSession.cannot("regedt32", Step.ToolVerb.CLICK, button));
        if (button.equals("OK")) {
            open.ok();
        } else if (button.equals("Cancel")) {
            open.cancel();
        } else {
            throw ToolSession.cannot("regedt32", Step.ToolVerb.CLICK, button);
        }
        editor = Optional.empty();
    }

    @Override
    public Optional<String> window() {
        return closed
                ? Optional.empty()
                : Optional.of(editor.map(ValueEditor::title).orElse(tool.windowTitle()));
    }

    @Override
    public List<String> lines() {
        return closed ? List.of() : tool.values();
    }
}
