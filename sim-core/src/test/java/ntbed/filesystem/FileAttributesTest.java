package ntbed.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileAttributesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0x80, N", "0x1, R", "0x27, RHSA", "0x10, D", "0x820, AC"})
    @DisplayName("attributes are shown by the letters of File Manager")
    void letters(String mask, String shown) {
        assertThat(new FileAttributes(Integer.decode(mask))).hasToString(shown);
    }
}
