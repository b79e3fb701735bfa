package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import ntbed.win32.CaseFolding;

/** Something in a window that a person can fill in, tick or select: its name, what it holds, and what it takes. */
public sealed interface Control {
    /** The words beside it; unique in its window. */
    String name();

    /** What it holds now; empty where nothing is selected; {@code yes} or {@code no} for a check box. */
    String value();

    /** How it looks, a line for each line on the screen. */
    List<String> lines();

    /**
     * The same control after a person changed it.
     *
     * @throws IllegalArgumentException if it does not take that
     */
    Control with(String value);

    /** What of a value may be told to others: a password is not. */
    default String told(String value) {
        return value;
    }

    /** A field to type into. What is typed into a secret one is neither shown nor traced. */
    record Field(String name, String value, boolean secret) implements Control {
        /** A field that anybody may read, but for a password. */
        public static Field of(String name, String text) {
            return new Field(name, text, name.contains("Password"));
        }

        @Override
        public List<String> lines() {
            return List.of(name + ": " + told(value));
        }

        @Override
        public Control with(String typed) {
            return new Field(name, typed, secret);
        }

        @Override
        public String told(String typed) {
            return secret ? "*".repeat(Math.min(typed.length(), 1)) : typed;
        }

        @Override
        public String toString() {
            return "Field[" + lines().get(0) + "]";
        }
    }

    /** A box to tick. */
    record CheckBox(String name, boolean ticked) implements Control {
        /** The value of a ticked box. */
        public static final String YES = "yes";

        @Override
        public String value() {
            return ticked ? YES : "no";
        }

        @Override
        public List<String> lines() {
            return List.of((ticked ? "[x] " : "[ ] ") + name);
        }

        @Override
        public Control with(String yesOrNo) {
            if (!yesOrNo.equals(YES) && !yesOrNo.equals("no")) {
                throw new IllegalArgumentException(name + " can be yes or no, not " + yesOrNo);
            }
            return new CheckBox(name, yesOrNo.equals(YES));
        }
    }

    /** One of a few: a drop-down list or a group of round buttons. An empty choice is none. */
    record Choice(String name, List<String> options, String value) implements Control {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public List<String> lines() {
            return List.of(name + ": " + value);
        }

        @Override
        public Control with(String wanted) {
            return new Choice(name, options, oneOf(name, options, wanted));
        }
    }

    /** A list of lines of which one can be selected. */
    record ListBox(String name, List<String> entries, String value) implements Control {
        public ListBox {
            entries = List.copyOf(entries);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(name + ":");
            lines.addAll(entries);
            return lines;
        }

        @Override
        public Control with(String wanted) {
            return new ListBox(name, entries, oneOf(name, entries, wanted));
        }
    }

    /** The option of that name: whole, or as far as its colon, without regard to case. */
    private static String oneOf(String name, List<String> options, String wanted) {
        String folded = CaseFolding.fold(wanted);
        for (String option : options) {
            if (CaseFolding.fold(option).equals(folded) || CaseFolding.startsWith(option, wanted + ": ")) {
                return option;
            }
        }
        throw new IllegalArgumentException(name + " has no " + wanted + ": " + options);
    }
}
