package ntbed.scenario;

import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.tool.addremove.AddRemovePrograms;

/**
 * Control Panel, Add/Remove Programs in a person's hands: select a line, click Add/Remove..., close. The windows of the
 * program that this starts are answered as those of any program.
 */
final class AddRemoveSession implements ToolSession {
    private final AddRemovePrograms tool;
    private String selected = "";
    private boolean closed;

    AddRemoveSession(Win32 win32) {
        this.tool = AddRemovePrograms.open(win32);
    }

    @Override
    public void use(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> selected = line(argument);
            case CLICK -> click(argument);
            case CLOSE -> {
                tool.close();
                closed = true;
            }
            default -> throw ToolSession.cannot("addremove", verb, argument);
        }
    }

    private String line(String name) {
        for (String program : tool.programs()) {
            if (Nearest.fold(program).equals(Nearest.fold(name))) {
                return program;
            }
        }
        throw new BenchException(
                "Add/Remove Programs has no line \"" + name + "\"; it has: " + String.join(", ", tool.programs()));
    }

    private void click(String button) {
        if (!button.equals("Add/Remove...") || selected.isEmpty()) {
            throw ToolSession.cannot("addremove", Step.ToolVerb.CLICK, button);
        }
        var unused = tool.addRemove(selected);
    }

    @Override
    public Optional<String> window() {
        return closed ? Optional.empty() : Optional.of(AddRemovePrograms.TITLE);
    }

    @Override
    public List<String> lines() {
        return closed ? List.of() : tool.programs();
    }
}
