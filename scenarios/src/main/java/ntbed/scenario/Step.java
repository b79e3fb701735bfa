package ntbed.scenario;

import java.util.List;
import java.util.Map;

/** One thing that is done: one line of an article. The set is closed; {@link StepWords} has a word for each. */
public sealed interface Step {
    /** Does it. */
    void perform(Bench bench);

    /** The step as an article writes it. */
    String written();

    /** From here on, steps are done at the machine of that name. */
    record At(String machine) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.at(machine);
        }

        @Override
        public String written() {
            return "at: " + machine;
        }
    }

    /** The four things one does with the power switch and the Start menu. */
    enum Switch {
        POWER_ON,
        SHUT_DOWN,
        RESTART,
        CUT_POWER
    }

    /** Switches the machine. */
    record Power(Switch change) implements Step {
        @Override
        public void perform(Bench bench) {
            switch (change) {
                case POWER_ON -> bench.powerOn();
                case SHUT_DOWN -> bench.shutDown();
                case RESTART -> bench.restart();
                case CUT_POWER -> bench.cutPower();
            }
        }

        @Override
        public String written() {
            return Nearest.fold(change.name()).replace('_', ' ');
        }
    }

    /** Copies the disk of the machine, which is off, to a new machine of that name. */
    record CopyDisk(String to) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.copyDisk(to);
        }

        @Override
        public String written() {
            return "copy disk to: " + to;
        }
    }

    /** Logs a user on at the machine. */
    record LogOn(String user, String password) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.logOn(user, password);
        }

        @Override
        public String written() {
            return "log on: " + user;
        }
    }

    /** Lets virtual time pass. */
    record Wait(long millis) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.waitFor(millis);
        }

        @Override
        public String written() {
            return "wait: " + millis + " ms";
        }
    }

    /** Puts a disc into the drive. */
    record InsertDisc(String disc) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.insertDisc(disc);
        }

        @Override
        public String written() {
            return "insert disc: " + disc;
        }
    }

    /** Installs a component. */
    record Install(String component) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.install(component);
        }

        @Override
        public String written() {
            return "install: " + component;
        }
    }

    /** Starts a program by its command line and lets it come to rest. */
    record Run(String commandLine) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.run(commandLine);
        }

        @Override
        public String written() {
            return "run: " + commandLine;
        }
    }

    /** Answers a window: the one of that title that has waited longest. */
    record Answer(String window, String button, Map<String, String> fields) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.answer(window, button, fields);
        }

        @Override
        public String written() {
            return "answer: " + window + ", " + button;
        }
    }

    /** What happens to a file. */
    enum FileDamage {
        DELETE_FILE,
        EMPTY_FILE,
        FLIP_BYTE
    }

    /** Damages a file. */
    record DamageFile(FileDamage damage, String path, int offset) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.damageFile(damage, path, offset);
        }

        @Override
        public String written() {
            return Nearest.fold(damage.name()).replace('_', ' ') + ": " + path
                    + (damage == FileDamage.FLIP_BYTE ? " at " + offset : "");
        }
    }

    /** Copies a file. */
    record CopyFile(String from, String to) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.copyFile(from, to);
        }

        @Override
        public String written() {
            return "copy file: " + from + " to " + to;
        }
    }

    /** Writes a file of text lines. */
    record WriteFile(String path, List<String> lines) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.writeFile(path, lines);
        }

        @Override
        public String written() {
            return "write file: " + path;
        }
    }

    /** Sets a value of the registry. */
    record SetValue(String key, String name, String type, List<String> data) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.setValue(key, name, type, data);
        }

        @Override
        public String written() {
            return "set value: " + key + ", " + name + ": " + type + ": " + String.join(" ", data);
        }
    }

    /** Deletes a key with everything below it, or one value of it. */
    record DeleteFromRegistry(String key, String valueName) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.deleteFromRegistry(key, valueName);
        }

        @Override
        public String written() {
            return valueName.isEmpty() ? "delete key: " + key : "delete value: " + key + ", " + valueName;
        }
    }

    /** What one does with a tool in front of one. */
    enum ToolVerb {
        OPEN,
        SELECT,
        DOUBLE_CLICK,
        CHOOSE,
        TYPE,
        CLICK,
        CLOSE
    }

    /** Uses the tool that is open. */
    record UseTool(ToolVerb verb, String argument) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.useTool(verb, argument);
        }

        @Override
        public String written() {
            String word = verb == ToolVerb.DOUBLE_CLICK ? "double-click" : Nearest.fold(verb.name());
            return argument.isEmpty() ? word : word + ": " + argument;
        }
    }
}
