package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** D13: an article and the machine may differ in line breaks, blanks, case and one final full stop, in nothing else. */
class ShownTextTest {
    @Test
    void breaksBlanksCaseAndOneFullStopAreNoDifference() {
        assertThat(ShownText.same("It failed: \n  no file", "It failed: no file.\r\n"))
                .isTrue();
        assertThat(ShownText.same("", " ")).isTrue();
        assertThat(ShownText.same("The Protected Storage Service", "The Protected Storage service"))
                .isTrue();
    }

    @Test
    void everythingElseIs() {
        assertThat(ShownText.same("It failed", "It fails")).isFalse();
        assertThat(ShownText.same("It failed", "It failed..")).isFalse();
        assertThat(ShownText.same("It failed", "It failed, too")).isFalse();
    }
}
