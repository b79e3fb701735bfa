package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import ntbed.filesystem.NtPath;
import ntbed.process.ImageResolver;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher.ServiceMain;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.Token;
import ntbed.time.EventQueue.Scheduled;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** Starts one service whose dependencies are settled: image, account, process, connection (I3 to I8, T1, S9). */
final class ServiceStarter {
    /** I8: so many service processes can be connected at a time (Q175937). */
    static final int MAX_PROCESSES = 100;

    private final ScmWorld world;
    private final ServiceDatabase database;
    private final ServiceStates states;
    private final ServiceReports reports;
    private final FailurePolicy failures;
    private final ScmEvents events;
    private final ServiceAccounts accounts;
    private final DriverLoader drivers;
    private final List<ServiceProcess> processes = new ArrayList<>();

    ServiceStarter(
            ScmWorld world,
            ServiceDatabase database,
            ServiceStates states,
            ServiceReports reports,
            FailurePolicy failures,
            ScmEvents events,
            DriverLoader drivers) {
        this.world = world;
        this.database = database;
        this.states = states;
        this.reports = reports;
        this.failures = failures;
        this.events = events;
        this.drivers = drivers;
        accounts = new ServiceAccounts(world.authority(), events);
    }

    ServiceAccounts accounts() {
        return accounts;
    }

    /**
     * Starts a service.
     *
     * @param arguments for its entry point
     * @param whenConnected gets 0 as soon as it is in START_PENDING with a process (a driver: has run), else the code,
     *     which by then is logged (7000)
     */
    void start(ServiceRecord service, List<String> arguments, IntConsumer whenConnected) {
        service.startSequence(database.nextStart());
        try {
            if (service.definition().isDriver()) {
                loadDriver(service);
                whenConnected.accept(0);
            } else {
                startProcess(service, arguments, whenConnected);
            }
        } catch (Win32Exception e) {
            fail(service, e.code(), "");
            whenConnected.accept(e.code());
        }
    }

    private void loadDriver(ServiceRecord service) {
        Win32Error result = drivers.load(service.definition());
        if (result != Win32Error.ERROR_SUCCESS) {
            throw result.raise(service.name());
        }
        service.lastError(0);
        int type = service.definition().type();
        states.change(service, ServiceStatus.of(type, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP), "");
    }

    private void fail(ServiceRecord service, int code, String detail) {
        service.lastError(code);
        failures.startFailed(service, code);
        int type = service.definition().type();
        states.change(service, ServiceStatus.stopped(type, code, 0), detail);
    }

