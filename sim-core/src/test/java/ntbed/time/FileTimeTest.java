package ntbed.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FileTimeTest {
    @Test
    void countsFrom1601() {
        assertThat(FileTime.ofLocal(LocalDateTime.of(1601, 1, 1, 0, 0), 0).ticks())
                .isZero();
        assertThat(FileTime.ofUnixSeconds(0).ticks()).isEqualTo(116_444_736_000_000_000L);
    }

    @Test
    void aMachineOnThePacificCoastStartsAtEightInTheMorning() {
        FileTime epoch = FileTime.ofLocal(LocalDateTime.of(1999, 3, 1, 8, 0), -480);

        assertThat(epoch.unixSeconds()).isEqualTo(920_304_000L);
        assertThat(epoch.toLocal(0)).isEqualTo(LocalDateTime.of(1999, 3, 1, 16, 0));
        assertThat(epoch.toLocal(-480)).isEqualTo(LocalDateTime.of(1999, 3, 1, 8, 0));
    }

    @Test
    void millisecondsSurvive() {
        FileTime time = FileTime.ofUnixSeconds(920_304_000L).plusMillis(1_234);

        assertThat(time.toLocal(0)).isEqualTo(LocalDateTime.of(1999, 3, 1, 16, 0, 1, 234_000_000));
        assertThat(time.unixSeconds()).isEqualTo(920_304_001L);
    }

    @Test
    void timesBefore1970RoundDown() {
        FileTime time = FileTime.ofUnixSeconds(-1).plusMillis(-1);

        assertThat(time.unixSeconds()).isEqualTo(-2);
        assertThat(time.toLocal(0)).isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59, 58, 999_000_000));
    }

    @Test
    void laterIsGreater() {
        assertThat(FileTime.ofUnixSeconds(5)).isLessThan(FileTime.ofUnixSeconds(6));
    }
}
