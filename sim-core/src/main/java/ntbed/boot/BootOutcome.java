package ntbed.boot;

import java.util.List;
import java.util.function.Function;

/** How a boot ended. On Java 17 there is no switch over types: {@link #fold} takes one function a case. */
public sealed interface BootOutcome {
    /**
     * The log-on box is up and every auto-start service was started or has failed.
     *
     * @param controlSet number of the control set that runs
     * @param lastKnownGood whether that set was made from Last Known Good
     */
    record Started(int controlSet, boolean lastKnownGood) implements BootOutcome {}

    /** Set-up runs instead of the log-on (the mini-wizard, for example) and waits for a person's answer. */
    record InSetup(String commandLine) implements BootOutcome {}

    /**
     * The system stopped with a blue screen.
     *
     * @param code the STOP code, for example 0x7B or 0xC0000218
     * @param lines what the screen shows of it
     */
    record StopError(int code, List<String> lines) implements BootOutcome {
        public StopError {
            lines = List.copyOf(lines);
        }
    }

    /** The loader gave up before there was a kernel; the lines are its message. */
    record NotLoaded(List<String> lines) implements BootOutcome {
        public NotLoaded {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing more happens, and the log-on box or the end of auto-start has not been reached. */
    record Hung(String phase) implements BootOutcome {}

    /** One function a case. */
    default <T> T fold(
            Function<Started, T> started,
            Function<InSetup, T> inSetup,
            Function<StopError, T> stopError,
            Function<NotLoaded, T> notLoaded,
            Function<Hung, T> hung) {
        if (this instanceof Started s) {
            return started.apply(s);
        } else if (this instanceof InSetup s) {
            return inSetup.apply(s);
        } else if (this instanceof StopError s) {
            return stopError.apply(s);
        } else if (this instanceof NotLoaded n) {
            return notLoaded.apply(n);
        } else {
            return hung.apply((Hung) this);
        }
    }

    /** Whether the machine came up as it should. */
    default boolean isStarted() {
        return this instanceof Started;
    }
}
