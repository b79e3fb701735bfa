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

/**
 * Time of one start plan over random dependencies, and of merely reading all that the plan must read: both to be
 * divided by the number of services.
 *
 * <p>The work a service is constant: with {@code -Xint}, where time counts the instructions and not the memory, the
 * plan costs the same per service for 100 as for 100,000. What rises without it is what rises in {@link #read}: a
 * hundred thousand definitions are tens of megabytes of objects, which no cache of the processor holds.
 */
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

    /** Nanoseconds to look at each definition and each name in it once, and nothing else: the floor of any plan. */
    @Benchmark
    public int read() {
        int sum = 0;
        for (int i = 0; i < database.size(); i++) {
            ServiceDefinition service = database.get(i);
            sum += look(service.folded()) + look(service.group()) + service.start();
            sum += look(service.dependOnServices()) + look(service.dependOnGroups());
        }
        return sum;
    }

    private static int look(List<String> names) {
        int sum = 0;
        for (int i = 0; i < names.size(); i++) {
            sum += look(names.get(i));
        }
        return sum;
    }

    private static int look(String name) {
        return name.isEmpty() ? 0 : name.charAt(name.length() - 1) + name.hashCode();
    }

    /** Nanoseconds for the whole plan. */
    @Benchmark
    public Object plan() {
        return StartPlan.of(database, groups);
    }
}
