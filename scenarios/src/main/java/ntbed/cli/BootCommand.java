package ntbed.cli;

import java.io.PrintWriter;
import java.util.Optional;
import ntbed.machine.Machine;
import ntbed.replay.BootText;
import ntbed.replay.Paint;
import ntbed.scenario.Edition;
import ntbed.scenario.HealthyMachine;
import ntbed.trace.TraceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ntbed boot}. */
@Command(
        name = "boot",
        description = "Starts a healthy machine: boot text, services, event log.",
        mixinStandardHelpOptions = true)
final class BootCommand implements Subcommand {
    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            description = "server, workstation or enterprise. Default: server.")
    String edition = "server";

    @Option(names = "--seed", paramLabel = "N", description = "Where all chance comes from. Default: 1.")
    long seed = 1;

    @Option(names = "--trace", paramLabel = "FILE", description = "Writes everything that was seen of the machine.")
    @Nullable
    String trace;

    @Override
    public int run(PrintWriter out, Paint paint) {
        Machine machine = HealthyMachine.powerOn(edition(), seed);
        Optional<WholeFile> traceFile = Optional.ofNullable(trace).map(WholeFile::at);
        out.print(BootText.of(machine, paint));
        traceFile.ifPresent(file -> file.write(TraceText.of(machine.trace().events())));
        return Ntbed.GOOD;
    }

    private Edition edition() {
        for (Edition known : Edition.values()) {
            if (known.name().equalsIgnoreCase(edition)) {
                return known;
            }
        }
        throw new UsageException(
                "there is no edition " + Articles.quoted(edition) + "; expected server, workstation or enterprise");
    }
}
