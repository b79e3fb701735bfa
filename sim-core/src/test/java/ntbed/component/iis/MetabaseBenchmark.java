package ntbed.component.iis;

import java.util.concurrent.TimeUnit;
import ntbed.boot.BootOutcome;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.time.SeededRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What opening a metabase of 10,000 keys costs, and the boot of a Server with Protected Storage and IIS. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetabaseBenchmark {
    /** A metabase of 10,000 keys: 2,500 sites with a root and two directories, each root with a secure password. */
    @State(Scope.Benchmark)
    public static class Large {
        final KeyContainer container = KeyContainer.generate(Layout.CONTAINER, new SeededRandom(1));
        final byte[] file = file(container);

        private static byte[] file(KeyContainer container) {
            byte[] installation = new byte[SessionKey.INSTALLATION_BYTES];
            SessionKey key = SessionKey.create(MachineKey.generate(new SeededRandom(2)), installation);
            Sealer sealer = Sealer.with(key);
            MetaNode web = MetaNode.empty("W3SVC");
            for (int i = 0; i < 2_500; i++) {
                MetaNode root = node("ROOT")
                        .with(sealer.seal(
                                MetaRecord.string(Property.VR_PASSWORD, MetaRecord.SECURE, 2, "password " + i)))
                        .with(node("Images"))
                        .with(node("Scripts"));
                web = web.with(node(Integer.toString(i)).with(root));
            }
            MetabaseTree tree = new MetabaseTree(
                    MetaNode.empty("").with(MetaNode.empty("LM").with(web)));
            return new MetabaseFile(true, key.wrap(container, installation), tree).encode();
        }

        private static MetaNode node(String name) {
            return MetaNode.empty(name)
                    .with(MetaRecord.string(Property.KEY_TYPE, 0, 1, "IIsWebVirtualDir"))
                    .with(MetaRecord.string(Property.VR_PATH, MetaRecord.INHERIT, 2, "C:\\Inetpub\\" + name))
                    .with(MetaRecord.dword(Property.ACCESS_PERM, MetaRecord.INHERIT, 2, 1));
        }
    }

    /** The base Server with Protected Storage and IIS. */
    @State(Scope.Benchmark)
    public static class Server {
        final MachineImage image = IisMachines.server();
    }

    /** From the file's bytes to a metabase whose session key and secure values were found good. */
    @Benchmark
    public Object openTenThousandKeys(Large large) {
        return ReadMetabase.PARSER.apply(large.file).open(false, () -> large.container);
    }

    /** From power-on until the log-on box is up and auto-start is over. */
    @Benchmark
    public BootOutcome bootToLogOn(Server server) {
        return Machine.powerOn(server.image, 1).boot();
    }
}
