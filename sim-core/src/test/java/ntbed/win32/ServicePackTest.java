package ntbed.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePackTest {
    @ParameterizedTest
    @CsvSource({
        "'Service Pack 3', 3",
        "'Service Pack 6', 6",
        "'Service Pack 6a', 6",
        "'Service Pack 4, RC 1.99', 4",
        "'', 0",
        "'Service Pack', 0",
        "'Service Pack ', 0",
        "'Service Pack x', 0",
        "'Service Pack \u0664', 0",
        "'4', 0"
    })
    @DisplayName("the digit behind the words counts, whatever follows")
    void number(String csdVersion, int number) {
        assertThat(ServicePack.number(csdVersion)).isEqualTo(number);
    }
}
