package ntbed.boot;

import java.util.Map;
import java.util.Optional;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyCreation;
import ntbed.registry.RegistryValue;
import ntbed.security.LogonAuthority;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/**
 * One power cycle of a machine from the loader to the shutdown, as entries of the event queue: one method a phase.
 *
 * <p>The durations are those of a Pentium server of the time, estimated; chance moves them a little [I].
 */
public final class BootSequence {
    private static final String SETUP = "HKLM\\SYSTEM\\Setup";
    private static final String COMPUTER_NAME = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\";

    private final BootParts parts;
    private final BootDisk disk;
    private final BootChoices choices;
    private final Phases phases;
    private final LocalSecurityAuthority authority;
    private @Nullable Kernel kernel;
    private @Nullable Environment environment;
    private @Nullable Logon logon;
    private @Nullable Session session;
    private boolean logOnBoxUp;
    private boolean autoStarted;
    private Optional<String> setupCommand = Optional.empty();

    /** A cycle that has not begun. */
    public BootSequence(BootParts parts, BootDisk disk, BootChoices choices, BootHost host) {
        this.parts = parts;
        this.disk = disk;
        this.choices = choices;
        this.phases = new Phases(parts, host);
        this.authority = new LocalSecurityAuthority(parts.registry());
    }

    /** The loader gets control. */
    public void begin() {
        new Loader(phases, disk, choices, this::kernel).begin();
    }

    private void kernel(LoadedSystem loaded) {
        new Kernel(phases, loaded, this::sessionManager).begin();
    }

    private void sessionManager(Kernel started) {
        kernel = started;
        SystemProcesses processes = new SystemProcesses(parts.processes(), started.systemRoot());
        new SessionManager(phases, disk, started.systemRoot(), processes, env -> winlogon(env, processes)).begin();
    }

    private void winlogon(Environment system, SystemProcesses processes) {
        environment = system;
        phases.reached("winlogon", "");
        activeComputerName();
        for (String name : new String[] {"winlogon.exe", "lsass.exe", "services.exe"}) {
            if (!isEssential(processes.start(name, system), name)) {
                return;
            }
        }
        phases.after(1000, 2000, this::setupOrLogOn);
    }

    private void setupOrLogOn() {
        setupCommand = setup();
        if (setupCommand.isPresent()) {
            runSetup(setupCommand.get());
            return;
        }
        logOnBoxUp = true;
        phases.reached("log-on box", "Press Ctrl + Alt + Delete to log on");
        autoStarted = true;
        phases.ended(new BootOutcome.Started(kernel().controlSet(), kernel().lastKnownGoodRunning()));
    }

    /** Without one of these there is no system: winlogon's own end stops it. */
    private boolean isEssential(Optional<NtProcess> process, String name) {
        if (process.isEmpty()) {
            phases.stop(StopScreen.SYSTEM_PROCESS_TERMINATED, StopScreen.processEnded(name, 0xC000_0034));
            return false;
        }
        parts.processes()
                .onExit(
                        process.get(),
                        code -> phases.stop(StopScreen.SYSTEM_PROCESS_TERMINATED, StopScreen.processEnded(name, code)));
        return true;
    }

    /** Set-up in progress: winlogon runs its command line as SYSTEM instead of the log-on; its end restarts. [M] */
    private Optional<String> setup() {
        boolean inProgress = parts.registry()
                .tree(SETUP)
                .filter(key -> DriverOrder.number(key, "SetupType", 0) != 0)
                .isPresent();
        return inProgress ? parts.registry().value(SETUP, "CmdLine").flatMap(RegistryValue::text) : Optional.empty();
    }

    private void runSetup(String commandLine) {
        phases.reached("setup", commandLine);
        NtProcess process = parts.processes().create(Token.system(), commandLine, environment(), Optional.empty());
        parts.processes().onExit(process, code -> phases.restart(BootChoices.normal(), "setup has ended"));
    }

    private void activeComputerName() {
        String name = SystemEnvironment.computerName(parts.registry());
        parts.registry().createKey(COMPUTER_NAME + "ActiveComputerName", KeyCreation.volatileKey(), "kernel");
        parts.registry()
                .setValue(COMPUTER_NAME + "ActiveComputerName", "ComputerName", RegistryValue.sz(name), "kernel");
    }

    /** Somebody types name and password into the log-on box. */
    public Session logOn(String user, String password) {
        Token token = authority.logonUser(user, password, LogonAuthority.LogonType.INTERACTIVE);
        logOff();
        logon = new Logon(parts, disk, kernel().systemRoot());
        Environment own = logon.loadProfile(token);
        session = new Session(token, own);
        int unused = parts.trace()
                .emit("winlogon", stamp -> new TraceEvent.SessionChanged(stamp, token.account(), "log on"));
        parts.desktop().userLoggedOn();
        return session;
    }

    /** Whoever is logged on leaves; the user's hive is written to disk. */
    public void logOff() {
        Session ending = session;
        if (ending != null && logon != null) {
            logon.unloadProfile(ending.token());
            session = null;
            parts.desktop().userLoggedOff();
            int unused = parts.trace()
                    .emit(
                            "winlogon",
                            stamp -> new TraceEvent.SessionChanged(
                                    stamp, ending.token().account(), "log off"));
        }
    }

    /**
     * Somebody who is logged on.
     *
     * @param token the token
     * @param environment what the user's programs see
     */
    public record Session(Token token, Environment environment) {}

    /** Whether somebody can log on. */
    public boolean logOnBoxIsUp() {
        return logOnBoxUp;
    }

    /** Whether set-up runs instead of the log-on, and with which command line. */
    public Optional<String> setupCommand() {
        return setupCommand;
    }

    /** Name of the stage that was reached last. */
    public String phase() {
        return phases.phase();
    }

    /** Accounts and log-ons. */
    public LocalSecurityAuthority authority() {
        return authority;
    }

    /** The environment of what SYSTEM starts; empty before the session manager has come so far. */
    public Environment environment() {
        Environment known = environment;
        return known == null ? Environment.of(Map.of()) : known;
    }

    /** Ends everything in order and flushes the hives. */
    public void shutDown(boolean restart) {
        phases.reached("shutdown", restart ? "restart" : "power off");
        if (parts.registry().tree(HiveMount.SYSTEM.path()).isPresent()) {
            parts.registry().flushAll("kernel");
        }
        if (restart) {
            phases.restart(BootChoices.normal(), "restart");
        } else {
            parts.screen().show("kernel", "It is now safe to turn off your computer.");
            phases.poweredDown();
        }
    }

    private Kernel kernel() {
        Kernel known = kernel;
        if (known == null) {
            throw new AssertionError("the kernel does not run yet");
        }
        return known;
    }

    boolean isAutoStarted() {
        return autoStarted;
    }
}
