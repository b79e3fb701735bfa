package ntbed.boot;

import java.util.List;
import ntbed.time.SeededRandom;
import ntbed.trace.TraceEvent;

/** What every phase of a boot needs: the parts, the way on in time, and the ways to an end. */
final class Phases {
    private final BootParts parts;
    private final BootHost host;
    private final SeededRandom pace;
    private String phase = "power-on";
    private boolean over;

    Phases(BootParts parts, BootHost host) {
        this.parts = parts;
        this.host = host;
        this.pace = parts.random().fork("boot");
    }

    BootParts parts() {
        return parts;
    }

    /** Name of the stage that was reached last. */
    String phase() {
        return phase;
    }

    /** Whether the boot has ended in one way or another, so that nothing more may happen in it. */
    boolean isOver() {
        return over;
    }

    /** A stage is reached. */
    void reached(String stage, String detail) {
        phase = stage;
        int unused = parts.trace().emit("boot", stamp -> new TraceEvent.Stage(stamp, stage, detail));
    }

    /** Goes on after a while that chance picks between the two. */
    void after(int fromMillis, int toMillis, Runnable next) {
        afterMillis(pace.between(fromMillis, toMillis), next);
    }

    void afterMillis(long millis, Runnable next) {
        var unused = parts.queue().schedule(millis, () -> {
            if (!over) {
                next.run();
            }
        });
    }

    /** Blue screen. */
    void stop(int code, List<String> lines) {
        if (!over) {
            over = true;
            lines.forEach(line -> parts.screen().show("kernel", line));
            host.ended(new BootOutcome.StopError(code, lines));
        }
    }

    /** The loader's message. */
    void notLoaded(List<String> lines) {
        if (!over) {
            over = true;
            lines.forEach(line -> parts.screen().show("loader", line));
            host.ended(new BootOutcome.NotLoaded(lines));
        }
    }

    /** Leaves the machine running and tells the host how the boot went. */
    void ended(BootOutcome outcome) {
        host.ended(outcome);
    }

    /** Warm restart of a system that runs: what the hives hold is written first. */
    void restartSystem(BootChoices next, String why) {
        if (!over) {
            parts.registry().flushAll("kernel");
            restart(next, why);
        }
    }

    /** Warm restart. */
    void restart(BootChoices next, String why) {
        if (!over) {
            over = true;
            host.restart(next, why);
        }
    }

    /** All is down. */
    void poweredDown() {
        over = true;
        host.poweredDown();
    }
}
