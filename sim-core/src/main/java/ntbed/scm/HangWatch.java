package ntbed.scm;

import ntbed.time.EventQueue;
import ntbed.time.EventQueue.Scheduled;

/** Waits for a service to leave START_PENDING, and gives up when it shows no progress (T4). */
final class HangWatch {
    private final EventQueue queue;
    private final FailurePolicy failures;
    private Scheduled timer;
    private boolean over;

    @SuppressWarnings("NullAway.Init") // The timer is set before anything can read it.
    HangWatch(EventQueue queue, FailurePolicy failures) {
        this.queue = queue;
        this.failures = failures;
    }

    /** Runs {@code next} once, when the service has settled or hangs. */
    void await(ServiceRecord service, Runnable next) {
        watch(service, next);
        service.onceSettled(() -> {
            if (!over) {
                over = true;
                timer.cancel();
                queue.schedule(0, next); // Not inside the service's own call of SetServiceStatus.
            }
        });
    }

    /** The hint may change with each report, so the timer is for the part that is certain. */
    private void watch(ServiceRecord service, Runnable next) {
        long certain = service.lastProgressMillis() + Timeouts.START_HANG_MILLIS;
        long at = certain > queue.uptimeMillis() ? certain : deadline(service);
        timer = queue.schedule(Math.max(0, at - queue.uptimeMillis()), () -> timerRan(service, next));
    }

    private static long deadline(ServiceRecord service) {
        return service.lastProgressMillis()
                + Timeouts.START_HANG_MILLIS
                + Integer.toUnsignedLong(service.status().waitHintMillis());
    }

    private void timerRan(ServiceRecord service, Runnable next) {
        if (queue.uptimeMillis() < deadline(service)) {
            watch(service, next);
            return;
        }
        over = true;
        service.hung(true);
        failures.hung(service);
        next.run();
    }
}
