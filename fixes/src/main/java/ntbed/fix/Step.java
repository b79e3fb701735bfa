package ntbed.fix;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;

/** One step of a plan: data, from a closed set. A step changes what {@link #touches} names and nothing else. */
public sealed interface Step {
    /** What it does, in words, with old and new value: a sentence. */
    String words();

    /** The registry values ({@code key\name}) and files it changes; empty where it changes none itself. */
    List<String> touches();

    /** How it is taken back. */
    Undo undo();

    /** Whether something is lost that {@link #undo} does not bring back. */
    boolean losesData();

    /** Calls the method of the view that is for this kind, and gives its answer. */
    <R> R accept(StepView<R> view);

    /**
     * Sets a value of a key that is there.
     *
     * @param key full path
     * @param name the value's name; empty for the default value
     * @param old what it is now; empty if there is none
     * @param value what it is to be
     */
    record SetValue(String key, String name, Optional<RegistryValue> old, RegistryValue value) implements Step {
        @Override
        public String words() {
            String was = old.map(RegistryValue::toString).orElse("not there");
            return "Set value " + name + " of " + key + " to " + value + " (it is " + was + ").";
        }

        @Override
        public List<String> touches() {
            return List.of(key + "\\" + name);
        }

        @Override
        public Undo undo() {
            return new Undo.BySteps(List.of(
                    old.isPresent()
                            ? new SetValue(key, name, Optional.of(value), old.get())
                            : new DeleteValue(key, name, value)));
        }

        @Override
        public boolean losesData() {
            return false;
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.setValue(this);
        }
    }

    /**
     * Deletes a value.
     *
     * @param key full path
     * @param name the value's name
     * @param old what it is now
     */
    record DeleteValue(String key, String name, RegistryValue old) implements Step {
        @Override
        public String words() {
            return "Delete value " + name + " of " + key + " (it is " + old + ").";
        }

        @Override
        public List<String> touches() {
            return List.of(key + "\\" + name);
        }

        @Override
        public Undo undo() {
            return new Undo.BySteps(List.of(new SetValue(key, name, Optional.empty(), old)));
        }

        @Override
        public boolean losesData() {
            return false;
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.deleteValue(this);
        }
    }

    /**
     * Copies a file to a place where there is none.
     *
     * @param source from where
     * @param target to where
     */
    record CopyFile(NtPath source, NtPath target) implements Step {
        @Override
        public String words() {
            return "Copy " + source + " to " + target + " (there is no such file).";
        }

        @Override
        public List<String> touches() {
            return List.of(target.toString());
        }

        @Override
        public Undo undo() {
            return new Undo.BySteps(List.of(new DeleteFile(target, Optional.of(source))));
        }

        @Override
        public boolean losesData() {
            return false;
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.copyFile(this);
        }
    }

    /**
     * Deletes a file.
     *
     * @param path the file
     * @param copy where an equal file lies; empty = there is none, and its content is lost
     */
    record DeleteFile(NtPath path, Optional<NtPath> copy) implements Step {
        @Override
        public String words() {
            return "Delete " + path
                    + copy.map(kept -> " (a copy is " + kept + ").").orElse(" (there is no copy).");
        }

        @Override
        public List<String> touches() {
            return List.of(path.toString());
        }

        @Override
        public Undo undo() {
            return copy.isPresent()
                    ? new Undo.BySteps(List.of(new CopyFile(copy.get(), path)))
                    : new Undo.Impossible("The file's content is gone.");
        }

        @Override
        public boolean losesData() {
            return copy.isEmpty();
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.deleteFile(this);
        }
    }

    /**
     * Starts a program; what that changes, the fix's author says.
     *
     * @param commandLine what is started
     * @param touches what the program changes
     * @param losesData whether it loses something
     * @param undoCommandLine what takes it back; empty = nothing does
     */
    record RunProgram(String commandLine, List<String> touches, boolean losesData, Optional<String> undoCommandLine)
            implements Step {
        public RunProgram {
            touches = List.copyOf(touches);
        }

        @Override
        public String words() {
            return "Run " + commandLine + ".";
        }

        @Override
        public Undo undo() {
            return undoCommandLine.isPresent()
                    ? new Undo.BySteps(
                            List.of(new RunProgram(undoCommandLine.get(), touches, false, Optional.of(commandLine))))
                    : new Undo.Impossible("What the program did is not recorded.");
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.runProgram(this);
        }
    }

    /**
     * Asks a person for a consent or for something only a person can do.
     *
     * @param question a sentence that can be answered with yes
     */
    record AskPerson(String question) implements Step {
        /** What stands before the first change of the registry (Q256986): no means that nothing is changed. */
        public static AskPerson beforeTheRegistryIsChanged() {
            return new AskPerson(
                    "The registry will be changed. A mistake there can cause serious problems, up to having"
                            + " to reinstall the system; nobody can guarantee that they can be solved, and it is"
                            + " done at your own risk. Is there a backup, and shall it be changed?");
        }

        @Override
        public String words() {
            return "Ask: " + question;
        }

        @Override
        public List<String> touches() {
            return List.of();
        }

        @Override
        public Undo undo() {
            return new Undo.NotNeeded("An answer changes nothing.");
        }

        @Override
        public boolean losesData() {
            return false;
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.askPerson(this);
        }
    }

    /** Restarts the machine. The last step of a plan: the surface that it was done through ends with the session. */
    record Restart() implements Step {
        @Override
        public String words() {
            return "Restart the machine.";
        }

        @Override
        public List<String> touches() {
            return List.of();
        }

        @Override
        public Undo undo() {
            return new Undo.NotNeeded("A restart leaves keys and files as they are.");
        }

        @Override
        public boolean losesData() {
            return false;
        }

        @Override
        public <R> R accept(StepView<R> view) {
            return view.restart(this);
        }
    }
}
