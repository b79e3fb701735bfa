package ntbed.scm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import ntbed.eventlog.MessageTemplates;
import ntbed.filesystem.NtPath;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.scm.StartPlan.Phase;
import ntbed.scm.StartRun.StartParts;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** Auto-start from the first phase to the start-up message (G1, E5 to E7, L6). */
final class AutoStart {
    /** Title of the message: message 7029 of the manager. */
    private static final String TITLE = "Service Control Manager";

    /** The message of the boot that completes the mini-wizard (D3, Q198417). */
    private static final String SHORT_TEXT = "At least one service failed to start.";

    private static final int FAILED_TEXT = 7025;
    private static final int LAST_KNOWN_GOOD_TEXT = 7027;

    private final StartParts parts;
    private final DriverLoader drivers;
    private boolean isComplete;

    AutoStart(StartParts parts, DriverLoader drivers) {
        this.parts = parts;
        this.drivers = drivers;
    }

    boolean isComplete() {
        return isComplete;
    }

    /** Goes through the plan's phases, then says what is to be said about the boot. */
    void run(StartPlan plan, Runnable whenComplete) {
        runNext(plan.phases().iterator(), whenComplete);
    }

    private void runNext(Iterator<Phase> phases, Runnable whenComplete) {
        if (!phases.hasNext()) {
            complete(whenComplete);
            return;
        }
        Phase phase = phases.next();
        parts.world().trace().emit(ScmWorld.ACTOR, stamp -> new TraceEvent.Stage(stamp, "auto-start", phase.name()));
        StartRun.autoStart(parts, phase.steps(), () -> runNext(phases, whenComplete));
    }

    private void complete(Runnable whenComplete) {
        reportDrivers();
        isComplete = true;
        showMessage();
        runVerificationProgram();
        whenComplete.run();
    }

    /** E5: drivers of the kernel that failed, once, by raw name; G9: those that may not depend on a service. */
    private void reportDrivers() {
        List<String> failed = new ArrayList<>();
        for (DriverLoader.Outcome outcome : drivers.failures()) {
            ServiceRecord driver = parts.database().byFolded(NtPath.fold(outcome.name()));
            if (driver == null || driver.definition().errorControl() == 0) {
                continue;
            }
            parts.failures().driverFailed();
            if (drivers.needsWin32Service(driver.definition())) {
                parts.events().driverNeedsService(driver.name());
            } else {
                failed.add(driver.name());
            }
        }
        if (!failed.isEmpty()) {
            parts.events().driversFailed(failed);
        }
    }

    /** E6, E7, D3: at most one message a boot; the desktop holds it back until somebody is logged on. */
    private void showMessage() {
        ScmHost host = parts.world().host();
        if (host.lastKnownGoodRunning()) {
            parts.world().desktop().hardError(TITLE, text(LAST_KNOWN_GOOD_TEXT));
        } else if (parts.failures().failedAtBoot()) {
            parts.world().desktop().hardError(TITLE, host.completesMiniSetup() ? SHORT_TEXT : text(FAILED_TEXT));
        }
    }

    private static String text(int message) {
        return MessageTemplates.find(ScmEvents.SOURCE, message)
                .orElseThrow(() -> new AssertionError("no text for message " + message))
                .template();
    }

    /** L6: a program that looks whether the boot is good. */
    private void runVerificationProgram() {
        ScmWorld world = parts.world();
        Optional<String> path = world.registry()
                .value(ScmWorld.CONTROL_SET + "\\Control\\BootVerificationProgram", "ImagePath")
                .flatMap(RegistryValue::text)
                .filter(text -> !text.isBlank());
        if (path.isEmpty()) {
            return;
        }
        try {
            world.processes()
                    .create(
                            Token.system(),
                            world.environment().expand(path.get()),
                            world.environment(),
                            Optional.empty());
        } catch (Win32Exception e) {
            parts.events().callFailed("CreateProcess", path.get(), e.code());
        }
    }

    /** Shows how the kernel's drivers went in the records of a fresh database. */
    void takeOver(ServiceRecord driver) {
        DriverLoader.Outcome outcome = drivers.outcome(driver.definition());
        if (outcome == null) {
            return;
        }
        int type = driver.definition().type();
        int code = outcome.result().code();
        driver.lastError(code);
        boolean runs = outcome.result() == Win32Error.ERROR_SUCCESS;
        parts.states()
                .change(
                        driver,
                        runs
                                ? ServiceStatus.of(type, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP)
                                : ServiceStatus.stopped(type, code, 0),
                        "loaded by the kernel");
        if (runs) {
            driver.startSequence(parts.database().nextStart());
        }
    }
}