    private void startProcess(ServiceRecord service, List<String> arguments, IntConsumer whenConnected) {
        ServiceDefinition definition = service.definition();
        KeyTree key = world.registry() // K2: read again at each start; [I] 2 for a key that was deleted by hand.
                .tree(ScmWorld.key(service.name()))
                .orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(service.name()));
        Image image = image(definition, key);
        String account = account(definition, key);
        ServiceProcess shared = definition.isShared() ? shared(image.path(), account, service) : null;
        if (shared != null) {
            join(service, shared, arguments, whenConnected);
            return;
        }
        ServiceProcess created = new ServiceProcess(image.path(), account, definition.isShared());
        Token token = accounts.logOn(service.name(), account);
        requireFreePipe(service);
        attach(service, created);
        try {
            create(created, image, token);
        } catch (Win32Exception e) {
            created.services().remove(service);
            service.process(null);
            throw e;
        }
        awaitConnection(service, created, arguments, whenConnected);
    }

    /** The unexpanded command line, by which processes are shared, and the real one (I1, I3). */
    private record Image(String path, String commandLine) {}

    private Image image(ServiceDefinition service, KeyTree key) {
        ServiceDefinition now = ServiceDefinition.read(key);
        String path = now == null ? null : now.imagePath();
        if (now != null && path != null && !path.isEmpty()) {
            return new Image(path, now.expandable() ? world.environment().expand(path) : path);
        }
        Optional<RegistryValue> value = key.value("ImagePath");
        boolean isEmpty =
                value.isPresent() && value.get().text().filter(String::isEmpty).isPresent();
        String commandLine = ImageResolver.serviceCommandLine(
                service.name(), isEmpty ? Optional.empty() : value, world.environment());
        return new Image(commandLine, commandLine);
    }

    private static String account(ServiceDefinition service, KeyTree key) {
        ServiceDefinition now = ServiceDefinition.read(key);
        return now == null ? service.account() : now.account();
    }

    /** The start request goes over the pipe of a process that runs already; one that hangs does not answer it (T2). */
    private void join(ServiceRecord service, ServiceProcess shared, List<String> arguments, IntConsumer whenConnected) {
        if (!shared.dispatcherHangs()) {
            attach(service, shared);
            began(service, shared, arguments, whenConnected);
            return;
        }
        pending(service);
        var unused = world.queue().schedule(Timeouts.TRANSACT_MILLIS, () -> {
            events.transactionTimeout(Timeouts.TRANSACT_MILLIS);
            int code = Win32Error.ERROR_SERVICE_REQUEST_TIMEOUT.code();
            fail(service, code, "its process does not answer");
            whenConnected.accept(code);
        });
    }

    /** I7: a connected process with the same image; 1079 if it runs under another account (U7). */
    private @Nullable ServiceProcess shared(String imagePath, String account, ServiceRecord service) {
        String wanted = NtPath.fold(imagePath);
        for (ServiceProcess candidate : processes) {
            boolean fits = candidate.isShareable()
                    && NtPath.fold(candidate.imagePath()).equals(wanted);
            if (fits) {
                if (!sameAccount(candidate.account(), account)) {
                    throw Win32Error.ERROR_DIFFERENT_SERVICE_ACCOUNT.raise(service.name());
                }
                return candidate;
            }
        }
        return null;
    }

    private static boolean sameAccount(String one, String other) {
        return ServiceAccounts.isLocalSystem(one)
                ? ServiceAccounts.isLocalSystem(other)
                : NtPath.fold(one).equals(NtPath.fold(other));
    }

    private void requireFreePipe(ServiceRecord service) {
        if (processes.size() >= MAX_PROCESSES) {
            throw Win32Error.ERROR_PIPE_BUSY.raise(service.name());
        }
    }

    private void attach(ServiceRecord service, ServiceProcess process) {
        service.process(process);
        process.services().add(service);
    }

    private void create(ServiceProcess pipe, Image image, Token token) {
        NtProcess process =
                world.processes().create(token, image.commandLine(), world.environment(), Optional.of(pipe));
        pipe.process(process);
        processes.add(pipe);
    }

    private void ended(ServiceProcess pipe) {
        if (!pipe.hasEnded()) {
            processes.remove(pipe);
            reports.processEnded(pipe);
        }
    }

    /** Watches for the end of the process, which may have come while it was being created. */
    private void watch(ServiceProcess pipe) {
        NtProcess process = pipe.process();
        if (process != null && process.isAlive()) {
            world.processes().onExit(process, exitCode -> ended(pipe));
        } else {
            ended(pipe);
        }
    }

    private void awaitConnection(
            ServiceRecord service, ServiceProcess pipe, List<String> arguments, IntConsumer whenConnected) {
        pending(service);
        if (pipe.isConnected()) {
            watch(pipe);
            began(service, pipe, arguments, whenConnected);
            return;
        }
        boolean[] answered = new boolean[1];
        Scheduled timeout = world.queue().schedule(Timeouts.CONNECT_MILLIS, () -> {
            answered[0] = true;
            connectTimedOut(service, pipe);
            whenConnected.accept(Win32Error.ERROR_SERVICE_REQUEST_TIMEOUT.code());
        });
        pipe.onConnected(() -> {
            timeout.cancel();
            if (!answered[0]) {
                answered[0] = true;
                began(service, pipe, arguments, whenConnected);
            }
        });
        service.onceSettled(() -> {
            if (!answered[0]) { // The process died first (T7).
                answered[0] = true;
                timeout.cancel();
                whenConnected.accept(service.lastError());
            }
        });
        watch(pipe);
    }

    private void connectTimedOut(ServiceRecord service, ServiceProcess pipe) {
        events.connectTimeout(Timeouts.CONNECT_MILLIS);
        pipe.services().remove(service);
        service.process(null);
        fail(service, Win32Error.ERROR_SERVICE_REQUEST_TIMEOUT.code(), "its process did not connect");
        NtProcess process = pipe.process();
        if (process != null && process.isAlive()) {
            process.exit(1);
        }
    }

    private void pending(ServiceRecord service) {
        if (service.state() != ServiceStatus.START_PENDING) {
            service.lastError(0);
            int type = service.definition().type();
            states.change(
                    service,
                    ServiceStatus.pending(type, ServiceStatus.START_PENDING, 0, ServiceRecord.START_WAIT_HINT_MILLIS),
                    "");
        }
    }

    /** The process is there: its entry point runs next, and StartService returns (A4). */
    private void began(ServiceRecord service, ServiceProcess pipe, List<String> arguments, IntConsumer whenConnected) {
        pending(service);
        ServiceMain main = pipe.entryPoint(service.definition());
        NtProcess process = pipe.process();
        if (main == null || process == null) {
            pipe.services().remove(service);
            service.process(null);
            int noThread = Win32Error.ERROR_SERVICE_NO_THREAD.code(); // [I] NT 4.0 has no code for a missing entry.
            fail(service, noThread, "the process has no entry point for it");
            whenConnected.accept(noThread);
            return;
        }
        RunningService run = new RunningService(service, process, arguments, reports);
        service.running(run);
        service.progressAt(world.queue().uptimeMillis()); // The wait for the connection is not the service's hanging.
        world.queue().schedule(0, () -> {
            if (run.equals(service.running()) && process.isAlive()) {
                main.run(run);
            }
        });
        whenConnected.accept(0);
    }
}
