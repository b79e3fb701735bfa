package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.win32.NotSimulatedException;

/**
 * A Properties window: its tabs are buttons beside OK, Cancel and Apply, a click on one brings its fields up. The
 * values were read when it opened; what is typed reaches the metabase with Apply or OK.
 */
final class PropertySheet {
    private static final String OK = "OK";
    private static final String CANCEL = "Cancel";
    private static final String APPLY = "Apply";

    private final Snapin snapin;
    private final Node node;
    private final SheetLayout layout;
    private final Map<Setting, String> values = new LinkedHashMap<>();
    private final Map<Setting, String> typed = new LinkedHashMap<>();
    private String tab;

    /** Reads all values; the metabase's errors go to the caller. */
    PropertySheet(Snapin snapin, Node node, SheetLayout layout) {
        this.snapin = snapin;
        this.node = node;
        this.layout = layout;
        this.tab = layout.tabs().get(0);
        read();
    }

    private void read() {
        for (Setting setting : layout.settings()) {
            values.put(setting, setting.read(snapin.metabase(), node));
        }
    }

    /** Puts it on the desktop, the tab in front. */
    Desktop.Dialog show() {
        List<Control> controls = new ArrayList<>();
        for (Setting setting : layout.settingsOn(tab)) {
            controls.add(setting.control(value(setting)));
        }
        List<String> buttons = new ArrayList<>(List.of(OK, CANCEL, APPLY));
        buttons.addAll(layout.tabs());
        String text = String.join("\n", layout.notes());
        Window window = new Window(node.name() + " Properties", text, controls, buttons, List.of(tab));
        return snapin.win32().desktop().show(window, this::clicked);
    }

    private void clicked(Desktop.Answer answer, Window last) {
        for (Setting setting : layout.settingsOn(tab)) {
            String entered = last.value(setting.label());
            if (!entered.equals(value(setting))) {
                typed.put(setting, entered);
            }
        }
        switch (answer.button()) {
            case OK -> apply(false);
            case CANCEL -> snapin.trace("Cancel: " + last.title());
            case APPLY -> apply(true);
            default -> turnTo(answer.button());
        }
    }

    private void turnTo(String clicked) {
        boolean filled = !layout.settingsOn(clicked).isEmpty();
        if (filled) {
            tab = clicked;
        }
        Desktop.Dialog unused = show();
        if (!filled) {
            throw new NotSimulatedException("the tab " + clicked + " of " + node.name() + " Properties");
        }
    }

    /** Writes what was typed; the window stays after Apply, and after a failure, which is told in front of it. */
    private void apply(boolean stays) {
        Optional<String> problem = complaint();
        if (problem.isEmpty() && !typed.isEmpty()) {
            problem = snapin.problemConfiguring(this::write);
        }
        if (problem.isPresent() || stays) {
            Desktop.Dialog unused = show();
        }
        problem.ifPresent(snapin::messageBox);
    }

    private Optional<String> complaint() {
        for (Map.Entry<Setting, String> entry : typed.entrySet()) {
            String complaint = entry.getKey().complaint(entry.getValue());
            if (!complaint.isEmpty()) {
                return Optional.of(complaint);
            }
        }
        return Optional.empty();
    }

    private void write() {
        typed.forEach((setting, text) -> setting.write(snapin.metabase(), node, text));
        typed.clear();
        read();
        snapin.changed(node);
    }

    private String value(Setting setting) {
        String entered = typed.get(setting);
        String known = entered != null ? entered : values.get(setting);
        if (known == null) {
            throw new AssertionError(setting.label());
        }
        return known;
    }
}
