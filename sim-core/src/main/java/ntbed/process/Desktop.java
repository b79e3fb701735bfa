package ntbed.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The interactive desktop: windows that wait for a person's answer. */
public interface Desktop {
    /**
     * A window that waits.
     *
     * @param id unique while the machine runs
     * @param title the title bar
     * @param text the text, lines separated by {@code \n}
     * @param fields names of the fields to fill in, in order
     * @param buttons the buttons, the default one first
     */
    record Dialog(int id, String title, String text, List<String> fields, List<String> buttons) {
        public Dialog {
            fields = List.copyOf(fields);
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * A person's answer.
     *
     * @param button the button that was clicked
     * @param fields what was typed, by field name, in the order it was typed
     */
    record Answer(String button, Map<String, String> fields) {
        public Answer {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Opens a window; {@code onAnswer} runs when it is answered. */
    Dialog show(String title, String text, List<String> fields, List<String> buttons, Consumer<Answer> onAnswer);

    /** The windows that wait, oldest first. */
    List<Dialog> open();

    /** Answers one. A button or field that the window has not is an {@link IllegalArgumentException}. */
    void answer(Dialog dialog, Answer answer);

    /** Every window that was shown since power-on, oldest first. */
    List<Dialog> shown();
}
