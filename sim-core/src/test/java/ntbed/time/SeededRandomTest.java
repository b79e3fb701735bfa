package ntbed.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
    @Test
    void goldenNumbersOfSeedOne() {
        SeededRandom random = new SeededRandom(1);

        assertThat(random.nextLong()).isEqualTo(6791897765849424158L);
        assertThat(random.nextLong()).isEqualTo(-1041056189838986770L);
        assertThat(random.nextInt()).isEqualTo(194377325);
    }

    @Test
    void goldenNumbersOfForks() {
        SeededRandom root = new SeededRandom(1);

        assertThat(root.fork("crypto").nextLong()).isEqualTo(1705163934422842694L);
        assertThat(root.fork("sid").nextLong()).isEqualTo(6152799873612426518L);
        assertThat(root.fork("sid").fork("a").nextLong()).isEqualTo(1022161966936988940L);
        assertThat(HexFormat.of().formatHex(root.fork("bytes").nextBytes(4))).isEqualTo("c2224dee");
    }

    @Test
    void aForkDoesNotDependOnWhatWasDrawnBefore() {
        SeededRandom fresh = new SeededRandom(5);
        SeededRandom used = new SeededRandom(5);
        used.nextLong();
        used.fork("other").nextLong();

        assertThat(used.fork("sid").nextLong()).isEqualTo(fresh.fork("sid").nextLong());
    }

    @Test
    void differentNamesAndSeedsGiveDifferentStreams() {
        SeededRandom root = new SeededRandom(5);

        assertThat(root.fork("a").nextLong())
                .isNotEqualTo(root.fork("b").nextLong())
                .isNotEqualTo(root.nextLong())
                .isNotEqualTo(root.fork("").nextLong())
                .isNotEqualTo(new SeededRandom(6).fork("a").nextLong());
    }

    @Test
    void boundsHoldAndBothEndsAppear() {
        SeededRandom random = new SeededRandom(7);
        int lowest = 9;
        int highest = 0;
        for (int i = 0; i < 1_000; i++) {
            int drawn = random.between(3, 6);
            lowest = Math.min(lowest, drawn);
            highest = Math.max(highest, drawn);
        }

        assertThat(lowest).isEqualTo(3);
        assertThat(highest).isEqualTo(6);
        assertThat(random.nextInt(1)).isZero();
    }
}
