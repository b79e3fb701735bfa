package ntbed.process;

import java.util.List;
import java.util.Map;

/** The service side of the service control manager's pipe: what a service process calls. */
public interface ServiceDispatcher {
    /**
     * Connects the process and hands over its services' entry points, as {@code StartServiceCtrlDispatcher}. The
     * process ends by itself when the last of its services has reported STOPPED.
     *
     * @param services entry points by service name; the one under the empty name serves whatever service has none of
     *     its own: in an own process the name does not count, and a host such as services.exe knows all its services
     * @throws ntbed.win32.Win32Exception 1063 the process was not started as a service
     */
    void startServiceCtrlDispatcher(Map<String, ServiceMain> services);

    /** A service's entry point, run when the SCM wants it started. */
    @FunctionalInterface
    interface ServiceMain {
        /** Reports states through the context; returns at once. */
        void run(ServiceContext service);
    }

    /** A service's view of itself while it runs. */
    interface ServiceContext {
        /** The name it is registered under. */
        String serviceName();

        /** The process it runs in. */
        NtProcess process();

        /** What {@code StartService} was given; empty at auto-start. */
        default List<String> arguments() {
            return List.of();
        }

        /** Names the function that gets the controls, as {@code RegisterServiceCtrlHandler}. */
        void registerServiceCtrlHandler(ControlHandler handler);

        /**
         * Reports the state, as {@code SetServiceStatus}.
         *
         * @throws ntbed.win32.Win32Exception 13 for a state or accepted controls that do not exist
         */
        void setServiceStatus(ServiceStatus status);
    }

    /** Gets the controls (1 stop, 2 pause, 3 continue, 4 interrogate, 5 shutdown, 128 to 255 own). */
    @FunctionalInterface
    interface ControlHandler {
        /** Answers by {@link ServiceContext#setServiceStatus}; one that never returns is a service that hangs. */
        ControlReply control(int control);
    }

    /** Whether a handler came back. */
    enum ControlReply {
        /** The handler returned. */
        RETURNED,
        /** The handler hangs: the SCM waits until its time-out. */
        HUNG
    }
}
