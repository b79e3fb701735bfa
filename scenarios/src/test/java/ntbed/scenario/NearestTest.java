package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "restart, restart, 0",
        "restrat, restart, 1",
        "restar, restart, 1",
        "rrestart, restart, 1",
        "rastart, restart, 1",
        "'', abc, 3",
        "abc, '', 3",
        "run, boot, 4"
    })
    void slipsAreCounted(String a, String b, int slips) {
        assertThat(Nearest.slips(a, b)).isEqualTo(slips);
    }

    @Test
    void theNearestComesFirstAndFarOnesNotAtAll() {
        assertThat(Nearest.words("restart", List.of("restarted", "restarts", "elephant"), 3))
                .containsExactly("restarts", "restarted");
        assertThat(Nearest.words("tests", List.of("testy", "test"), 1)).hasSize(1);
        assertThat(Nearest.word("zebra", List.of("rest", "test"))).isEmpty();
    }

    @Test
    void caseIsNoSlip() {
        assertThat(Nearest.word("RUN", List.of("list", "run"))).contains("run");
    }
}
