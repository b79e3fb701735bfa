package ntbed.machine;

import java.util.function.BooleanSupplier;
import ntbed.boot.BootChoices;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootSequence;
import ntbed.boot.Screen;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage.PowerOff;
import ntbed.process.Desktop;
import ntbed.process.NtProcess;
import ntbed.process.ProcessHost;
import ntbed.security.LogonAuthority;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.SeededRandom;
import ntbed.time.SimClock;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * A machine that was switched on. Time passes only in the methods that say so; between them it stands still.
 *
 * <p>A restart, wherever it comes from (a person, a program, a driver that makes the kernel revert to Last Known Good),
 * goes on in the same object, clock and trace; a machine that was shut down, or whose power was cut, is off for good:
 * its {@link MachineImage} can be switched on again.
 */
public final class Machine implements ProcessHost {
    /** A boot that takes longer than this will never end. [I] */
    private static final long PATIENCE_MILLIS = 24 * 3_600_000L;

    private static final long SETTLE_MILLIS = 3_600_000L;

    private final EventQueue queue;
    private final Trace trace;
    private final SeededRandom random;
    private final Screen screen;
    private PowerCycle cycle;
    private int cycles;
    private @Nullable Runnable transition;
    private BootChoices nextChoices = BootChoices.normal();
    private @Nullable MachineImage off;

    private Machine(MachineImage image, long seed, BootChoices choices) {
        queue = new EventQueue(image.clock());
        trace = new Trace(queue);
        random = new SeededRandom(seed);
        screen = new Screen(trace);
        power("on");
        cycle = newCycle(image, choices);
    }

    /** Switches a machine on; nobody touches a key while it boots. */
    public static Machine powerOn(MachineImage image, long seed) {
        return powerOn(image, seed, BootChoices.normal());
    }

    /** Switches a machine on. All chance of the run comes from the seed. */
    public static Machine powerOn(MachineImage image, long seed, BootChoices choices) {
        return new Machine(image, seed, choices);
    }

    private PowerCycle newCycle(MachineImage image, BootChoices choices) {
        PowerCycle made = new PowerCycle(this, image, queue, trace, random.fork("cycle " + ++cycles), screen, choices);
        var unused = queue.schedule(0, () -> made.boot().begin());
        return made;
    }

    /**
     * Lets time pass until the boot has come to an end: log-on box up and auto-start over, STOP, set-up that waits for
     * a person, or nothing left that could happen. Restarts on the way (into Last Known Good, after set-up) are gone
     * through.
     */
    public BootOutcome boot() {
        long patience = queue.uptimeMillis() + PATIENCE_MILLIS;
        while (true) {
            settleTransition();
            BootOutcome outcome = cycle.outcome();
            if (outcome != null) {
                return outcome;
            }
            var setup = cycle.boot().setupCommand();
            if (setup.isPresent() && !cycle.parts().desktop().open().isEmpty()) {
                return new BootOutcome.InSetup(setup.get());
            }
            if (off != null || queue.nextAtMillis() > patience || !queue.runNext()) {
                return new BootOutcome.Hung(cycle.boot().phase());
            }
        }
    }

    /**
     * Lets time pass until the log-on box is up, whether or not auto-start is over (rule B14); false if it never is.
     */
    public boolean waitForLogOnBox() {
        return runWhile(() -> !cycle.boot().logOnBoxIsUp() && cycle.outcome() == null)
                && cycle.boot().logOnBoxIsUp();
    }

    /** Lets that much time pass. */
    public void runForMillis(long millis) {
        runUntilMillis(queue.uptimeMillis() + millis);
    }

    /** Lets time pass until the machine has been on for that long. */
    public void runUntilMillis(long uptimeMillis) {
        settleTransition();
        while (off == null && queue.nextAtMillis() <= uptimeMillis) {
            boolean unused = queue.runNext();
            settleTransition();
        }
        if (off == null) {
            queue.runUntilMillis(uptimeMillis);
        }
    }

    /** Lets time pass until nothing is left to happen, at most an hour. */
    public void settle() {
        long until = queue.uptimeMillis() + SETTLE_MILLIS;
        settleTransition();
        while (off == null && queue.nextAtMillis() <= until) {
            boolean unused = queue.runNext();
            settleTransition();
        }
    }

    /** Lets time pass while something is so, at most that long. */
    void runWhile(long millis, BooleanSupplier condition) {
        long until = queue.uptimeMillis() + millis;
        settleTransition();
        while (off == null && condition.getAsBoolean()) {
            if (queue.nextAtMillis() > until) {
                queue.runUntilMillis(until);
                return;
            }
            boolean unused = queue.runNext();
            settleTransition();
        }
    }

    private boolean runWhile(BooleanSupplier condition) {
        settleTransition();
        while (condition.getAsBoolean()) {
            if (off != null || !queue.runNext()) {
                return false;
            }
            settleTransition();
        }
        return true;
    }

    /**
     * Somebody types name and password into the log-on box; whoever was logged on is logged off before.
     *
     * @return the door with the user's token
     * @throws ntbed.win32.Win32Exception 1326, 1331, 1385
     * @throws IllegalStateException there is no log-on box
     */
    public Win32 logOn(String user, String password) {
        requireOn();
        if (!cycle.boot().logOnBoxIsUp()) {
            throw new IllegalStateException("no log-on box: " + cycle.boot().phase());
        }
        BootSequence.Session session = cycle.boot().logOn(user, password);
        return new Win32Door(
                cycle, session.token(), session.environment(), session.token().userName());
    }

