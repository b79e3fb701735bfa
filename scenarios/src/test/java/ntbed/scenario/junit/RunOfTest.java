package ntbed.scenario.junit;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.scenario.ArticleRun;
import ntbed.scenario.Edition;
import org.junit.jupiter.api.Test;

class RunOfTest {
    @Test
    void aTestGetsTheRunItAsksFor(
            @RunOf(value = "Q198417", edition = Edition.WORKSTATION, seed = 5) ArticleRun run,
            @RunOf("q198417") ArticleRun byDefault) {
        assertThat(run.verdict().isGood()).isTrue();
        assertThat(run.edition()).isEqualTo(Edition.WORKSTATION);
        assertThat(run.seed()).isEqualTo(5);
        assertThat(byDefault.edition()).isEqualTo(Edition.SERVER);
        assertThat(byDefault.seed()).isEqualTo(1);
    }
}
