package ntbed.scm;

import java.util.List;
import ntbed.process.NtProcess;
import ntbed.scm.StartRun.StartParts;
import ntbed.security.Token;

/**
 * The service control manager of a running machine: services.exe.
 *
 * <p>Inside, nothing waits: each step is an entry of the event queue. Only the functions of {@link ServiceControlApi}
 * let the queue run until their answer is there.
 */
public final class ServiceControlManager {
    private final ScmWorld world;
    private final ServiceDatabase database = new ServiceDatabase();
    private final DriverLoader drivers;
    private final FailurePolicy failures;
    private final BootAcceptance acceptance;
    private final AutoStart autoStart;
    private final Shutdown shutdown;
    private final KeyOwnership ownership;
    private final Deletion deletion;
    private final HardwareProfile hardware;
    private final ScmDoor.Parts doorParts;
    private StartPlan plan = new StartPlan(List.of());

    /** A manager that has not looked at anything yet. */
    public ServiceControlManager(ScmWorld world) {
        this.world = world;
        drivers = new DriverLoader(world);
        ScmEvents events = new ScmEvents(world.eventLog());
        ownership = new KeyOwnership(world.registry(), events);
        hardware = new HardwareProfile(world.registry());
        ServiceStates states = new ServiceStates(world, database);
        failures = new FailurePolicy(world, events);
        deletion = new Deletion(world, database);
        ServiceReports reports = new ServiceReports(states, failures, events, deletion);
        ServiceStarter starter = new ServiceStarter(world, database, states, reports, failures, events, drivers);
        StartLock lock = new StartLock(world.queue());
        StartParts starts = new StartParts(world, database, states, starter, failures, events, hardware, lock);
        Dependents dependents = new Dependents(database);
        Controls controls = new Controls(world, states, events, dependents, deletion);
        acceptance = new BootAcceptance(world, failures);
        autoStart = new AutoStart(starts, drivers);
        shutdown = new Shutdown(world, database, states, controls);
        doorParts = new ScmDoor.Parts(
                world,
                database,
                new ServiceConfiguration(world, database, starter.accounts()),
                new DemandStart(starts),
                controls,
                dependents,
                deletion,
                lock,
                acceptance,
                shutdown);
    }

    /** The drivers; the kernel loads those of Start 0 and 1 through it, or notes how its own loading went. */
    public DriverLoader drivers() {
        return drivers;
    }

    /**
     * Builds the database from {@code CurrentControlSet\Services} (K1 to K9), once, when services.exe starts. Drivers
     * that the kernel loaded are found running. A dependency list of the wrong type ends in {@link ScmHost#fault}. A
     * key that denies access to SYSTEM is taken over: 7028.
     */
    public void openDatabase() {
        DatabaseReading reading = DatabaseReading.of(world.registry());
        hardware.rebuild(reading);
        reading.denied().forEach(ownership::take);
        for (ServiceDefinition definition : reading.services()) {
            if (definition.faulty() != null) {
                failures.fault(
                        ScmWorld.key(definition.name()),
                        "services.exe read " + definition.faulty() + ", which is not REG_MULTI_SZ");
                return;
            }
            if (definition.deleted()) { // K8
                deletion.forget(definition.name());
                continue;
            }
            ServiceRecord added = database.add(definition);
            if (definition.isBootDriver()) {
                autoStart.takeOver(added);
            }
        }
        plan = reading.plan();
    }

    /**
     * Starts what starts automatically (G1 to G8); returns at once.
     *
     * @param whenComplete runs when the last phase is over; never, if the machine restarts or services.exe dies before
     */
    public void autoStart(Runnable whenComplete) {
        if (!failures.isOver()) {
            autoStart.run(plan, () -> {
                acceptance.autoStartDone();
                whenComplete.run();
            });
        }
    }

    /** Whether the last phase of auto-start is over. */
    public boolean autoStartComplete() {
        return autoStart.isComplete();
    }

    /**
     * A user has logged on: Winlogon reports the boot as good unless {@code ReportBootOK} says otherwise (L4, L5). The
     * start-up message is the desktop's to hold back until then.
     */
    public void userLoggedOn() {
        acceptance.userLoggedOn();
    }

    /**
     * The manager as a program sees it.
     *
     * @param actor its name in the trace
     */
    public ServiceControlApi as(Token token, String actor) {
        return new ScmDoor(doorParts, token, actor);
    }

    /** The manager as a process sees it: its handles and its lock are given back when it ends. */
    public ServiceControlApi as(Token token, NtProcess process) {
        return new ScmDoor(doorParts, token, process.image().name()).forProcess(process);
    }

    /** The machine goes down: tells the services, waits for them at most {@code WaitToKillServiceTimeout} (T8). */
    public void shutdown(Runnable whenDone) {
        failures.stopStarting();
        shutdown.begin(whenDone);
    }
}
