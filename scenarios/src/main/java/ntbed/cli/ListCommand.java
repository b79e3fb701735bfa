package ntbed.cli;

import java.io.PrintWriter;
import ntbed.replay.Paint;
import ntbed.scenario.Article;
import ntbed.scenario.KnowledgeBase;
import picocli.CommandLine.Command;

/** {@code ntbed list}. */
@Command(name = "list", description = "Lists the articles.", mixinStandardHelpOptions = true)
final class ListCommand implements Subcommand {
    @Override
    public int run(PrintWriter out, Paint paint) {
        for (Article article : KnowledgeBase.open().all()) {
            out.print(line(article, paint));
        }
        return Ntbed.GOOD;
    }

    static String line(Article article, Paint paint) {
        return paint.strong(article.record().id()) + "  " + article.record().title() + "\n";
    }
}
