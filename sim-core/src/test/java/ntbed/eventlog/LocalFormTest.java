package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalFormTest {
    @ParameterizedTest
    @CsvSource({
        "1999-03-01T08:05:09,3/1/99,8:05:09 AM",
        "1999-12-31T12:00:00,12/31/99,12:00:00 PM",
        "2000-01-02T00:30:00,1/2/00,12:30:00 AM",
        "1998-10-20T23:59:59,10/20/98,11:59:59 PM"
    })
    void asTheEnglishSettingsPrintIt(LocalDateTime local, String date, String time) {
        assertThat(LocalForm.date(local)).isEqualTo(date);
        assertThat(LocalForm.time(local)).isEqualTo(time);
    }
}
