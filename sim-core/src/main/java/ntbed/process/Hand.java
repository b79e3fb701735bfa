package ntbed.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.process.Control.CheckBox;
import ntbed.process.Control.Choice;
import ntbed.process.Control.Field;
import ntbed.process.Control.ListBox;

/**
 * A person's hand on the window that came up last, of those that came up since the person began.
 *
 * <p>What the window does not offer is an {@link IllegalArgumentException} that says what it does offer.
 */
public final class Hand {
    private final Desktop desktop;
    private final int before;

    /** A hand for windows that come up from now on. */
    public Hand(Desktop desktop) {
        this.desktop = desktop;
        List<Desktop.Dialog> shown = desktop.shown();
        this.before = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).id();
    }

    /** The window in front; empty if none waits. */
    public Optional<Desktop.Dialog> window() {
        Optional<Desktop.Dialog> newest = Optional.empty();
        for (Desktop.Dialog dialog : desktop.open()) {
            if (dialog.id() > before
                    && dialog.id() > newest.map(Desktop.Dialog::id).orElse(0)) {
                newest = Optional.of(dialog);
            }
        }
        return newest;
    }

    /** Selects a line of a list: the first list that has it. {@code Names: Administrators} names the list as well. */
    public void select(String line) {
        set(line, ListBox.class);
    }

    /** Chooses one of a few: the first choice that offers it; {@code Radix: Hex} names the choice as well. */
    public void choose(String option) {
        set(option, Choice.class);
    }

    /** Types over what is in the first field; {@code File name: a.reg} names another. */
    public void type(String text) {
        set(text, Field.class);
    }

    /** Ticks a box. */
    public void tick(String box) {
        set(box + ": " + CheckBox.YES, CheckBox.class);
    }

    /** Takes the tick out of a box. */
    public void untick(String box) {
        set(box + ": no", CheckBox.class);
    }

    /** Clicks a button; the dots after its name may be left out. */
    public void click(String button) {
        Desktop.Dialog dialog = front();
        String label = dialog.buttons().contains(button + "...") ? button + "..." : button;
        desktop.answer(dialog, new Desktop.Answer(label, Map.of()));
    }

    private void set(String what, Class<? extends Control> kind) {
        Desktop.Dialog dialog = front();
        for (Control control : dialog.window().controls()) {
            String prefix = control.name() + ": ";
            if (kind.isInstance(control) && what.startsWith(prefix)) {
                desktop.change(dialog, control.name(), what.substring(prefix.length()));
                return;
            }
        }
        for (Control control : dialog.window().controls()) {
            if (kind.isInstance(control) && takes(control, what)) {
                desktop.change(dialog, control.name(), what);
                return;
            }
        }
        throw new IllegalArgumentException("the window " + dialog.title() + " has no " + what + ": "
                + dialog.window().lines());
    }

    private static boolean takes(Control control, String what) {
        try {
            Control unused = control.with(what);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private Desktop.Dialog front() {
        return window().orElseThrow(() -> new IllegalArgumentException("no window waits"));
    }
}
