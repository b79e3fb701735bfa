package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ntbed.win32.Win32Exception;

/** One thing that is done: one line of an article. The set is closed; {@link StepWords} has a word for each. */
public sealed interface Step
        permits Damage,
                SetPermissions,
                Step.AddUser,
                Step.Answer,
                Step.AsSystem,
                Step.At,
                Step.CopyDisk,
                Step.CopyFile,
                Step.DeleteFromRegistry,
                Step.InsertDisc,
                Step.Install,
                Step.LogOn,
                Step.OnEdition,
                Step.Power,
                Step.Refused,
                Step.RenameFile,
                Step.Run,
                Step.SetValue,
                Step.UseTool,
                Step.Wait,
                Step.WriteFile {
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
            StringBuilder words = new StringBuilder("answer: " + window + ", " + button);
            fields.forEach((name, typed) -> words.append(", ")
                    .append(name)
                    .append(": ")
                    .append(Nearest.fold(name).contains("password") ? "(not shown)" : typed));
            return words.toString();
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

    /** Gives a file another name, or moves it. */
    record RenameFile(String from, String to) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.renameFile(from, to);
        }

        @Override
        public String written() {
            return "rename file: " + from + " to " + to;
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

    /** Adds an account to the machine, and to local groups. */
    record AddUser(String name, String password, List<String> groups) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.addUser(name, password, groups);
        }

        @Override
        public String written() {
            return "add user: " + name + (groups.isEmpty() ? "" : ", in " + String.join(", ", groups));
        }
    }

    /** Does steps as the machine itself would, not as the person who is logged on. */
    record AsSystem(List<Step> steps) implements Step {
        @Override
        public void perform(Bench bench) {
            bench.asSystem(() -> steps.forEach(step -> step.perform(bench)));
        }

        @Override
        public String written() {
            return "as system: " + together(steps);
        }
    }

    /** Does steps on that edition only. */
    record OnEdition(Map<Edition, List<Step>> steps) implements Step {
        @Override
        public void perform(Bench bench) {
            steps.getOrDefault(bench.edition(), List.of()).forEach(step -> step.perform(bench));
        }

        @Override
        public String written() {
            List<String> editions = new ArrayList<>();
            steps.forEach((edition, done) -> editions.add(edition.word() + ": " + together(done)));
            return "on edition: " + String.join("; ", editions);
        }
    }

    /** Tries what the machine must refuse with that error. */
    record Refused(Step step, int error) implements Step {
        @Override
        public void perform(Bench bench) {
            try {
                step.perform(bench);
            } catch (Win32Exception e) {
                if (e.error().code() == error) {
                    return;
                }
                throw new BenchException("expected error " + error + ", the machine said: " + e.getMessage());
            }
            throw new BenchException("expected error " + error + ", but the machine did it");
        }

        @Override
        public String written() {
            return "refused: " + step.written() + " (error " + error + ")";
        }
    }

    private static String together(List<Step> steps) {
        List<String> written = new ArrayList<>();
        steps.forEach(step -> written.add(step.written()));
        return String.join(", ", written);
    }

    /** What one does with a tool in front of one. */
    enum ToolVerb {
        OPEN,
        SELECT,
        EXPAND,
        DOUBLE_CLICK,
        RIGHT_CLICK,
        CHOOSE,
        TYPE,
        TICK,
        UNTICK,
        PRESS,
        CLICK,
        CLOSE;

        /** The verb as an article writes it. */
        String word() {
            String word = Nearest.fold(name());
            return word.endsWith("_click") ? word.replace('_', '-') : word;
        }
    }

    /** Uses the tool that is open; {@code field} names a box or list of its window, empty = the one in front. */
    record UseTool(ToolVerb verb, String field, String argument) implements Step {
        UseTool(ToolVerb verb, String argument) {
            this(verb, "", argument);
        }

        @Override
        public void perform(Bench bench) {
            bench.useTool(verb, field, argument);
        }

        @Override
        public String written() {
            String typed = field.contains("Password") ? "*" : argument;
            String what = field.isEmpty() ? argument : field + ": " + typed;
            return what.isEmpty() ? verb.word() : verb.word() + ": " + what;
        }
    }
}
