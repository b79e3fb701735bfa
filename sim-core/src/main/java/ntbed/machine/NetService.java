package ntbed.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * {@code NetServiceInstall} and {@code NetServiceControl} of LMSVC.H: what {@code net.exe} and the Services applet
 * call.
 *
 * <p>They wait until the service is settled, and report some Win32 codes as network codes (rule C2; message texts
 * Q186554, the pair 1053 and 2186 for example in Q155814 and Q262962). The event log still carries the Win32 code.
 */
public final class NetService {
    /** A pending state is looked at this often [I]. */
    private static final int POLL_MILLIS = 2_500;

    /** How long a pending state may stand still beyond its wait hint before the caller gives up [I]. */
    private static final int PATIENCE_MILLIS = 80_000;

    /** The longest wait hint that is believed [I]: a day; a DWORD can say 49 of them. */
    private static final long LONGEST_HINT_MILLIS = 24 * 3_600_000L;

    /** SERVICE_ACTIVE of WINSVC.H. */
    private static final int ACTIVE = 1;

    private static final int NERR_SERVICE_CTL_TIMEOUT = 2186;

    private final Win32 win32;
    private final Runnable onPoll;

    /**
     * The functions for one door.
     *
     * @param onPoll runs at each look at a pending state; net.exe prints a dot
     */
    public NetService(Win32 win32, Runnable onPoll) {
        this.win32 = win32;
        this.onPoll = onPoll;
    }

    /**
     * How a start or control ended.
     *
     * @param code 0, a network code (2180 to 2191) or a Win32 code; 1066 = see {@code specificCode}
     * @param specificCode the service's own code, unsigned
     * @param requested whether the request got to the service, so that a failure is the service's own exit
     * @param state the state the service is in now; empty where it could not be asked
     */
    public record Outcome(int code, int specificCode, boolean requested, Optional<Integer> state) {
        /** Whether the request was sent and the service got to that state. */
        public boolean reached(int wantedState) {
            return state.isPresent() && state.get() == wantedState;
        }
    }

    /** Win32 code to network code: 1053, 1056, 1062, 1060, 1055, 1061, 1052 are renumbered, all others stay (C2). */
    public static int remap(int win32Code) {
        return switch (win32Code) {
            case 1053 -> NERR_SERVICE_CTL_TIMEOUT;
            case 1056 -> 2182;
            case 1062 -> 2184;
            case 1060 -> 2185;
            case 1055 -> 2180;
            case 1061 -> 2189;
            case 1052 -> 2191;
            default -> win32Code;
        };
    }

    /** The key name for a key or display name; 1060 if there is neither (N8). */
    public String keyName(String name) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT)) {
            try {
                return manager.getServiceKeyName(name, 256);
            } catch (Win32Exception notADisplayName) {
                if (notADisplayName.error() != Win32Error.ERROR_SERVICE_DOES_NOT_EXIST) {
                    throw notADisplayName;
                }
            }
            manager.getServiceDisplayName(name, 256);
            return name;
        }
    }

    /** Starts a service and waits until it runs or has ended. */
    public Outcome start(String keyName) {
        int access = AccessMask.SERVICE_START | AccessMask.SERVICE_QUERY_STATUS;
        return with(keyName, access, service -> {
            service.startService(List.of());
            return settle(service, service.queryServiceStatus(), ServiceStatus.START_PENDING);
        });
    }

    /** Sends a control (1 stop, 2 pause, 3 continue) and waits until it has had its effect. */
    public Outcome control(String keyName, int control) {
        int right = control == 1 ? AccessMask.SERVICE_STOP : AccessMask.SERVICE_PAUSE_CONTINUE;
        int pending = control == 1
                ? ServiceStatus.STOP_PENDING
                : control == 2 ? ServiceStatus.PAUSE_PENDING : ServiceStatus.CONTINUE_PENDING;
        return with(keyName, right | AccessMask.SERVICE_QUERY_STATUS, service -> {
            ServiceStatus first = service.controlService(control);
            return settle(service, first, pending);
        });
    }

    /** The services that run and need this one, in the order to stop them (A10). */
    public List<EnumeratedService> dependents(String keyName) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(keyName, AccessMask.SERVICE_ENUMERATE_DEPENDENTS)) {
            return service.enumDependentServices(ACTIVE, Integer.MAX_VALUE);
        }
    }

    private Outcome settle(ServiceHandle service, ServiceStatus first, int pending) {
        ServiceStatus status = first;
        long stillMillis = 0;
        while (status.currentState() == pending) {
            long hint = Math.min(Integer.toUnsignedLong(status.waitHintMillis()), LONGEST_HINT_MILLIS);
            if (stillMillis > PATIENCE_MILLIS + hint) {
                return new Outcome(NERR_SERVICE_CTL_TIMEOUT, 0, true, Optional.of(pending));
            }
            win32.sleep(POLL_MILLIS);
            onPoll.run();
            ServiceStatus next = service.queryServiceStatus();
            stillMillis = next.checkPoint() == status.checkPoint() ? stillMillis + POLL_MILLIS : 0;
            status = next;
        }
        return new Outcome(
                status.win32ExitCode(), status.serviceSpecificExitCode(), true, Optional.of(status.currentState()));
    }

    private Outcome with(String keyName, int access, Function<ServiceHandle, Outcome> action) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(keyName, access)) {
            return action.apply(service);
        } catch (Win32Exception refused) {
            return new Outcome(remap(refused.code()), 0, false, Optional.empty());
        }
    }
}
