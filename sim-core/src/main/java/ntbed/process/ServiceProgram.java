package ntbed.process;

import java.util.Map;
import ntbed.process.GenericPrograms.Behaviour;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;

/** {@code service} and {@code shared-service}: services that behave as the image's parameters say. */
final class ServiceProgram implements Program {
    static final long ACCESS_VIOLATION = 0xC000_0005L;

    /** Virtual milliseconds that a healthy service of 1998 takes, from and to. [M] */
    private static final int QUICKEST_START = 40;

    private static final int SLOWEST_START = 400;

    private final String id;
    private final String heading;
    private final int serviceType;

    ServiceProgram(String id, String heading, int serviceType) {
        this.id = id;
        this.heading = heading;
        this.serviceType = serviceType;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public void main(NtProcess process) {
        long connectMillis = new Behaviour(process.imageParameters(), "").number("connectMillis", 50);
        ServiceDispatcher dispatcher = process.serviceDispatcher();
        if (connectMillis < 0) {
            process.waitForever();
        } else {
            process.after(
                    connectMillis,
                    () -> dispatcher.startServiceCtrlDispatcher(Map.of("", service -> new Instance(service).start())));
        }
    }

    /** One service while it runs. */
    private final class Instance {
        private final ServiceContext service;
        private final NtProcess process;
        private final Behaviour behaviour;
        private final int accepted;
        private int state = ServiceStatus.START_PENDING;

        Instance(ServiceContext service) {
            this.service = service;
            this.process = service.process();
            this.behaviour = new Behaviour(process.imageParameters(), service.serviceName());
            this.accepted = accepted(behaviour.text("accept", "stop shutdown"));
        }

        void start() {
            service.registerServiceCtrlHandler(this::control);
            if (behaviour.has("crashAfterMillis")) {
                process.after(
                        behaviour.number("crashAfterMillis", 0),
                        () -> process.crash((int) behaviour.number("crashCode", ACCESS_VIOLATION)));
            }
            int steps = (int) behaviour.number("startSteps", 1);
            if (behaviour.is("hangAtStart")) {
                pending(ServiceStatus.START_PENDING, 1);
                process.waitForever();
                return;
            }
            long startMillis = behaviour.number("startMillis", -1);
            step(1, steps, startMillis < 0 ? process.random().between(QUICKEST_START, SLOWEST_START) : startMillis);
        }

        private void step(int step, int steps, long startMillis) {
            if (steps == 0) {
                process.after(startMillis, this::started);
                return;
            }
            pending(ServiceStatus.START_PENDING, step);
            long thisStep = startMillis * step / steps - startMillis * (step - 1) / steps;
            process.after(thisStep, () -> {
                if (step < steps) {
                    step(step + 1, steps, startMillis);
                } else {
                    started();
                }
            });
        }

        private void started() {
            boolean fails = behaviour.has("exitCode") || behaviour.has("specificCode");
            if (fails && !behaviour.has("exitAfterMillis")) {
                fail();
                return;
            }
            settle(ServiceStatus.RUNNING);
            if (fails) {
                process.after(behaviour.number("exitAfterMillis", 0), this::fail);
            }
        }

        private void fail() {
            int specific = (int) behaviour.number("specificCode", 0);
            int code = specific != 0 ? 1066 : (int) behaviour.number("exitCode", 0);
            end(code, specific);
        }

        private ControlReply control(int control) {
            if (behaviour.is("hangOnControl") && control != ServiceControls.INTERROGATE) {
                return ControlReply.HUNG;
            }
            switch (control) {
                case ServiceControls.STOP, ServiceControls.SHUTDOWN -> change(ServiceStatus.STOP_PENDING, "stopMillis");
                case ServiceControls.PAUSE -> change(ServiceStatus.PAUSE_PENDING, "pauseMillis");
                case ServiceControls.CONTINUE -> change(ServiceStatus.CONTINUE_PENDING, "pauseMillis");
                default -> report();
            }
            return ControlReply.RETURNED;
        }

        private void change(int pendingState, String duration) {
            pending(pendingState, 1);
            process.after(behaviour.number(duration, 50), () -> {
                switch (pendingState) {
                    case ServiceStatus.STOP_PENDING -> end(0, 0);
                    case ServiceStatus.PAUSE_PENDING -> settle(ServiceStatus.PAUSED);
                    default -> settle(ServiceStatus.RUNNING);
                }
            });
        }

        private void pending(int pendingState, int checkPoint) {
            state = pendingState;
            int hint = (int) behaviour.number("waitHintMillis", 10_000);
            service.setServiceStatus(ServiceStatus.pending(serviceType, pendingState, checkPoint, hint));
        }

        private void settle(int newState) {
            if (state != ServiceStatus.STOPPED) {
                state = newState;
                report();
            }
        }

        private void report() {
            service.setServiceStatus(ServiceStatus.of(
                    serviceType,
                    state,
                    state == ServiceStatus.RUNNING || state == ServiceStatus.PAUSED ? accepted : 0));
        }

        private void end(int win32ExitCode, int specificCode) {
            if (state != ServiceStatus.STOPPED) {
                state = ServiceStatus.STOPPED;
                service.setServiceStatus(ServiceStatus.stopped(serviceType, win32ExitCode, specificCode));
            }
        }
    }

    private static int accepted(String words) {
        return (words.contains("stop") ? ServiceStatus.ACCEPT_STOP : 0)
                | (words.contains("pause") ? ServiceStatus.ACCEPT_PAUSE_CONTINUE : 0)
                | (words.contains("shutdown") ? ServiceStatus.ACCEPT_SHUTDOWN : 0);
    }
}
