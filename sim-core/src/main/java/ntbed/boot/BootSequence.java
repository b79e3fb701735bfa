package ntbed.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.registry.KeyCreation;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlManager;
import ntbed.security.AccountDatabase;
import ntbed.security.LogonAuthority;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * One power cycle of a machine from the loader to the shutdown, as entries of the event queue: one method a phase.
 *
 * <p>The durations are those of a Pentium server of the time, estimated; chance moves them a little [I].
 */
public final class BootSequence {
    private static final String NOT_INSTALLED = "The system is not fully installed. Please run setup again.";
    private static final String SETUP = "HKLM\\SYSTEM\\Setup";
    private static final String COMPUTER_NAME = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\";

    private final BootParts parts;
    private BootDisk disk;
    private final BootChoices choices;
    private final Phases phases;
    private final LocalSecurityAuthority authority;
    private @Nullable Kernel kernel;
    private @Nullable Environment environment;
    private @Nullable Services services;
    private @Nullable Logon logon;
    private @Nullable Session session;
    private final List<Runnable> waitingForLogOn = new ArrayList<>();
    private final List<Consumer<Token>> logOnListeners = new ArrayList<>();
    private boolean logOnBoxUp;
    private boolean goingDown;
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

    /** Rule B14: winlogon starts the service control manager and the local security authority. */
    private void winlogon(Environment system, SystemProcesses processes) {
        environment = system;
        phases.reached("winlogon", "");
        activeComputerName();
        if (essential(processes, "winlogon.exe", system).isEmpty()) {
            return;
        }
        Optional<NtProcess> scm = essential(processes, "services.exe", system);
        if (scm.isEmpty() || essential(processes, "lsass.exe", system).isEmpty()) {
            return;
        }
        services = new Services(phases, kernel(), scm.get(), authority, system);
        services.manager().openDatabase();
        phases.after(1000, 2000, this::setupOrLogOn);
    }

    private Optional<NtProcess> essential(SystemProcesses processes, String name, Environment system) {
        return processes.startEssential(name, name, system, phases);
    }

    /** Rule B14: the box comes up while auto-start begins. */
    private void setupOrLogOn() {
        setupCommand = setup().filter(this::runSetup);
        if (setupCommand.isPresent()) {
            return;
        }
        logOnBoxUp = true;
        phases.reached("log-on box", "Press Ctrl + Alt + Delete to log on");
        manager().orElseThrow(AssertionError::new).autoStart(this::autoStartIsOver);
    }

    private void autoStartIsOver() {
        phases.reached("auto-start is over", "");
        phases.ended(new BootOutcome.Started(kernel().controlSet(), kernel().lastKnownGoodRunning()));
    }

    /** Set-up in progress: winlogon runs its command line as SYSTEM instead of the log-on; its end restarts. [M] */
    private Optional<String> setup() {
        boolean inProgress = parts.registry()
                .tree(SETUP)
                .filter(key -> DriverOrder.number(key, "SetupType", 0) != 0)
                .isPresent();
        return inProgress ? parts.registry().value(SETUP, "CmdLine").flatMap(RegistryValue::text) : Optional.empty();
    }

    /** False if its program cannot be started: the boot goes on, and only a missing installation is in the way. [M] */
    private boolean runSetup(String commandLine) {
        phases.reached("setup", commandLine);
        try {
            NtProcess process = parts.processes().create(Token.system(), commandLine, environment(), Optional.empty());
            parts.processes().onExit(process, code -> shutDown(true));
            return true;
        } catch (Win32Exception e) {
            phases.reached("setup not run", e.error().toString());
            return false;
        }
    }

    private void activeComputerName() {
        String name = SystemEnvironment.computerName(parts.registry());
        parts.registry().createKey(COMPUTER_NAME + "ActiveComputerName", KeyCreation.volatileKey(), "kernel");
        parts.registry()
                .setValue(COMPUTER_NAME + "ActiveComputerName", "ComputerName", RegistryValue.sz(name), "kernel");
    }

