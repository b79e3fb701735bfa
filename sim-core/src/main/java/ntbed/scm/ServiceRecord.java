package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import ntbed.process.ServiceStatus;
import ntbed.security.SecurityDescriptor;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** A service in the running manager's database: its configuration and all that changes while the machine runs. */
final class ServiceRecord {
    /** What the manager says while a service has not spoken yet (T5). */
    static final int START_WAIT_HINT_MILLIS = 2_000;

    private ServiceDefinition definition;
    private ServiceStatus status;
    private final List<Runnable> whenSettled = new ArrayList<>();
    private @Nullable SecurityDescriptor security;
    private @Nullable ServiceProcess process;
    private @Nullable RunningService running;
    private int lastError = Win32Error.ERROR_SERVICE_NEVER_STARTED.code();
    private long startSequence;
    private long lastProgressMillis;
    private int openHandles;
    private boolean markedForDeletion;
    private boolean hung;
    private boolean atBoot;

    ServiceRecord(ServiceDefinition definition) {
        this.definition = definition;
        int hint = definition.isDriver() ? 0 : START_WAIT_HINT_MILLIS;
        int neverStarted = Win32Error.ERROR_SERVICE_NEVER_STARTED.code();
        status = new ServiceStatus(definition.type(), ServiceStatus.STOPPED, 0, neverStarted, 0, 0, hint); // K13
    }

    ServiceDefinition definition() {
        return definition;
    }

    void redefine(ServiceDefinition changed) {
        definition = changed;
    }

    String name() {
        return definition.name();
    }

    ServiceStatus status() {
        return status;
    }

    /** Changes the status alone; {@link ServiceStates} is the only caller. */
    void status(ServiceStatus next) {
        status = next;
    }

    int state() {
        return status.currentState();
    }

    boolean isStopped() {
        return status.currentState() == ServiceStatus.STOPPED;
    }

    /** Whether dependents may start (G6): it has started and is not on its way out. */
    boolean isStarted() {
        return switch (status.currentState()) {
            case ServiceStatus.STOPPED, ServiceStatus.START_PENDING, ServiceStatus.STOP_PENDING -> false;
            default -> true;
        };
    }

    /** How the last attempt to start ended, or its exit code since: what a dependent's 7001 prints (D2). */
    int lastError() {
        return lastError;
    }

    /** As {@link #lastError()}, but 1058 for one that stands still because it is disabled (D2). */
    int errorForDependents() {
        boolean disabled = isStopped() && definition.start() == ServiceConfig.DISABLED;
        return disabled ? Win32Error.ERROR_SERVICE_DISABLED.code() : lastError;
    }

    void lastError(int code) {
        lastError = code;
    }

    /** The process it runs in; null for drivers and while it does not run. */
    @Nullable
    ServiceProcess process() {
        return process;
    }

    void process(@Nullable ServiceProcess newProcess) {
        process = newProcess;
    }

    /** The status handle of the present run; null before its entry point was called and after it stopped. */
    @Nullable
    RunningService running() {
        return running;
    }

    void running(@Nullable RunningService newRun) {
        running = newRun;
    }

    /** Rises with each start of any service; 0 = never started (A10). */
    long startSequence() {
        return startSequence;
    }

    void startSequence(long sequence) {
        startSequence = sequence;
    }

    /** When state, checkpoint or wait hint last changed (T4). */
    long lastProgressMillis() {
        return lastProgressMillis;
    }

    void progressAt(long uptimeMillis) {
        lastProgressMillis = uptimeMillis;
    }

    /** Whether it hung while starting and still has not come out of it (T4, T6). */
    boolean isHung() {
        return hung && status.currentState() == ServiceStatus.START_PENDING;
    }

    void hung(boolean value) {
        hung = value;
    }

    /** Whether auto-start is starting or has started it, so that its failure is one of the boot (E6). */
    boolean isAtBoot() {
        return atBoot;
    }

    void atBoot(boolean value) {
        atBoot = value;
    }

    boolean isMarkedForDeletion() {
        return markedForDeletion;
    }

    void markForDeletion(boolean marked) {
        markedForDeletion = marked;
    }

    /** Whether a deletion may be carried out now (A7). */
    boolean isRemovable() {
        return markedForDeletion && openHandles == 0 && isStopped();
    }

    void handleOpened() {
        openHandles++;
    }

    void handleClosed() {
        openHandles--;
    }

    /** The descriptor, if it has been read; see {@link ServiceSecurity}. */
    @Nullable
    SecurityDescriptor knownSecurity() {
        return security;
    }

    void knownSecurity(SecurityDescriptor descriptor) {
        security = descriptor;
    }

    /** Runs once when the service leaves START_PENDING, or is found hung in it. */
    void onceSettled(Runnable action) {
        whenSettled.add(action);
    }

    void settled() {
        List<Runnable> actions = List.copyOf(whenSettled);
        whenSettled.clear();
        actions.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return name() + " " + status.stateName();
    }
}
