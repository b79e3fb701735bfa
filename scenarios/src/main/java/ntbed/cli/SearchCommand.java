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
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 found, 1 no article fits, 2 wrong use."})
final class SearchCommand implements Subcommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "WORDS",
            description = "Words, a pasted message, or a number such as 7000 or 0x1B58.")
    List<String> words = List.of();

    @Override
    public int run(PrintWriter out, Paint paint) {
        if (words.stream().noneMatch(word -> word.chars().anyMatch(Character::isLetterOrDigit))) {
            throw new UsageException("nothing to search for; give a word, a message or a number");
        }
        List<Article> found = KnowledgeBase.open().search(String.join(" ", words));
        found.forEach(article -> out.print(ListCommand.line(article, paint)));
        if (found.isEmpty()) {
            out.print("no article fits \"" + String.join(" ", words) + "\"\n");
        }
        return found.isEmpty() ? Ntbed.DIFFERENT : Ntbed.GOOD;
    }
}
