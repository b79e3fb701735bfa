package ntbed.eventlog;

import java.util.concurrent.TimeUnit;
import ntbed.eventlog.EventLogApi.Log;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A record written into a log that overwrites as needed, the image of a log, a record's text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventLogBenchmark {
    private TestLogs logs = TestLogs.started();

    /** A new trace each time, which would grow without end. */
    @Setup(Level.Iteration)
    public void start() {
        logs = TestLogs.started();
        logs.setting(Log.SYSTEM, "Retention", 0);
        logs.startFailed("Psysdup2", "%%2");
    }

    @Benchmark
    public int report() {
        logs.startFailed("Psysdup2", "%%2");
        return logs.service.image().nextNumber(Log.SYSTEM);
    }

    @Benchmark
    public EventLogImage image() {
        return logs.service.image();
    }

    @Benchmark
    public String describe() {
        return logs.service.describe(logs.last(Log.SYSTEM));
    }
}
