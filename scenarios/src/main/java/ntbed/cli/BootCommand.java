package ntbed.cli;

import java.io.PrintWriter;
import ntbed.replay.Paint;
import ntbed.scenario.Edition;
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

    @Option(names = "--trace", paramLabel = "FILE", description = "Writes everything that was seen of the machine.")
    @Nullable
    String trace;

    @Override
    public int run(PrintWriter out, Paint paint) {
        Edition chosen = edition();
        throw new UsageException("boot " + chosen + ": not yet" + trace);
    }

    private Edition edition() {
        for (Edition known : Edition.values()) {
            if (known.name().equalsIgnoreCase(edition)) {
                return known;
            }
        }
        throw new UsageException("there is no edition " + edition + "; expected server, workstation or enterprise");
    }
}
