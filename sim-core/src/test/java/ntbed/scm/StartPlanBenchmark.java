package ntbed.scm;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ntbed.time.SeededRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one start plan over random dependencies; divided by the number of services it must not rise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StartPlanBenchmark {
    @Param({"100", "1000", "10000", "100000"})
    int services;

    private List<ServiceDefinition> database = List.of();
    private final List<String> groups = List.of("g0", "g1", "g2", "g3");

    /** Makes the database. */
    @Setup
    public void fill() {
        database = StartPlanTest.random(services, new SeededRandom(1));
    }

    /** Nanoseconds for the whole plan. */
    @Benchmark
    public Object plan() {
        return StartPlan.of(database, groups);
    }
}
