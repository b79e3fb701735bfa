package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.time.SeededRandom;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/** One machine on a bench: off as an image, or on, with a person who may be logged on and have a tool open. */
final class Station {
    private static final int STEP_MILLIS = 500;
    private static final int PROGRAM_MILLIS = 600_000;
    private static final int REST_MILLIS = 60_000;

    private final String name;
    private final long seed;
    private final List<Trace> traces = new ArrayList<>();
    private final List<Machine> past = new ArrayList<>();
    private MachineImage image;
    private @Nullable Machine machine;
    private @Nullable Win32 user;
    private @Nullable ToolSession tool;
    private int shownBeforeTool;

    Station(String name, MachineImage image, long seed) {
        this.name = name;
        this.image = image;
        this.seed = seed;
    }

    /** The machine as it is when it is off. */
    MachineImage image() {
        settleOff();
        if (machine != null) {
            throw new BenchException(name + " is on; shut it down first");
        }
        return image;
    }

    /** The same machine, off, for another bench. */
    Station copy() {
        return new Station(name, image(), seed);
    }

    void changeImage(MachineImage changed) {
        image = changed;
    }

    boolean isOn() {
        settleOff();
        return machine != null;
    }

    Machine machine() {
        settleOff();
        Machine on = machine;
        if (on == null) {
            throw new BenchException(name + " is off");
        }
        return on;
    }

    /** Switches it on; equal machines in equal situations have equal luck, whatever bench they stand on. */
    void powerOn() {
        if (isOn()) {
            throw new BenchException(name + " is on already");
        }
        SeededRandom luck = new SeededRandom(seed).fork(name + " " + (past.size() + 1));
        Machine on = Machine.powerOn(image, luck.nextLong());
        machine = on;
        past.add(on);
        traces.add(on.trace());
        boot();
    }

    /** Lets it start until somebody is asked for something. */
    private void boot() {
        user = null;
        tool = null;
        Optional<String> failure = machine()
                .boot()
                .fold(
                        started -> Optional.empty(),
                        inSetup -> Optional.empty(),
                        stop -> Optional.of(String.join(" ", stop.lines())),
                        notLoaded -> Optional.of(String.join(" ", notLoaded.lines())),
                        hung -> Optional.of("nothing happens any more after " + hung.phase()));
        if (failure.isPresent()) {
            throw new BenchException(name + " does not start: " + failure.get());
        }
    }

    void shutDown() {
        image = machine().shutDown();
        forget();
    }

    void cutPower() {
        image = machine().powerCut();
        forget();
    }

    void restart() {
        Machine unused = machine().restart();
        boot();
    }

    void logOn(String userName, String password) {
        user = machine().logOn(userName, password);
        machine().runForMillis(REST_MILLIS);
    }

    /** The door of the person at the machine. */
    Win32 user() {
        settleOff();
        Win32 door = user;
        if (door == null) {
            throw new BenchException("nobody is logged on at " + name);
        }
        return door;
    }

    /** The door for a look at the machine: the person's, or the system's where nobody is logged on. */
    Win32 eyes() {
        Win32 door = user;
        return door == null ? machine().asSystem() : door;
    }

    /** Lets time pass while a condition holds, at most as long as a program may take; then until all is at rest. */
    void letItWork(BooleanSupplier busy) {
        int starts = starts();
        for (int passed = 0; passed < PROGRAM_MILLIS && isOn() && busy.getAsBoolean(); passed += STEP_MILLIS) {
            machine().runForMillis(STEP_MILLIS);
        }
        if (isOn()) {
            machine().runForMillis(REST_MILLIS);
        }
        if (isOn() && starts() != starts) {
            boot();
        }
    }

    /** How often the loader began on this machine, on this bench. */
    int starts() {
        int starts = 0;
        for (Trace trace : traces) {
            for (TraceEvent event : trace.events()) {
                if (event instanceof TraceEvent.Power power
                        && (power.change().equals("on") || power.change().equals("restart"))) {
                    starts++;
                }
            }
        }
        return starts;
    }

    /** Time that passed on it, all its runs taken together. */
    long virtualMillis() {
        long millis = 0;
        for (Machine on : past) {
            millis += on.clock().uptimeMillis();
        }
        return millis;
    }

    List<Trace> traces() {
        return traces;
    }

    void open(ToolSession opened) {
        tool = opened;
        shownBeforeTool = machine().desktop().shown().size();
    }

    /** The message box in front of the person: the tool's own, or the last one that the machine put up. */
    Optional<Observation.Window> message() {
        List<Desktop.Dialog> open = machine().desktop().open();
        Optional<Observation.Window> box = tool().flatMap(ToolSession::message);
        return box.isPresent() || open.isEmpty()
                ? box
                : Optional.of(new Observation.Window(
                        open.get(open.size() - 1).title(),
                        open.get(open.size() - 1).text()));
    }

    /** Clicks a button of the last message box that the machine put up since the tool was opened, if there is one. */
    boolean clickMessage(String button) {
        Desktop desktop = machine().desktop();
        List<Desktop.Dialog> late =
                desktop.shown().subList(shownBeforeTool, desktop.shown().size());
        for (int i = late.size() - 1; i >= 0; i--) {
            if (desktop.open().contains(late.get(i)) && late.get(i).buttons().contains(button)) {
                if (late.get(i).window().greyed().contains(button)) {
                    throw new BenchException("the button is greyed: " + button);
                }
                desktop.answer(late.get(i), new Desktop.Answer(button, Map.of()));
                letItWork(() -> false);
                return true;
            }
        }
        return false;
    }

    /** This machine as it is now. */
    Glimpse glimpse() {
        boolean on = isOn();
        MachineImage disk = on ? machine().snapshot() : image;
        SortedMap<HiveMount, KeyTree> keys = ImageDifferences.keys(disk);
        if (on) {
            Win32 system = machine().asSystem();
            keys.replaceAll(
                    (mount, flushed) -> system.registry().tree(mount.path()).orElse(flushed));
        }
        List<Glimpse.TraceSoFar> seen = new ArrayList<>();
        traces.forEach(
                trace -> seen.add(new Glimpse.TraceSoFar(trace, trace.events().size())));
        return new Glimpse(
                name, keys, disk.drives(), on ? toolScreen() : Optional.empty(), on ? boxes() : new TreeMap<>(), seen);
    }

    private Optional<StepDone.Screen> toolScreen() {
        return tool().flatMap(
                        open -> open.window().map(title -> new StepDone.Screen(title, open.lines(), open.buttons())));
    }

    private SortedMap<Integer, StepDone.Screen> boxes() {
        SortedMap<Integer, StepDone.Screen> boxes = new TreeMap<>();
        for (Desktop.Dialog box : machine().desktop().open()) {
            boxes.put(box.id(), new StepDone.Screen(box.title(), box.window().lines(), box.buttons()));
        }
        return boxes;
    }

    /** A tool may have restarted the machine. */
    void settleRestart() {
        if (isOn() && !machine().hasLogOnBox() && user != null) {
            letItWork(() -> false);
        }
    }

    Optional<ToolSession> tool() {
        return Optional.ofNullable(tool);
    }

    /** A program or a fix may have switched it off. */
    private void settleOff() {
        if (machine != null && !machine.isOn()) {
            image = machine.shutDown();
            forget();
        }
    }

    private void forget() {
        machine = null;
        user = null;
        tool = null;
    }

    @Override
    public String toString() {
        return name;
    }
}
