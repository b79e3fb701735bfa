package ntbed.scm;

import java.util.function.IntConsumer;
import ntbed.process.ServiceControls;
import ntbed.process.ServiceDispatcher.ControlHandler;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceStatus;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** Sends controls to services (S2 to S6). */
final class Controls {
    private final ScmWorld world;
    private final ServiceStates states;
    private final ScmEvents events;
    private final Dependents dependents;
    private final Deletion deletion;

    Controls(ScmWorld world, ServiceStates states, ScmEvents events, Dependents dependents, Deletion deletion) {
        this.world = world;
        this.states = states;
        this.events = events;
        this.dependents = dependents;
        this.deletion = deletion;
    }

    /** The right that a control needs (K11); 0 for a code that does not exist (S3). */
    static int rightFor(int control) {
        return switch (control) {
            case ServiceControls.STOP -> AccessMask.SERVICE_STOP;
            case ServiceControls.PAUSE, ServiceControls.CONTINUE -> AccessMask.SERVICE_PAUSE_CONTINUE;
            case ServiceControls.INTERROGATE -> AccessMask.SERVICE_INTERROGATE;
            default -> isUserDefined(control) ? AccessMask.SERVICE_USER_DEFINED_CONTROL : 0;
        };
    }

    private static boolean isUserDefined(int control) {
        return control >= ServiceControls.FIRST_USER_DEFINED && control <= ServiceControls.LAST_USER_DEFINED;
    }

    /** Sends a control that somebody asked for; {@code whenDone} gets the code of ControlService. */
    void control(ServiceRecord service, int control, IntConsumer whenDone) {
        int refused = refusal(service, control);
        if (refused != 0) {
            whenDone.accept(refused);
        } else if (service.definition().isDriver()) {
            controlDriver(service, control);
            whenDone.accept(0);
        } else {
            send(service, control, whenDone);
        }
    }

    /** S4: running dependents before the state; S3 for the state. */
    private int refusal(ServiceRecord service, int control) {
        if (control == ServiceControls.STOP && dependents.anyRunning(service)) {
            return Win32Error.ERROR_DEPENDENT_SERVICES_RUNNING.code();
        }
        int state = service.state();
        if (state == ServiceStatus.STOPPED) {
            return Win32Error.ERROR_SERVICE_NOT_ACTIVE.code();
        }
        if (service.definition().isDriver()) { // S5
            boolean known = control == ServiceControls.STOP || control == ServiceControls.INTERROGATE;
            return known ? 0 : Win32Error.ERROR_INVALID_SERVICE_CONTROL.code();
        }
        if (state == ServiceStatus.STOP_PENDING) {
            return Win32Error.ERROR_SERVICE_CANNOT_ACCEPT_CTRL.code();
        }
        boolean isStarting = state == ServiceStatus.START_PENDING;
        if (isStarting && control != ServiceControls.STOP && control != ServiceControls.INTERROGATE) {
            return Win32Error.ERROR_SERVICE_CANNOT_ACCEPT_CTRL.code();
        }
        return isAccepted(service, control) ? 0 : Win32Error.ERROR_INVALID_SERVICE_CONTROL.code();
    }

    private static boolean isAccepted(ServiceRecord service, int control) {
        int accepted = service.status().controlsAccepted();
        return switch (control) {
            case ServiceControls.STOP -> (accepted & ServiceStatus.ACCEPT_STOP) != 0;
            case ServiceControls.PAUSE, ServiceControls.CONTINUE ->
                (accepted & ServiceStatus.ACCEPT_PAUSE_CONTINUE) != 0;
            default -> true;
        };
    }

    private void controlDriver(ServiceRecord service, int control) {
        if (control == ServiceControls.STOP) {
            service.lastError(0);
            int type = service.definition().type();
            states.change(service, ServiceStatus.stopped(type, 0, 0), "");
            deletion.carryOutIfDue(service);
        }
    }

    /** Hands a control to the service's handler; 1053 and 7011 if it does not come back (S6, T2). */
    void send(ServiceRecord service, int control, IntConsumer whenDone) {
        ServiceProcess process = service.process();
        RunningService run = service.running();
        ControlHandler handler = run == null ? null : run.handler();
        if (process != null && process.dispatcherHangs()) {
            timeOut(whenDone);
        } else if (run == null || handler == null || process == null) {
            boolean asksState = control == ServiceControls.INTERROGATE; // S3: answered from what was last reported.
            whenDone.accept(asksState ? 0 : Win32Error.ERROR_SERVICE_CANNOT_ACCEPT_CTRL.code());
        } else {
            world.queue().schedule(0, () -> deliver(service, run, handler, process, control, whenDone));
        }
    }

    private void deliver(
            ServiceRecord service,
            RunningService run,
            ControlHandler handler,
            ServiceProcess process,
            int control,
            IntConsumer whenDone) {
        if (!run.equals(service.running()) || process.hasEnded()) {
            whenDone.accept(Win32Error.ERROR_SERVICE_NOT_ACTIVE.code());
        } else if (handler.control(control) == ControlReply.RETURNED) {
            whenDone.accept(0);
        } else {
            process.dispatcherHung();
            timeOut(whenDone);
        }
    }

    private void timeOut(IntConsumer whenDone) {
        world.queue().schedule(Timeouts.TRANSACT_MILLIS, () -> {
            events.transactionTimeout(Timeouts.TRANSACT_MILLIS);
            whenDone.accept(Win32Error.ERROR_SERVICE_REQUEST_TIMEOUT.code());
        });
    }
}
