package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.ProcessFiles;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;
import ntbed.time.SeededRandom;
import ntbed.time.SimClock;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** A process of a {@link ProcessTable}. */
final class RunningProcess implements NtProcess {
    private final ProcessTable table;
    private final int id;
    private final ResolvedImage resolved;
    private final Token token;
    private final ProcessStart start;
    private final @Nullable ServicePipe pipe;
    private final List<IntConsumer> exitListeners = new ArrayList<>(1);
    private final List<Desktop.Dialog> windows = new ArrayList<>(0);
    private @Nullable RegistryApi registry;
    private @Nullable ProcessFiles files;
    private @Nullable EventLogApi eventLog;
    private @Nullable SeededRandom random;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean alive = true;
    private boolean waiting;
    private int pending;

    RunningProcess(
            ProcessTable table,
            int id,
            ResolvedImage resolved,
            Token token,
            ProcessStart start,
            Optional<ServiceDispatcher> dispatcher) {
        this.table = table;
        this.id = id;
        this.resolved = resolved;
        this.token = token;
        this.start = start;
        this.pipe = dispatcher.isPresent() ? new ServicePipe(this, dispatcher.get()) : null;
    }

    /** Runs a piece of the program; afterwards the process ends if nothing keeps it. */
    void run(Runnable piece) {
        try {
            piece.run();
        } catch (Win32Exception unhandled) {
            exit(unhandled.code());
        }
        if (alive && pending == 0 && !waiting && windows.isEmpty() && (pipe == null || !pipe.isConnected())) {
            exit(0);
        }
    }

    void onExit(IntConsumer listener) {
        exitListeners.add(listener);
    }

    List<IntConsumer> exitListeners() {
        return exitListeners;
    }

    String actor() {
        return resolved.path().name();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public NtPath image() {
        return resolved.path();
    }

    @Override
    public String commandLine() {
        return resolved.commandLine();
    }

    @Override
    public Map<String, String> imageParameters() {
        return resolved.image().parameters();
    }

    @Override
    public Token token() {
        return token;
    }

    @Override
    public Environment environment() {
        return start.environment();
    }

    @Override
    public NtPath currentDirectory() {
        return start.currentDirectory().orElseGet(() -> NtPath.of(environment().expand("%SystemRoot%\\System32")));
    }

    @Override
    public Console console() {
        return start.console();
    }

    @Override
    public SimClock clock() {
        return table.clock();
    }

    @Override
    public SeededRandom random() {
        if (random == null) {
            random = table.randomFor(this);
        }
        return random;
    }

    @Override
    public RegistryApi registry() {
        if (registry == null) {
            registry = table.doors().registry(token, actor());
        }
        return registry;
    }

    @Override
    public FileApi files() {
        if (files == null) {
            files = table.doors().files(token, actor());
        }
        return files;
    }

    @Override
    public EventLogApi eventLog() {
        if (eventLog == null) {
            eventLog = table.doors().eventLog(token, actor());
        }
        return eventLog;
    }

    @Override
    public Desktop desktop() {
        return new Windows(table.doors().desktop());
    }

    @Override
    public ProcessHost host() {
        return table.doors().host();
    }

    @Override
    public ServiceDispatcher serviceDispatcher() {
        if (pipe == null) {
            throw Win32Error.ERROR_FAILED_SERVICE_CONTROLLER_CONNECT.raise(image().toString());
        }
        return pipe;
    }

    @Override
    public void serve(String endpoint, RpcServer server) {
        if (alive) {
            table.endpoints().open(this, endpoint, server);
            waiting = true;
        }
    }

    @Override
    public void after(long delayMillis, Runnable action) {
        if (!alive) {
            return;
        }
        pending++;
        table.queue().schedule(delayMillis, () -> {
            if (alive) {
                pending--;
                run(action);
            }
        });
    }

    @Override
    public void waitForever() {
        waiting = true;
    }

    @Override
    public void exit(int exitCode) {
        if (alive) {
            alive = false;
            this.exitCode = OptionalInt.of(exitCode);
            if (!windows.isEmpty()) {
                windows.forEach(table.doors().desktop()::close);
            }
            if (files != null) {
                files.closeAll();
            }
            table.ended(this, exitCode);
        }
    }

    @Override
    public void crash(int exceptionCode) {
        exit(exceptionCode);
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public OptionalInt exitCode() {
        return exitCode;
    }

    /** The desktop as this process sees it: its windows keep it alive, and go when it goes. */
    private final class Windows implements Desktop {
        private final Desktop desktop;

        Windows(Desktop desktop) {
            this.desktop = desktop;
        }

        @Override
        public Dialog show(Window window, Behind behind) {
            Dialog[] own = new Dialog[1];
            Dialog dialog = desktop.show(window, new Behind() {
                @Override
                public void answered(Answer answer, Window last) {
                    windows.remove(own[0]);
                    run(() -> behind.answered(answer, last));
                }

                @Override
                public Window changed(Window now, String control) {
                    return behind.changed(now, control);
                }
            });
            own[0] = dialog;
            windows.add(dialog);
            return dialog;
        }

        @Override
        public List<Dialog> open() {
            return desktop.open();
        }

        @Override
        public Dialog change(Dialog dialog, String control, String value) {
            return desktop.change(dialog, control, value);
        }

        @Override
        public void answer(Dialog dialog, Answer answer) {
            desktop.answer(dialog, answer);
        }

        @Override
        public List<Dialog> shown() {
            return desktop.shown();
        }
    }
}
