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
                next.run();
            }
        });
    }

    private void watch(ServiceRecord service, Runnable next) {
        long patience = Timeouts.START_HANG_MILLIS
                + Integer.toUnsignedLong(service.status().waitHintMillis());
        long deadline = service.lastProgressMillis() + patience;
        timer = queue.schedule(Math.max(0, deadline - queue.uptimeMillis()), () -> timerRan(service, next));
    }

    private void timerRan(ServiceRecord service, Runnable next) {
        long patience = Timeouts.START_HANG_MILLIS
                + Integer.toUnsignedLong(service.status().waitHintMillis());
        if (queue.uptimeMillis() < service.lastProgressMillis() + patience) {
            watch(service, next);
            return;
        }
        over = true;
        service.hung(true);
        failures.hung(service);
        next.run();
    }
}
