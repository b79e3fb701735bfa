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
     * @param window what it shows
     */
    record Dialog(int id, Window window) {
        /** The title bar. */
        public String title() {
            return window.title();
        }

        /** The text, lines separated by {@code \n}. */
        public String text() {
            return window.text();
        }

        /** Names of the fields to fill in, in order. */
        public List<String> fields() {
            return window.controlNames();
        }

        /** The buttons, the default one first. */
        public List<String> buttons() {
            return window.buttons();
        }
    }

    /** What is behind a window: the program that showed it. */
    @FunctionalInterface
    interface Behind {
        /**
         * A person clicked a button, which took the window away.
         *
         * @param answer the button, and the fields that were changed
         * @param last the window as it was last
         */
        void answered(Answer answer, Window last);

        /** What the window shows after a person changed a control; its buttons and the controls' names stay. */
        default Window changed(Window now, String control) {
            return now;
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

    /** Opens a window with fields that are empty; {@code onAnswer} runs when it is answered. */
    default Dialog show(
            String title, String text, List<String> fields, List<String> buttons, Consumer<Answer> onAnswer) {
        List<Control> controls =
                fields.stream().<Control>map(name -> Control.Field.of(name, "")).toList();
        Window window = new Window(title, text, controls, buttons, List.of());
        return show(window, (answer, last) -> onAnswer.accept(answer));
    }

    /** Opens a window. */
    Dialog show(Window window, Behind behind);

    /** The windows that wait, oldest first, as they are now. */
    List<Dialog> open();

    /**
     * A person changes a control of a window: types, ticks or selects.
     *
     * @return the window as it is now
     * @throws IllegalArgumentException the window has no such control, or it does not take that
     */
    Dialog change(Dialog dialog, String control, String value);

    /**
     * Answers one. A button that the window has not or that is greyed, or a field that it has not, is an {@link
     * IllegalArgumentException}.
     */
    void answer(Dialog dialog, Answer answer);

    /** Every window that was shown since the machine last started, oldest first, as it was when it opened. */
    List<Dialog> shown();
}
