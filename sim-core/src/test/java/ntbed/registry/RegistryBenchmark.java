package ntbed.registry;

import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Look-up, write, fork and bulk building; a fork must cost the same whatever the size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegistryBenchmark {
    private static final String SERVICES = "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\";

    @Param({"100", "100000"})
    int keys;

    private HiveImage image = TestRegistries.emptyHive();
    private Registry registry = registry();
    private int next;

    private Registry registry() {
        EventQueue queue = new EventQueue(TestRegistries.POWER_ON);
        Registry made = new Registry(queue, new Trace(queue));
        made.mount(HiveMount.SYSTEM, image);
        return made;
    }

    @Setup(Level.Trial)
    public void build() {
        image = bulkBuild();
    }

    /** A new trace each time, which would grow without end. */
    @Setup(Level.Iteration)
    public void start() {
        registry = registry();
    }

    /** A path of five parts below the root key. */
    @Benchmark
    public Optional<KeyTree> lookUp() {
        return registry.tree("HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\Service00000042\\Parameters");
    }

    @Benchmark
    public void write() {
        registry.setValue(SERVICES + "Service00000042", "Start", RegistryValue.dword(next++ & 3), "benchmark");
    }

    /** What is on disk, and a machine's registry mounted from it. */
    @Benchmark
    public Registry fork() {
        SortedMap<HiveMount, HiveImage> disk = registry.flushed();
        EventQueue queue = new EventQueue(TestRegistries.POWER_ON);
        Registry made = new Registry(queue, new Trace(queue));
        disk.forEach(made::mount);
        return made;
    }

    @Benchmark
    public HiveImage bulkBuild() {
        HiveBuilder builder = HiveBuilder.of(TestRegistries.emptyHive());
        for (int i = 0; i < keys / 2; i++) {
            String path = "ControlSet001\\Services\\Service" + (10_000_000 + i * 7919L % 10_000_000);
            builder.set(path, "Start", RegistryValue.dword(2)).key(path + "\\Parameters");
        }
        builder.key("ControlSet001\\Services\\Service00000042\\Parameters");
        return builder.build();
    }
}
