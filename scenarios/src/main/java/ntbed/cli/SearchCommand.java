package ntbed.cli;

import java.io.PrintWriter;
import java.util.List;
import ntbed.replay.Paint;
import ntbed.scenario.Article;
import ntbed.scenario.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ntbed search WORDS}. */
@Command(
        name = "search",
        description = "Finds articles by words, a pasted message, an event's number or an error code.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Subcommand {
    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What you have in front of you.")
    List<String> words = List.of();

    @Override
    public int run(PrintWriter out, Paint paint) {
        List<Article> found = KnowledgeBase.open().search(String.join(" ", words));
        found.forEach(article -> out.print(ListCommand.line(article, paint)));
        if (found.isEmpty()) {
            out.print("no article fits \"" + String.join(" ", words) + "\"\n");
        }
        return found.isEmpty() ? Ntbed.DIFFERENT : Ntbed.GOOD;
    }
}