    /** Somebody types name and password into the log-on box. */
    public Session logOn(String user, String password) {
        requireFullyInstalled();
        Token token = authority.logonUser(user, password, LogonAuthority.LogonType.INTERACTIVE);
        logOff();
        logon = new Logon(parts, disk, kernel().systemRoot());
        Environment own = logon.loadProfile(token);
        session = new Session(token, own);
        int unused = parts.trace()
                .emit("winlogon", stamp -> new TraceEvent.SessionChanged(stamp, token.account(), "log on"));
        new RegistryQuota(parts.registry()).check(parts.desktop());
        parts.desktop().userLoggedOn();
        new LogonPrograms(parts.registry(), parts.processes(), parts.desktop(), token, own).start();
        manager().ifPresent(ServiceControlManager::userLoggedOn);
        List<Runnable> waiting = List.copyOf(waitingForLogOn);
        waitingForLogOn.clear();
        waiting.forEach(Runnable::run);
        logOnListeners.forEach(listener -> listener.accept(token));
        return session;
    }

    /** Nobody logs on while the mark of a set-up in progress stands (Q216684); the code is ours [M]. */
    private void requireFullyInstalled() {
        boolean inProgress = parts.registry()
                .tree(SETUP)
                .filter(key -> DriverOrder.number(key, "SystemSetupInProgress", 0) == 1)
                .isPresent();
        if (inProgress) {
            var unused = parts.desktop().show("Logon Message", NOT_INSTALLED, List.of(), List.of("OK"), answer -> {});
            throw Win32Error.ERROR_BUSY.raise(NOT_INSTALLED);
        }
    }

    /** Runs an action once a user is logged on: at the next log-on, or soon if somebody is there already. */
    public void whenUserLogsOn(Runnable action) {
        if (session == null) {
            waitingForLogOn.add(action);
        } else {
            var unused = parts.queue().schedule(0, action);
        }
    }

    /** Tells of every log-on from now on. */
    public void atEachLogOn(Consumer<Token> listener) {
        logOnListeners.add(listener);
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

    /** The service control manager, once there is one. */
    public Optional<ServiceControlManager> manager() {
        Services known = services;
        return known == null ? Optional.empty() : Optional.of(known.manager());
    }

    /** The hives as they stood when the machine was switched on, under the names that users have now. */
    public BootDisk disk() {
        return disk;
    }

    /**
     * Gives the machine another SID, in the account database and wherever the old one is named (what Setupcl does).
     */
    public void replaceMachineSid(Sid newSid, String actor) {
        MachineSidChange change = new MachineSidChange(authority.accounts().machineSid(), newSid);
        AccountDatabase unused = authority.change(accounts -> accounts.withMachineSid(newSid));
        change.keys(parts.registry(), actor);
        change.files(
                parts.volumes().as(Token.system(), actor),
                NtPath.of(kernel().systemRoot().drive() + ":\\"));
        disk = change.users(disk.afterFlush(parts.registry().flushed()));
    }

    /** Ends everything in order: the user, the services (rule T8), the hives. A second call changes nothing. */
    public void shutDown(boolean restart) {
        if (goingDown || phases.isOver()) {
            return;
        }
        goingDown = true;
        phases.reached("shutdown", restart ? "restart" : "power off");
        logOff();
        Optional<ServiceControlManager> manager = manager();
        if (manager.isPresent()) {
            manager.get().shutdown(() -> finish(restart));
        } else {
            finish(restart);
        }
    }

    /** Pulls the system down, as {@code NtShutdownSystem}: hives are flushed, programs and services are not asked. */
    public void shutDownAbruptly(boolean restart) {
        if (goingDown || phases.isOver()) {
            return;
        }
        goingDown = true;
        phases.reached("shutdown", restart ? "abrupt restart" : "abrupt power off");
        finish(restart);
    }

    private void finish(boolean restart) {
        phases.reached("flush", "");
        parts.registry().flushAll("kernel");
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
}
