package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceStatus;
import ntbed.time.EventQueue.Scheduled;

/** The end of a session: the shutdown control to whoever accepts it, in no order, and a limited wait (T8). */
final class Shutdown {
    private final ScmWorld world;
    private final ServiceDatabase database;
    private final ServiceStates states;
    private final Controls controls;
    private final List<ServiceRecord> stopping = new ArrayList<>();
    private boolean begun;

    Shutdown(ScmWorld world, ServiceDatabase database, ServiceStates states, Controls controls) {
        this.world = world;
        this.database = database;
        this.states = states;
        this.controls = controls;
    }

    /** Whether the machine is going down: 1115 for whoever wants something of a service. */
    boolean hasBegun() {
        return begun;
    }

    /** Sends the controls; {@code whenDone} runs when all have stopped or the wait is over. */
    void begin(Runnable whenDone) {
        begun = true;
        for (ServiceRecord service : List.copyOf(database.all())) {
            boolean accepts = (service.status().controlsAccepted() & ServiceStatus.ACCEPT_SHUTDOWN) != 0;
            if (accepts && !service.definition().isDriver() && !service.isStopped()) {
                stopping.add(service);
            }
        }
        if (stopping.isEmpty()) {
            whenDone.run();
            return;
        }
        Scheduled limit = world.queue().schedule(Timeouts.shutdownMillis(world.registry()), () -> {
            states.onStopped(any -> {});
            whenDone.run();
        });
        states.onStopped(service -> {
            if (stopping.remove(service) && stopping.isEmpty()) {
                states.onStopped(any -> {});
                limit.cancel();
                whenDone.run();
            }
        });
        for (ServiceRecord service : List.copyOf(stopping)) {
            controls.send(service, ServiceControls.SHUTDOWN, ignored -> {});
        }
    }
}
