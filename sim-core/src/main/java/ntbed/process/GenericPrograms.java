package ntbed.process;

import java.util.Map;

/**
 * Programs that need no code of their own: what they do stands in the image's parameters.
 *
 * <p>{@code service} (one service, whatever its name) and {@code shared-service} (a host for any number of services, as
 * services.exe) understand, for all their services or, prefixed with the service's name and a dot, for one:
 * <ul>
 *   <li>{@code connectMillis}: how long until the process connects to the SCM (default 50); {@code -1} = never
 *   <li>{@code startMillis}: virtual milliseconds from the start to RUNNING (default: chance, 40 to 400)
 *   <li>{@code startSteps}: how many START_PENDING reports there are on the way (default 1); {@code 0} = silent
 *   <li>{@code waitHintMillis}: the hint of each (default 10000)
 *   <li>{@code stopMillis}: from the stop control to STOPPED (default 50)
 *   <li>{@code pauseMillis}: from the pause control to PAUSED, and from continue to RUNNING (default 50)
 *   <li>{@code exitCode}: instead of RUNNING, STOPPED with that Win32 code; {@code specificCode}: with 1066 and that
 *   code
 *   <li>{@code exitAfterMillis}: the code comes that long after RUNNING instead
 *   <li>{@code hangAtStart=true}: START_PENDING for ever; {@code hangOnControl=true}: a control never comes back
 *   <li>{@code crashAfterMillis}: the process dies by {@code crashCode} (default 0xC0000005) that long after the start
 *   <li>{@code accept}: accepted controls, of {@code stop}, {@code pause}, {@code shutdown} (default
 *   {@code stop shutdown})
 * </ul>
 * {@code console} ends with {@code exitCode} after {@code runMillis} (default 10; {@code -1} = never), or crashes as
 * above.
 */
public final class GenericPrograms {
    private static final String SERVICE = "service";
    private static final String SHARED_SERVICE = "shared-service";

    private GenericPrograms() {}

    /** All of them. */
    public static ProgramCatalog catalog() {
        return ProgramCatalog.of(
                new ServiceProgram(SERVICE, "A service of its own process that behaves as its image says", 0x10),
                new ServiceProgram(SHARED_SERVICE, "A host for services that share one process", 0x20),
                new ConsoleProgram());
    }

    /** Parameters of one process, read for one service. */
    static final class Behaviour {
        private final Map<String, String> parameters;
        private final String prefix;

        Behaviour(Map<String, String> parameters, String serviceName) {
            this.parameters = parameters;
            this.prefix = serviceName + ".";
        }

        long number(String name, long otherwise) {
            String text = text(name, "");
            return text.isEmpty() ? otherwise : Long.decode(text);
        }

        boolean is(String name) {
            return text(name, "").equals("true");
        }

        boolean has(String name) {
            return !text(name, "").isEmpty();
        }

        String text(String name, String otherwise) {
            if (parameters.isEmpty()) {
                return otherwise;
            }
            String own = parameters.get(prefix + name);
            String common = own == null ? parameters.get(name) : own;
            return common == null ? otherwise : common;
        }
    }

    /** {@code console}. */
    private static final class ConsoleProgram implements Program {
        @Override
        public String id() {
            return "console";
        }

        @Override
        public String heading() {
            return "A program that runs for a while and ends with a code";
        }

        @Override
        public void main(NtProcess process) {
            Behaviour behaviour = new Behaviour(process.imageParameters(), "");
            long exitCode = behaviour.number("exitCode", 0);
            if (behaviour.has("crashAfterMillis")) {
                int code = (int) behaviour.number("crashCode", ServiceProgram.ACCESS_VIOLATION);
                process.after(behaviour.number("crashAfterMillis", 0), () -> process.crash(code));
            }
            long runMillis = behaviour.number("runMillis", 10);
            if (runMillis < 0) {
                process.waitForever();
            } else {
                process.after(runMillis, () -> process.exit((int) exitCode));
            }
        }
    }
}
