package ntbed.machine;

import java.util.concurrent.TimeUnit;
import ntbed.boot.BootOutcome;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
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

/** What a new machine, a boot of the full base Server, and a fork of a running machine's disk cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BootBenchmark {
    /** The base Server as installed: about a hundred services and drivers. */
    @State(Scope.Benchmark)
    public static class Server {
        final MachineImage image = BaseInstallation.server();
    }

    /** A running machine with that many keys more. */
    @State(Scope.Benchmark)
    public static class Running {
        @Param({"100", "100000"})
        int keys;

        Machine machine = TestMachines.booted();

        /** Builds and boots it. */
        @Setup
        public void boot() {
            MachineBuilder builder = TestMachines.builder();
            for (int i = 0; i < keys; i++) {
                builder.set("HKLM\\SOFTWARE\\Many\\" + i / 100 + "\\" + i, "x", RegistryValue.dword(i));
            }
            machine = Machine.powerOn(builder.build(), TestMachines.SEED);
            machine.boot();
        }
    }

    /** A machine that stands at its loader. */
    @Benchmark
    public Machine newMachine(Server server) {
        return Machine.powerOn(server.image, TestMachines.SEED);
    }

    /** From power-on until the log-on box is up and auto-start is over. */
    @Benchmark
    public BootOutcome bootToLogOn(Server server) {
        return Machine.powerOn(server.image, TestMachines.SEED).boot();
    }

    /** A copy of a running machine's disk. */
    @Benchmark
    public MachineImage snapshot(Running running) {
        return running.machine.snapshot();
    }
}
