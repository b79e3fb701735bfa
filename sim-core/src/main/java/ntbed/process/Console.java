package ntbed.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A text screen: what console programs print, line after line, as a person reads it. A program that is started from a
 * prompt prints to the prompt's screen; one that is started otherwise has a screen of its own.
 */
public final class Console {
    private final List<String> lines = new ArrayList<>();

    /** An empty screen. */
    public Console() {}

    /** Prints a text and begins a new line; line ends in it count. */
    public void print(String text) {
        text.lines().forEach(lines::add);
        if (text.isEmpty()) {
            lines.add("");
        }
    }

    /** Everything that was printed, first line first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Empties the screen. */
    public void clear() {
        lines.clear();
    }
}
