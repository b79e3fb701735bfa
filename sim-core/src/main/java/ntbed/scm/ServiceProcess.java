package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** The manager's end of the pipe to one service process (I7, I8). */
final class ServiceProcess implements ServiceDispatcher {
    private final String imagePath;
    private final String account;
    private final boolean shared;
    private final SortedMap<String, ServiceMain> entryPoints = new TreeMap<>();
    private final List<ServiceRecord> services = new ArrayList<>();
    private @Nullable NtProcess process;
    private boolean connected;
    private boolean ended;
    private boolean dispatcherHangs;
    private Runnable onConnected = () -> {};

    /**
     * A pipe without a process yet.
     *
     * @param imagePath the unexpanded command line; equal ones may share the process
     * @param account who it runs as
     * @param shared whether it was made for a service that shares its process
     */
    ServiceProcess(String imagePath, String account, boolean shared) {
        this.imagePath = imagePath;
        this.account = account;
        this.shared = shared;
    }

    @Override
    public void startServiceCtrlDispatcher(Map<String, ServiceMain> table) {
        if (connected) {
            throw Win32Error.ERROR_SERVICE_ALREADY_RUNNING.raise("StartServiceCtrlDispatcher");
        }
        if (table.isEmpty()) {
            throw Win32Error.ERROR_INVALID_DATA.raise("StartServiceCtrlDispatcher");
        }
        table.forEach((name, main) -> entryPoints.put(NtPath.fold(name), main));
        connected = true;
        onConnected.run();
    }

    /** Runs once the process has connected. */
    void onConnected(Runnable action) {
        onConnected = action;
    }

    boolean isConnected() {
        return connected;
    }

    /** The process; null until it was created. */
    @Nullable
    NtProcess process() {
        return process;
    }

    void process(NtProcess created) {
        process = created;
    }

    String imagePath() {
        return imagePath;
    }

    String account() {
        return account;
    }

    /** Services that run in it or are about to. */
    List<ServiceRecord> services() {
        return services;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Whether another service may join it (I7): connected, alive. */
    boolean isShareable() {
        return shared && connected && !ended && !services.isEmpty();
    }

    /** Whether a handler did not come back: the process answers no control any more. */
    boolean dispatcherHangs() {
        return dispatcherHangs;
    }

    void dispatcherHung() {
        dispatcherHangs = true;
    }

    /** The entry point for a service; an own process has one, whatever it is called. Null if there is none. */
    @Nullable
    ServiceMain entryPoint(ServiceDefinition service) {
        ServiceMain named = entryPoints.get(service.folded());
        if (named != null) {
            return named;
        }
        boolean own = !service.isShared() && entryPoints.size() == 1;
        return own ? entryPoints.get(entryPoints.firstKey()) : entryPoints.get("");
    }
}
