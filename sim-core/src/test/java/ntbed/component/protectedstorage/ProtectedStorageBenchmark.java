package ntbed.component.protectedstorage;

import java.util.concurrent.TimeUnit;
import ntbed.boot.BootOutcome;
import ntbed.component.iis.Iis;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.MachineBuilder;
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

/** What a boot with Protected Storage costs, and an item that is read. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProtectedStorageBenchmark {
    /** The base Server with Protected Storage, and with Internet Information Server on top. */
    @State(Scope.Benchmark)
    public static class Server {
        @Param({"protectedstorage", "iis"})
        String components = "";

        MachineImage image = TestStores.server();

        /** Installs the rest. */
        @Setup
        public void install() {
            if (components.equals("iis")) {
                MachineBuilder builder = MachineBuilder.of(TestStores.server());
                Iis.component().install(builder);
                image = builder.build();
            }
        }
    }

    /** A running machine whose store holds one item. */
    @State(Scope.Benchmark)
    public static class Running {
        final ProtectedStorageClient store = ProtectedStorageClient.localMachine(
                ItemStoreTest.withItem(TestStores.SEED).asSystem());
    }

    /** From power-on until the log-on box is up and auto-start is over. */
    @Benchmark
    public BootOutcome bootToLogOn(Server server) {
        return Machine.powerOn(server.image, TestStores.SEED).boot();
    }

    /** One item, deciphered. */
    @Benchmark
    public byte[] readItem(Running running) {
        return running.store.readItem(ItemStoreTest.TYPE, ItemStoreTest.SUBTYPE, ItemStoreTest.ITEM);
    }
}
