package ntbed.process;

/**
 * SERVICE_STATUS of WINSVC.H.
 *
 * @param serviceType 0x1, 0x2, 0x8, 0x10, 0x20, with 0x100 for an interactive one
 * @param currentState 1 stopped, 2 start pending, 3 stop pending, 4 running, 5 continue pending, 6 pause pending, 7
 *     paused
 * @param controlsAccepted 1 stop, 2 pause and continue, 4 shutdown
 * @param win32ExitCode 0, a Win32 code, or 1066 where the next number counts
 * @param serviceSpecificExitCode the service's own code, unsigned
 * @param checkPoint progress of a pending state
 * @param waitHintMillis how long until the next report
 */
public record ServiceStatus(
        int serviceType,
        int currentState,
        int controlsAccepted,
        int win32ExitCode,
        int serviceSpecificExitCode,
        int checkPoint,
        int waitHintMillis) {
    public static final int STOPPED = 1;
    public static final int START_PENDING = 2;
    public static final int STOP_PENDING = 3;
    public static final int RUNNING = 4;
    public static final int CONTINUE_PENDING = 5;
    public static final int PAUSE_PENDING = 6;
    public static final int PAUSED = 7;

    public static final int ACCEPT_STOP = 1;
    public static final int ACCEPT_PAUSE_CONTINUE = 2;
    public static final int ACCEPT_SHUTDOWN = 4;

    /** A settled state with these accepted controls. */
    public static ServiceStatus of(int serviceType, int state, int controlsAccepted) {
        return new ServiceStatus(serviceType, state, controlsAccepted, 0, 0, 0, 0);
    }

    /** A pending state. */
    public static ServiceStatus pending(int serviceType, int state, int checkPoint, int waitHintMillis) {
        return new ServiceStatus(serviceType, state, 0, 0, 0, checkPoint, waitHintMillis);
    }

    /** Stopped, with the codes of why. */
    public static ServiceStatus stopped(int serviceType, int win32ExitCode, int serviceSpecificExitCode) {
        return new ServiceStatus(serviceType, STOPPED, 0, win32ExitCode, serviceSpecificExitCode, 0, 0);
    }

    /** The state's name without its prefix, for example {@code START_PENDING}. */
    public String stateName() {
        return stateName(currentState);
    }

    /** A state's name, or its number where there is none. */
    public static String stateName(int state) {
        return switch (state) {
            case STOPPED -> "STOPPED";
            case START_PENDING -> "START_PENDING";
            case STOP_PENDING -> "STOP_PENDING";
            case RUNNING -> "RUNNING";
            case CONTINUE_PENDING -> "CONTINUE_PENDING";
            case PAUSE_PENDING -> "PAUSE_PENDING";
            case PAUSED -> "PAUSED";
            default -> Integer.toString(state);
        };
    }
}
