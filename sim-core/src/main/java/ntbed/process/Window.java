package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a window shows.
 *
 * @param title the title bar
 * @param text the text above the controls, lines separated by {@code \n}
 * @param controls what can be filled in, ticked or selected, in order
 * @param buttons the buttons, the default one first
 * @param greyed those of them that cannot be clicked
 */
public record Window(String title, String text, List<Control> controls, List<String> buttons, List<String> greyed) {
    public Window {
        controls = List.copyOf(controls);
        buttons = List.copyOf(buttons);
        greyed = List.copyOf(greyed);
    }

    /** A window without greyed buttons. */
    public static Window of(String title, String text, List<Control> controls, String... buttons) {
        return new Window(title, text, controls, List.of(buttons), List.of());
    }

    /** A message box: a text and its buttons. */
    public static Window message(String title, String text, String... buttons) {
        return of(title, text, List.of(), buttons);
    }

    /** The same window with a button that cannot be clicked. */
    public Window withGreyed(String button) {
        List<String> more = new ArrayList<>(greyed);
        more.add(button);
        return new Window(title, text, controls, buttons, more);
    }

    /** The control of that name. */
    public Optional<Control> control(String name) {
        return controls.stream().filter(control -> control.name().equals(name)).findFirst();
    }

    /** What the control of that name holds; empty if there is none. */
    public String value(String name) {
        return control(name).map(Control::value).orElse("");
    }

    /**
     * The window after a person changed one control.
     *
     * @throws IllegalArgumentException there is no such control, or it does not take that
     */
    public Window with(String name, String value) {
        Control old = control(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("the window has no field " + name + ": " + controlNames()));
        List<Control> changed = new ArrayList<>(controls);
        changed.set(controls.indexOf(old), old.with(value));
        return new Window(title, text, changed, buttons, greyed);
    }

    /** The names of the controls, in order. */
    public List<String> controlNames() {
        return controls.stream().map(Control::name).toList();
    }

    /** The text and what the controls hold, but for empty fields: how a trace tells of the window. */
    public String told() {
        StringBuilder told = new StringBuilder(text);
        for (Control control : controls) {
            if (!(control instanceof Control.Field) || !control.value().isEmpty()) {
                told.append(told.length() == 0 ? "" : "\n").append(String.join("\n", control.lines()));
            }
        }
        return told.toString();
    }

    /** Everything that stands in it, line by line; a greyed button says so. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(lines::add);
        controls.forEach(control -> lines.addAll(control.lines()));
        greyed.forEach(button -> lines.add(button + " (greyed)"));
        return lines;
    }
}
