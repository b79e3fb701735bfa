package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.tool.services.ServicesApplet;

/** Control Panel, Services in a person's hands: select a service, click Start or Stop, close. */
final class ServicesSession implements ToolSession {
    private final ServicesApplet tool;
    private String selected = "";
    private boolean closed;

    ServicesSession(Win32 win32) {
        this.tool = ServicesApplet.open(win32);
    }

    @Override
    public void use(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> selected = argument;
            case CLICK -> click(argument);
            case CLOSE -> {
                tool.close();
                closed = true;
            }
            case OPEN, EXPAND, DOUBLE_CLICK, RIGHT_CLICK, CHOOSE, TYPE, TICK, UNTICK, PRESS ->
                throw ToolSession.cannot("services", verb, argument);
        }
    }

    /** Whether it worked is seen in the list, or in the message box that the applet shows. */
    private void click(String button) {
        switch (button) {
            case "Start" -> {
                boolean unused = tool.start(selected);
            }
            case "Stop" -> {
                var unused = tool.stop(selected);
            }
            default -> throw ToolSession.cannot("services", Step.ToolVerb.CLICK, button);
        }
    }

    @Override
    public Optional<String> window() {
        return closed ? Optional.empty() : Optional.of(ServicesApplet.TITLE);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!closed) {
            tool.rows().forEach(row -> lines.add(row.service() + ", " + row.status() + ", " + row.startup()));
        }
        return lines;
    }
}
