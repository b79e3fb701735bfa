package ntbed.scm;

import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;

/** What follows from a service that fails: events, the start-up message, Last Known Good (E1 to E4, S8). */
final class FailurePolicy {
    private static final int NORMAL = 1;
    private static final int SEVERE = 2;
    private static final int CRITICAL = 3;

    private final ScmWorld world;
    private final ScmEvents events;
    private boolean failedAtBoot;
    private boolean over;
    private boolean noMoreStarts;
    private boolean circleLogged;

    FailurePolicy(ScmWorld world, ScmEvents events) {
        this.world = world;
        this.events = events;
    }

    /** Whether anything with ErrorControl 1 or more failed in this boot (E6). */
    boolean failedAtBoot() {
        return failedAtBoot;
    }

    /** Whether services.exe has died or the machine is going down: nothing more is to be done. */
    boolean isOver() {
        return over || noMoreStarts;
    }

    /** An orderly shutdown begins: what fails now is still reported, but nothing more is started. */
    void stopStarting() {
        noMoreStarts = true;
    }

    /** The machine is going down at once. */
    void stopEverything() {
        over = true;
    }

    /** A start failed with a code of its own: 7000, unless it is the code of a disabled service (D7). */
    void startFailed(ServiceRecord service, int code) {
        if (code == Win32Error.ERROR_SERVICE_DISABLED.code()) {
            return;
        }
        failed(service, () -> events.startFailed(service, code));
    }

    /** A start failed in a way that has an event of its own. */
    void failed(ServiceRecord service, Runnable event) {
        if (over) {
            return;
        }
        if (service.definition().errorControl() >= NORMAL) {
            event.run(); // E1: Ignore is not logged.
        }
        if (service.isAtBoot()) {
            consequences(service.name(), service.definition());
        }
    }

    /**
     * A service lies on a cycle at auto-start: 7018 has no inserts, so it is logged once however many there are (G8).
     */
    void circularAtAutoStart(ServiceRecord service) {
        failed(service, () -> {
            if (!circleLogged) {
                circleLogged = true;
                events.circularAtAutoStart();
            }
        });
    }

    /** A service stopped by itself: 7023 or 7024 for a code that is not 0 (S8). */
    void exited(ServiceRecord service, ServiceStatus status, boolean wasStarting) {
        int code = status.win32ExitCode();
        if (code == 0) {
            return;
        }
        Runnable event = code == Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code()
                ? () -> events.exitedWithOwnCode(service, status.serviceSpecificExitCode())
                : () -> events.exited(service, code);
        if (wasStarting) {
            failed(service, event);
        } else if (!over) {
            event.run();
        }
    }

    /** A service did not come out of START_PENDING: 7022 at auto-start only (T4). */
    void hung(ServiceRecord service) {
        service.lastError(Win32Error.ERROR_SERVICE_START_HANG.code());
        if (service.isAtBoot()) {
            failed(service, () -> events.hungOnStarting(service));
        }
    }

    /**
     * A driver of the kernel failed with ErrorControl 1 or more; whether it stopped the boot was the kernel's to say.
     */
    void driverFailed() {
        failedAtBoot = true;
    }

    /** What ErrorControl asks for at boot; for a driver of the kernel its event comes later (E5). */
    void consequences(String name, ServiceDefinition definition) {
        int errorControl = definition.errorControl();
        failedAtBoot |= errorControl >= NORMAL;
        if (errorControl < SEVERE || over) {
            return;
        }
        if (world.host().canRevert()) {
            over = true;
            events.aboutToRevert(definition.shownName());
            events.reverted();
            world.host().revertToLastKnownGood(name);
        } else if (errorControl == CRITICAL) {
            fault(ScmWorld.key(name), "a critical service failed, and there is no Last Known Good to go back to"); // E4
        }
    }

    /** services.exe dies. */
    void fault(String key, String why) {
        over = true;
        world.host().fault(key, why);
    }
}
