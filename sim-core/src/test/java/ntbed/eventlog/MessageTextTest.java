package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {
    @ParameterizedTest
    @CsvSource({
        "The %1 service,The X service",
        "%2 of %1,Y of X",
        "%1%2,XY",
        "%3 is missing,%3 is missing",
        "100%% of %1,100% of X",
        "end%0 never seen,end",
        "a%.b%!c%bd,a.b!c d",
        "a%rb,ab",
        "lone %,lone %",
        "%12,%12"
    })
    void escapesOfATemplate(String template, String text) {
        assertThat(MessageText.format(template, List.of("X", "Y"))).isEqualTo(text);
    }

    @Test
    void linesAndTabs() {
        assertThat(MessageText.format("a%n%tb", List.of())).isEqualTo("a\n\tb");
    }

    @Test
    void twoDigitsAreOneNumber() {
        List<String> eleven = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "ten", "eleven");
        assertThat(MessageText.format("%11 %10 %1", eleven)).isEqualTo("eleven ten 1");
    }

    @Test
    void aCodeInAnInsertIsShownAsItsText() {
        assertThat(MessageText.expand("%%2")).isEqualTo("The system cannot find the file specified.");
        assertThat(MessageText.expand("at %%5!")).isEqualTo("at Access is denied.!");
    }

    @Test
    @DisplayName("S8: a code without text leaves the place blank")
    void codeWithoutText() {
        assertThat(MessageText.expand("%%10049")).isEmpty();
        assertThat(MessageText.expand("%%4294967296")).isEmpty();
    }

    @Test
    void whatIsNoCodeStays() {
        assertThat(MessageText.expand("50%% off")).isEqualTo("50%% off");
        assertThat(MessageText.expand("%SystemRoot%")).isEqualTo("%SystemRoot%");
    }

    @Test
    void anInsertIsNeverReadAsATemplate() {
        assertThat(MessageText.format("[%1]", List.of("%2%n"))).isEqualTo("[%2%n]");
    }
}
