package ntbed.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.boot.SystemEnvironment;
import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.ProcessFiles;
import ntbed.process.Desktop;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.process.ProcessStart;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi;
import ntbed.scm.ServiceControlManager;
import ntbed.security.Privilege;
import ntbed.security.Token;
import ntbed.time.SimClock;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** The door of one token, under one name in the trace. */
final class Win32Door implements Win32 {
    private static final String SESSION_MANAGER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final String PENDING = "PendingFileRenameOperations";

    private final PowerCycle cycle;
    private final Token token;
    private final Environment environment;
    private final String actor;
    private final Desktop desktop;
    private final @Nullable NtProcess process;
    private @Nullable ServiceControlApi services;
    private @Nullable ProcessFiles files;

    /** The door of a person or of the system itself. */
    Win32Door(PowerCycle cycle, Token token, Environment environment, String actor) {
        this(cycle, token, environment, actor, cycle.desktop(), null);
    }

    /** The door of a process, whose windows are its own: they keep it alive, and go when it goes. */
    Win32Door(PowerCycle cycle, NtProcess process) {
        this(cycle, process.token(), process.environment(), process.image().name(), process.desktop(), process);
    }

    private Win32Door(
            PowerCycle cycle,
            Token token,
            Environment environment,
            String actor,
            Desktop desktop,
            @Nullable NtProcess process) {
        this.cycle = cycle;
        this.token = token;
        this.environment = environment;
        this.actor = actor;
        this.desktop = desktop;
        this.process = process;
    }

    @Override
    public Token token() {
        return token;
    }

    @Override
    public Win32 withPrivilege(Privilege privilege) {
        return new Win32Door(cycle, token.enable(privilege), environment, actor, desktop, process);
    }

    @Override
    public RegistryApi registry() {
        return cycle.registry(token, actor);
    }

    @Override
    public FileApi files() {
        if (files == null) {
            files = cycle.files(token, actor);
            closeAtEnd(files);
        }
        return files;
    }

    /** Whoever acts with another token than its process's has its handles closed with that process all the same. */
    private void closeAtEnd(ProcessFiles opened) {
        if (process != null && process.isAlive()) {
            cycle.parts().processes().onExit(process, code -> opened.closeAll());
        } else if (process != null) {
            opened.closeAll();
        }
    }

    @Override
    public ServiceControlApi services() {
        ServiceControlManager manager =
                cycle.boot().manager().orElseThrow(() -> Win32Error.RPC_S_SERVER_UNAVAILABLE.raise("services.exe"));
        if (services == null) {
            services = process == null ? manager.as(token, actor) : manager.as(token, process);
        }
        return services;
    }

    @Override
    public EventLogApi eventLog() {
        return cycle.eventLog(token, actor);
    }

    @Override
    public AccountApi accounts() {
        return new AccountDoor(cycle, token, actor);
    }

    @Override
    public Desktop desktop() {
        return desktop;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public SimClock clock() {
        return cycle.parts().queue();
    }

    @Override
    public String computerName() {
        return SystemEnvironment.computerName(cycle.parts().registry());
    }

    @Override
    public NtProcess createProcess(String commandLine) {
        return cycle.parts().processes().create(token, commandLine, environment, Optional.empty());
    }

    @Override
    public byte[] call(String endpoint, byte[] request) {
        return cycle.parts().processes().call(token, endpoint, request);
    }

    @Override
    public void activate(String clsid) {
        new ClassActivation(cycle, token, actor).getClassObject(clsid);
    }

    @Override
    public NtProcess createProcess(ProcessStart start) {
        return cycle.parts().processes().create(token, start, Optional.empty());
    }

    @Override
    public void moveFileDelayUntilReboot(NtPath source, Optional<NtPath> target, boolean replaceExisting) {
        List<String> all = new ArrayList<>();
        registry().value(SESSION_MANAGER, PENDING).ifPresent(value -> all.addAll(value.rawTexts()));
        if (all.size() % 2 == 1) {
            all.remove(all.size() - 1);
        }
        all.add("\\??\\" + source);
        all.add(target.map(path -> (replaceExisting ? "!" : "") + "\\??\\" + path)
                .orElse(""));
        registry().setValue(SESSION_MANAGER, PENDING, RegistryValue.multiSz(all));
    }

    @Override
    public void exitWindows(boolean restart) {
        if (!token.has(Privilege.SE_SHUTDOWN)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise("ExitWindowsEx");
        }
        cycle.boot().shutDown(restart);
    }

    @Override
    public void shutdownSystem(boolean restart) {
        if (!token.has(Privilege.SE_SHUTDOWN)) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise("NtShutdownSystem");
        }
        cycle.boot().shutDownAbruptly(restart);
    }

    @Override
    public void sleep(long millis) {
        cycle.machine().runForMillis(millis);
    }

    @Override
    public void whenUserLogsOn(Runnable action) {
        cycle.boot().whenUserLogsOn(action);
    }

    @Override
    public void atEachLogOn(Consumer<Token> listener) {
        NtProcess own = process;
        cycle.boot().atEachLogOn(own == null ? listener : user -> own.after(0, () -> listener.accept(user)));
    }

    @Override
    public void traceToolUse(String tool, String action) {
        int unused = cycle.parts().trace().emit(actor, stamp -> new TraceEvent.ToolUsed(stamp, tool, action));
    }
}
