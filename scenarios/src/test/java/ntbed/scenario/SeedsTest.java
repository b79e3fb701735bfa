package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Chance moves times, never the outcome. */
class SeedsTest {
    private static final int SEEDS = 1000;

    @Test
    void everySeedGivesTheSameVerdict() {
        List<String> others = new ArrayList<>();
        TreeSet<Long> durations = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Edition edition = seed % 2 == 0 ? Edition.SERVER : Edition.WORKSTATION;
            ArticleRun run = ArticleRunner.run(Prepared.ARTICLE, edition, seed);
            durations.add(run.counts().virtualMillis());
            if (!run.verdict().isGood()) {
                others.add("seed " + seed + " on " + edition + ": " + run.verdict());
            }
        }

        assertThat(others).isEmpty();
        assertThat(durations).as("seeds do move times").hasSizeGreaterThan(SEEDS / 2);
    }
}
