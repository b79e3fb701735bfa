package ntbed.scenario;

import java.util.List;
import java.util.Optional;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.process.Window;

/**
 * A tool whose windows come up in front of it: what a person does goes to the window in front, and to the tool only
 * where none waits.
 */
abstract class DialogSession implements ToolSession {
    private final String name;
    private final Hand hand;
    private boolean closed;

    DialogSession(String name, Desktop desktop) {
        this.name = name;
        this.hand = new Hand(desktop);
    }

    /** Does one thing with the tool's own window. */
    abstract void useTool(Step.ToolVerb verb, String argument);

    /** Title of the tool's own window. */
    abstract String toolWindow();

    /** What the tool's own window shows. */
    abstract List<String> toolLines();

    /** Leaves the tool. */
    abstract void leave();

    /** Whether the tool's window went away by itself. */
    boolean isGone() {
        return false;
    }

    @Override
    public final void use(Step.ToolVerb verb, String argument) {
        try {
            if (hand.window().isPresent()) {
                useWindow(verb, argument);
            } else if (closed || isGone()) {
                throw new BenchException(name + " is closed");
            } else if (verb == Step.ToolVerb.CLOSE) {
                leave();
                closed = true;
            } else {
                useTool(verb, argument);
            }
        } catch (IllegalArgumentException notThere) {
            throw new BenchException(name + ": " + notThere.getMessage());
        }
    }

    @Override
    public final void use(Step.ToolVerb verb, String field, String argument) {
        use(verb, field.isEmpty() ? argument : field + ": " + argument);
    }

    private void useWindow(Step.ToolVerb verb, String argument) {
        switch (verb) {
            case SELECT -> hand.select(argument);
            case CHOOSE -> hand.choose(argument);
            case TYPE -> hand.type(argument);
            case CLICK -> hand.click(argument);
            case TICK -> hand.tick(argument);
            case UNTICK -> hand.untick(argument);
            case OPEN, EXPAND, DOUBLE_CLICK, RIGHT_CLICK, PRESS, CLOSE ->
                throw new BenchException(
                        "the window " + window().orElseThrow() + " is in front of " + name + " and waits");
        }
    }

    /** What the tool does not offer. */
    final BenchException cannot(Step.ToolVerb verb, String argument) {
        return ToolSession.cannot(name, verb, argument);
    }

    @Override
    public final Optional<String> window() {
        Optional<String> front = hand.window().map(Desktop.Dialog::title);
        return front.or(() -> closed || isGone() ? Optional.empty() : Optional.of(toolWindow()));
    }

    @Override
    public final List<String> lines() {
        Optional<List<String>> front = hand.window().map(Desktop.Dialog::window).map(Window::lines);
        return front.orElseGet(() -> closed || isGone() ? List.of() : toolLines());
    }

    @Override
    public final List<String> buttons() {
        return hand.window().map(Desktop.Dialog::buttons).orElse(List.of());
    }
}
