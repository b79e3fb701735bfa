package ntbed.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import ntbed.filesystem.Hold;
import ntbed.filesystem.Volumes;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.SeededRandom;
import ntbed.time.SimClock;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;

/**
 * The processes of a running machine.
 *
 * <p>A process is created at once and runs as entries of the event queue: its {@link Program#main} is the first.
 * Whatever its image file's content names is what runs; its image stays held until it ends.
 */
public final class ProcessTable {
    private static final String ACTOR = "kernel";

    /** The first number given out, and the step: like those of NT 4.0, small and rising. [M] */
    private static final int FIRST_ID = 20;

    private static final int ID_STEP = 3;

    private final EventQueue queue;
    private final Trace trace;
    private final Volumes volumes;
    private final ProgramCatalog programs;
    private final SeededRandom random;
    private final ProcessDoors doors;
    private final ImageResolver resolver;
    private final RpcEndpoints endpoints = new RpcEndpoints();
    private final Map<Integer, Entry> running = new LinkedHashMap<>();
    private int nextId = FIRST_ID;

    /** An empty table. {@code doors} is asked when a process first needs a door, not before. */
    public ProcessTable(
            EventQueue queue,
            Trace trace,
            Volumes volumes,
            ProgramCatalog programs,
            SeededRandom random,
            ProcessDoors doors) {
        this.queue = queue;
        this.trace = trace;
        this.volumes = volumes;
        this.programs = programs;
        this.random = random;
        this.doors = doors;
        this.resolver = new ImageResolver(volumes);
    }

    /**
     * Creates a process, as {@code CreateProcess} with a command line.
     *
     * @param dispatcher the pipe to the service control manager, for a process that it starts
     * @throws ntbed.win32.Win32Exception 2, 3, 5, 32, 123, 193, see {@link ImageResolver#resolve}; 126, 127
     */
    public NtProcess create(
            Token token, String commandLine, Environment environment, Optional<ServiceDispatcher> dispatcher) {
        return create(token, ProcessStart.of(commandLine, environment), dispatcher);
    }

    /** The same with everything that {@code CreateProcess} takes. */
    public NtProcess create(Token token, ProcessStart start, Optional<ServiceDispatcher> dispatcher) {
        ResolvedImage resolved = start.application().isPresent()
                ? resolver.resolve(start.application().get(), start.commandLine(), token)
                : resolver.resolve(start.commandLine(), start.environment(), token);
        resolver.requireLibrary(resolved, start.environment());
        Program program = programs.find(resolved.image().programId())
                .orElseThrow(() -> new NotSimulatedException(
                        "the program " + resolved.image().programId() + " in " + resolved.path()));
        RunningProcess process = new RunningProcess(this, nextId, resolved, token, start, dispatcher);
        nextId += ID_STEP;
        Hold hold = volumes.holdImage(resolved.path(), process.actor());
        running.put(process.id(), new Entry(process, hold));
        int started = trace.emit(
                ACTOR,
                stamp -> new TraceEvent.ProcessStarted(
                        stamp, process.id(), resolved.path().toString(), token.account()));
        trace.under(started, () -> process.after(0, () -> program.main(process)));
        return process;
    }

    /** Runs {@code listener} with the exit code when the process ends; at once is never: it must be alive. */
    public void onExit(NtProcess process, IntConsumer listener) {
        Entry entry = running.get(process.id());
        if (entry == null) {
            throw new AssertionError("process " + process.id() + " has ended");
        }
        entry.process.onExit(listener);
    }

    /**
     * Ends a process from outside, as {@code TerminateProcess}.
     *
     * @throws ntbed.win32.Win32Exception 87 no such process
     */
    public void terminate(int processId, int exitCode) {
        Entry entry = running.get(processId);
        if (entry == null) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("process " + processId);
        }
        entry.process.exit(exitCode);
    }

    /**
     * Calls a server of this machine.
     *
     * @return the server's answer, a copy
     * @throws ntbed.win32.Win32Exception 1722 (RPC_S_SERVER_UNAVAILABLE) no living process serves that endpoint, 1726
     *     (RPC_S_CALL_FAILED) the server's process ended in the call, or whatever error the server answers with
     */
    public byte[] call(Token caller, String endpoint, byte[] request) {
        return endpoints.call(caller, endpoint, request);
    }

    /** Whether a living process serves that endpoint. */
    public boolean isServed(String endpoint) {
        return endpoints.isOpen(endpoint);
    }

    /** The processes that live, oldest first. */
    public List<NtProcess> list() {
        List<NtProcess> processes = new ArrayList<>(running.size());
        running.values().forEach(entry -> processes.add(entry.process));
        return processes;
    }

    /** How image paths become files. */
    public ImageResolver resolver() {
        return resolver;
    }

    void ended(RunningProcess process, int exitCode) {
        Entry entry = running.remove(process.id());
        if (entry == null) {
            throw new AssertionError("ended twice: " + process.id());
        }
        entry.hold.close();
        endpoints.close(process);
        int ended = trace.emit(
                process.actor(),
                stamp -> new TraceEvent.ProcessEnded(
                        stamp, process.id(), process.image().toString(), exitCode));
        trace.under(ended, () -> process.exitListeners().forEach(listener -> listener.accept(exitCode)));
    }

    RpcEndpoints endpoints() {
        return endpoints;
    }

    EventQueue queue() {
        return queue;
    }

    SimClock clock() {
        return queue;
    }

    ProcessDoors doors() {
        return doors;
    }

    SeededRandom randomFor(RunningProcess process) {
        return random.fork("process " + process.id() + " " + process.image().folded());
    }

    private record Entry(RunningProcess process, Hold hold) {}
}
