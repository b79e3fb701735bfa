package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import ntbed.filesystem.NtPath;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessCheck;
import ntbed.security.GenericMapping;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** The manager's functions for one token: checks rights, traces what is refused, waits for answers (A1, A11). */
final class ScmDoor implements ServiceControlApi {
    private static final String COMPUTER_NAME = ScmWorld.CONTROL_SET + "\\Control\\ComputerName\\ActiveComputerName";
    private static final String ACTIVE = NtPath.fold("ServicesActive");
    private static final String FAILED = NtPath.fold("ServicesFailed");

    private final Parts parts;
    private final Token token;
    private final String actor;
    private final List<Runnable> openOfProcess = new ArrayList<>(0);
    private boolean ofProcess;

    /** The manager's parts behind the door. */
    record Parts(
            ScmWorld world,
            ServiceDatabase database,
            ServiceConfiguration configuration,
            DemandStart demandStart,
            Controls controls,
            Dependents dependents,
            Deletion deletion,
            StartLock lock,
            BootAcceptance acceptance,
            Shutdown shutdown) {}

    ScmDoor(Parts parts, Token token, String actor) {
        this.parts = parts;
        this.token = token;
        this.actor = actor;
    }

    /** Binds the door to a process: whatever it has open is given back when it ends. */
    ScmDoor forProcess(NtProcess process) {
        if (!process.isAlive()) {
            return this;
        }
        ofProcess = true;
        parts.world().processes().onExit(process, code -> {
            openOfProcess.forEach(Runnable::run);
            openOfProcess.clear();
        });
        return this;
    }

    /** Notes what gives an opened thing back, if the program has not done so itself. */
    void opened(Runnable release) {
        if (ofProcess) {
            openOfProcess.add(release);
        }
    }

    Parts parts() {
        return parts;
    }

    Token token() {
        return token;
    }

    @Override
    public ScManagerHandle openSCManager(@Nullable String machineName, @Nullable String databaseName, int access) {
        return ask("OpenSCManager", databaseName == null ? "ServicesActive" : databaseName, () -> {
            if (!isThisMachine(machineName)) {
                throw Win32Error.RPC_S_SERVER_UNAVAILABLE.raise(String.valueOf(machineName));
            }
            requireDatabase(databaseName);
            int granted = AccessCheck.require(
                    ServiceSecurity.MANAGER,
                    token,
                    access | AccessMask.SC_MANAGER_CONNECT,
                    GenericMapping.SC_MANAGER,
                    "ServicesActive");
            return new OpenManager(this, granted);
        });
    }

    private boolean isThisMachine(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return true;
        }
        String plain = NtPath.fold(name.startsWith("\\\\") ? name.substring(2) : name);
        Optional<String> own =
                parts.world().registry().value(COMPUTER_NAME, "ComputerName").flatMap(RegistryValue::text);
        return own.isPresent() && NtPath.fold(own.get()).equals(plain);
    }

    private static void requireDatabase(@Nullable String name) {
        String folded = name == null ? ACTIVE : NtPath.fold(name);
        if (folded.equals(FAILED)) {
            throw Win32Error.ERROR_DATABASE_DOES_NOT_EXIST.raise(String.valueOf(name));
        }
        if (!folded.equals(ACTIVE)) {
            throw Win32Error.ERROR_INVALID_NAME.raise(String.valueOf(name));
        }
    }

    @Override
    public void notifyBootConfigStatus(boolean good) {
        tell("NotifyBootConfigStatus", Boolean.toString(good), () -> {
            int unused = AccessCheck.require(
                    ServiceSecurity.MANAGER,
                    token,
                    AccessMask.SC_MANAGER_MODIFY_BOOT_CONFIG,
                    GenericMapping.SC_MANAGER,
                    "ServicesActive");
            parts.acceptance().notify(good);
        });
    }

    /** Runs a function; a refusal goes into the trace on its way out. */
    <T> T ask(String operation, String object, Supplier<T> function) {
        try {
            return function.get();
        } catch (Win32Exception e) {
            parts.world().trace().emit(actor, stamp -> new TraceEvent.Refused(stamp, operation, object, e.error()));
            throw e;
        }
    }

    void tell(String operation, String object, Runnable function) {
        ask(operation, object, () -> {
            function.run();
            return true;
        });
    }

    /** Lets virtual time pass until a code is there; raises it if it is not 0. */
    void await(String object, Consumer<IntConsumer> request) {
        int[] answer = {-1};
        request.accept(code -> answer[0] = code);
        if (!parts.world().queue().runUntil(() -> answer[0] >= 0)) {
            throw Win32Error.ERROR_SHUTDOWN_IN_PROGRESS.raise(object); // The machine went down meanwhile.
        }
        if (answer[0] != 0) {
            throw Win32Error.of(answer[0]).raise(object);
        }
    }
}