    /** The door with any token, for tests and for the machine's own programs; the user's name is the actor. */
    public Win32 as(Token token) {
        requireOn();
        return new Win32Door(cycle, token, cycle.boot().environment(), token.userName());
    }

    /** The door of LocalSystem. */
    public Win32 asSystem() {
        return as(Token.system());
    }

    /** The door of a process; its name is the actor. */
    Win32 door(NtProcess process) {
        return new Win32Door(cycle, process);
    }

    /**
     * Shuts down as a person does, and lets the time pass that this takes. A machine that is off just gives its image.
     */
    public MachineImage shutDown() {
        settleTransition();
        if (off == null) {
            cycle.boot().shutDown(false);
            boolean unused = runWhile(() -> off == null);
        }
        return image();
    }

    /** Restarts as a person does, and touches no key; see {@link #restart(BootChoices)}. */
    public Machine restart() {
        return restart(BootChoices.normal());
    }

    /**
     * Restarts as a person does: shuts down if there is anything to shut down, else by the reset button, and stands at
     * the loader again. {@link #boot} goes on from there.
     *
     * @return this machine
     */
    public Machine restart(BootChoices choices) {
        requireOn();
        int before = cycles;
        nextChoices = choices;
        if (cycle.hasStopped()) {
            requestRestart(choices, "reset button");
        } else {
            cycle.boot().shutDown(true);
        }
        if (!runWhile(() -> cycles == before)) {
            throw new IllegalStateException(
                    "the machine did not restart: " + cycle.boot().phase());
        }
        return this;
    }

    /** Pulls the plug. What was flushed and written is what is left. */
    public MachineImage powerCut() {
        settleTransition();
        if (off == null) {
            powerOff("cut", PowerOff.CUT);
        }
        return image();
    }

    /** A copy of the running machine's disk as it is at this moment, at the same cost for any size. */
    public MachineImage snapshot() {
        MachineImage known = off;
        return known != null ? known : cycle.freeze(PowerOff.CUT);
    }

    /** Whether it is on. */
    public boolean isOn() {
        settleTransition();
        return off == null;
    }

    /** Whether somebody can log on now. */
    public boolean hasLogOnBox() {
        settleTransition();
        return off == null && cycle.boot().logOnBoxIsUp() && !cycle.hasStopped();
    }

    /** Accounts, log-ons and secrets. */
    LogonAuthority authority() {
        return cycle.boot().authority();
    }

    /** Ends the processes of that image, as a person with {@code kill} does. */
    void terminate(String imageName) {
        for (NtProcess process : cycle.parts().processes().list()) {
            if (CaseFolding.same(process.image().name(), imageName) && process.isAlive()) {
                cycle.parts().processes().terminate(process.id(), 1);
            }
        }
    }

    /** Whether the kernel has come so far that there is a registry. */
    boolean hasRegistry() {
        return cycle.parts().registry().tree("HKLM\\SYSTEM\\Select").isPresent();
    }

    /** Puts a medium into a drive, in place of what was in it. */
    public void insert(char drive, VolumeImage medium) {
        requireOn();
        cycle.parts().volumes().mount(drive, medium);
    }

    /** All that was seen since power-on. */
    public Trace trace() {
        return trace;
    }

    /** The desktop since the last start. */
    public Desktop desktop() {
        return cycle.parts().desktop();
    }

    /** The text that a person saw before there were windows, and after. */
    public Screen screen() {
        return screen;
    }

    /** The clock. */
    public SimClock clock() {
        return queue;
    }

    void requestRestart(BootChoices next, String why) {
        PowerCycle ending = cycle;
        queue.clear();
        transition = () -> {
            MachineImage image = ending.freeze(PowerOff.SHUT_DOWN);
            BootChoices choices = next.lastKnownGood() ? next : nextChoices;
            nextChoices = BootChoices.normal();
            power("restart");
            int unused = trace.emit("boot", stamp -> new TraceEvent.Stage(stamp, "restart", why));
            cycle = newCycle(image, choices);
        };
    }

    void requestPowerOff() {
        queue.clear();
        transition = () -> powerOff("off", PowerOff.SHUT_DOWN);
    }

    /**
     * What a running entry asked for happens after it: by then nothing of the old cycle is under way. A machine that
     * has stopped does nothing more.
     */
    private void settleTransition() {
        Runnable now = transition;
        if (now != null) {
            transition = null;
            queue.clear();
            now.run();
        } else if (cycle.hasStopped()) {
            queue.clear();
        }
    }

    private void powerOff(String change, PowerOff how) {
        off = cycle.freeze(how);
        queue.clear();
        power(change);
    }

    private void power(String change) {
        int unused = trace.emit("power", stamp -> new TraceEvent.Power(stamp, change));
    }

    private MachineImage image() {
        MachineImage known = off;
        if (known == null) {
            throw new IllegalStateException(
                    "the machine did not go down: " + cycle.boot().phase());
        }
        return known;
    }

    private void requireOn() {
        settleTransition();
        if (off != null) {
            throw new IllegalStateException("the machine is off");
        }
    }
}
