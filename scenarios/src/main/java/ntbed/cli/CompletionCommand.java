package ntbed.cli;

import java.io.PrintWriter;
import ntbed.replay.Paint;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code ntbed completion}. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh; use it with: source <(ntbed completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Subcommand {
    @Override
    public int run(PrintWriter out, Paint paint) {
        out.print(AutoComplete.bash("ntbed", Ntbed.commandLine(Paint.PLAIN)));
        return Ntbed.GOOD;
    }
}
