package ntbed.cli;

import java.io.PrintWriter;
import java.util.List;
import ntbed.replay.ArticleText;
import ntbed.replay.Paint;
import ntbed.scenario.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ntbed show Q…}. */
@Command(
        name = "show",
        description = "Shows an article: record, cause, symptoms, remedies.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Subcommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "ARTICLE",
            description = "An article's id, such as Q198417, a .yaml file, or all.")
    List<String> articles = List.of();

    @Override
    public int run(PrintWriter out, Paint paint) {
        Articles.named(KnowledgeBase.open(), articles).forEach(article -> out.print(ArticleText.of(article, paint)));
        return Ntbed.GOOD;
    }
}
