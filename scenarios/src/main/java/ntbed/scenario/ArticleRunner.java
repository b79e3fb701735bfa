package ntbed.scenario;

import java.util.List;

/** Runs an article on one edition: cause, symptoms, control, remedies. */
public final class ArticleRunner {
    private ArticleRunner() {}

    /** Runs it. */
    public static ArticleRun run(Article article, Edition edition, long seed) {
        return new ArticleRun(
                article,
                edition,
                seed,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ArticleRun.Counts(0, 0, 0),
                List.of(),
                new Verdict.Stuck("the machine is not there yet"));
    }
}
