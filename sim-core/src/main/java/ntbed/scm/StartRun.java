package ntbed.scm;

import java.util.List;
import java.util.function.IntConsumer;
import ntbed.process.ServiceStatus;
import ntbed.scm.StartPlan.Step;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Goes through steps one at a time: each service is started when its dependencies are, and the next one when it runs,
 * has failed or hangs (G6, D1 to D4, T4).
 */
final class StartRun {
    private final StartParts parts;
    private final List<Step> steps;
    private final boolean atBoot;
    private final boolean lastOnlyConnects;
    private final List<String> arguments;
    private final IntConsumer whenDone;
    private int next;
    private int lastResult;
    private boolean advancing;
    private boolean ready;

    /** The manager's parts that a start needs. */
    record StartParts(
            ScmWorld world,
            ServiceDatabase database,
            ServiceStates states,
            ServiceStarter starter,
            FailurePolicy failures,
            ScmEvents events,
            HardwareProfile hardware,
            StartLock lock) {}

    private StartRun(StartParts parts, List<Step> steps, boolean atBoot, List<String> arguments, IntConsumer whenDone) {
        this.parts = parts;
        this.steps = steps;
        this.atBoot = atBoot;
        this.lastOnlyConnects = !atBoot;
        this.arguments = arguments;
        this.whenDone = whenDone;
    }

    /** Auto-start: every step to its end, other starts in between (T3). */
    static void autoStart(StartParts parts, List<Step> steps, Runnable whenDone) {
        new StartRun(parts, steps, true, List.of(), ignored -> whenDone.run()).advance();
    }

    /**
     * A start on demand: dependencies to their end, the last step until it is connected (A4). The lock is held by the
     * caller.
     *
     * @param whenDone gets what StartService is to return for the last step
     */
    static void onDemand(StartParts parts, List<Step> steps, List<String> arguments, IntConsumer whenDone) {
        new StartRun(parts, steps, false, arguments, whenDone).advance();
    }

    /** A loop, not a recursion: steps that need no time must not deepen the stack. */
    private void advance() {
        ready = true;
        if (advancing) {
            return;
        }
        advancing = true;
        while (ready && next < steps.size() && !parts.failures().isOver()) {
            ready = false;
            Step step = steps.get(next++);
            if (atBoot) {
                parts.lock().acquire(() -> go(step));
            } else {
                go(step);
            }
        }
        advancing = false;
        if (ready && !parts.failures().isOver()) {
            ready = false;
            whenDone.accept(lastResult);
        }
    }

    private void done(int result) {
        lastResult = result;
        if (atBoot) {
            parts.lock().release();
        }
        advance();
    }

    private void go(Step step) {
        ServiceRecord service = parts.database().byFolded(step.service().folded());
        if (service == null || !service.isStopped()) {
            comeUp(service);
            return;
        }
        service.atBoot(atBoot);
        int refused = refusal(service, step);
        if (refused != 0) {
            service.lastError(refused);
            stoppedWith(service, refused);
            done(refused);
            return;
        }
        boolean last = lastOnlyConnects && next == steps.size();
        parts.starter().start(service, last ? arguments : List.of(), code -> {
            if (last || code != 0 || service.state() != ServiceStatus.START_PENDING) {
                done(code);
            } else {
                comeUp(service);
            }
        });
    }

    /** Waits for one that is starting; one that runs, is gone or is known to hang is waited for no more. */
    private void comeUp(@Nullable ServiceRecord service) {
        if (service == null || service.state() != ServiceStatus.START_PENDING || service.isHung()) {
            done(0);
        } else {
            new HangWatch(parts.world().queue(), parts.failures()).await(service, () -> done(service.lastError()));
        }
    }

    /** A refused service keeps the code as its exit code (K13). */
    private void stoppedWith(ServiceRecord service, int code) {
        parts.states()
                .change(service, ServiceStatus.stopped(service.definition().type(), code, 0), "");
    }

    private int refusal(ServiceRecord service, Step step) {
        FailurePolicy failures = parts.failures();
        ScmEvents events = parts.events();
        switch (step.verdict()) {
            case CIRCULAR -> {
                failures.circularAtAutoStart(service);
                return Win32Error.ERROR_CIRCULAR_DEPENDENCY.code();
            }
            case LATER_SERVICE -> {
                failures.failed(service, () -> events.needsLaterService(service));
                return Win32Error.ERROR_CIRCULAR_DEPENDENCY.code();
            }
            case LATER_GROUP -> {
                failures.failed(service, () -> events.needsLaterGroup(service));
                return Win32Error.ERROR_CIRCULAR_DEPENDENCY.code();
            }
            case START -> {}
        }
        if (parts.hardware().disables(service.definition())) {
            return Win32Error.ERROR_SERVICE_DISABLED.code(); // D7: no event of its own.
        }
        return new DependencyCheck(parts.database(), failures, events).failure(service);
    }
}
