package ntbed.scm;

import java.util.function.Consumer;
import ntbed.process.ServiceStatus;
import ntbed.trace.TraceEvent;

/** The one place where a service's status changes (S1): traces it, and tells who waits for it. */
final class ServiceStates {
    private final ScmWorld world;
    private final ServiceDatabase database;
    private Consumer<ServiceRecord> onStopped = any -> {};

    ServiceStates(ScmWorld world, ServiceDatabase database) {
        this.world = world;
        this.database = database;
    }

    /** Gets every service that stops from now on. */
    void onStopped(Consumer<ServiceRecord> listener) {
        onStopped = listener;
    }

    /** A new status; {@code detail} says why, where the status does not. */
    void change(ServiceRecord service, ServiceStatus next, String detail) {
        ServiceStatus before = service.status();
        boolean wasStarted = service.isStarted();
        if (isProgress(before, next)) {
            service.progressAt(world.queue().uptimeMillis());
        }
        service.status(next);
        if (wasStarted != service.isStarted()) {
            database.startedChanged(service, service.isStarted());
        }
        if (before.currentState() == next.currentState()) {
            return;
        }
        world.trace()
                .emit(
                        ScmWorld.ACTOR,
                        stamp -> new TraceEvent.ServiceChanged(
                                stamp, service.name(), before.stateName(), next.stateName(), detail));
        world.host().serviceChanged(service.name(), next);
        if (before.currentState() == ServiceStatus.START_PENDING) {
            service.hung(false);
            service.settled();
        }
        if (service.isStopped()) {
            onStopped.accept(service);
        }
    }

    private static boolean isProgress(ServiceStatus before, ServiceStatus next) {
        return before.currentState() != next.currentState()
                || before.checkPoint() != next.checkPoint()
                || before.waitHintMillis() != next.waitHintMillis();
    }
}
