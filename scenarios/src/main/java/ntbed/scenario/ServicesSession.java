package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.tool.services.ServicesApplet;

/**
 * Control Panel, Services in a person's hands: select a service, click Start, Stop, Pause, Continue or Startup, close.
 * Whether it worked is seen in the list, or in the message box that comes up.
 */
final class ServicesSession extends DialogSession {
    private final ServicesApplet tool;
    private String selected = "";

    ServicesSession(Win32 win32) {
        super("services", win32.desktop());
        this.tool = ServicesApplet.open(win32);
    }

    @Override
    void useTool(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> select(argument);
            case CLICK -> click(argument);
            default -> throw cannot(verb, argument);
        }
    }

    private void select(String service) {
        if (tool.row(service).isEmpty()) {
            throw new BenchException("the list of services has no " + service);
        }
        selected = service;
    }

    private void click(String button) {
        switch (button) {
            case "Start" -> {
                boolean unused = tool.start(selected);
            }
            case "Stop" -> {
                var unused = tool.stop(selected);
            }
            case "Pause" -> {
                boolean unused = tool.pause(selected);
            }
            case "Continue" -> {
                boolean unused = tool.resume(selected);
            }
            case "Startup", "Startup..." -> {
                var unused = tool.startup(selected);
            }
            default -> throw cannot(Step.ToolVerb.CLICK, button);
        }
    }

    @Override
    String toolWindow() {
        return ServicesApplet.TITLE;
    }

    @Override
    List<String> toolLines() {
        List<String> lines = new ArrayList<>();
        tool.rows().forEach(row -> lines.add(row.service() + ", " + row.status() + ", " + row.startup()));
        return lines;
    }

    @Override
    void leave() {
        tool.close();
    }
}
