package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in values is UTF-16, low byte first, whatever is in it. */
class RegistryValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Start", "\u00DF\u20AC\uFFFF", "a\uD83D\uDE00b"})
    @DisplayName("a text is stored as the JDK's UTF-16LE has it, with a zero behind, and comes back")
    void text(String text) {
        RegistryValue value = RegistryValue.sz(text);
        assertThat(value.data()).isEqualTo((text + "\0").getBytes(StandardCharsets.UTF_16LE));
        assertThat(value.text()).contains(text);
    }

    @Test
    @DisplayName("half a pair of surrogates is shown as the replacement character; an odd byte at the end is left out")
    void damaged() {
        byte[] half = {'a', 0, 0x3D, (byte) 0xD8, 'b', 0, 'c'};
        assertThat(RegistryValue.of(ValueType.REG_SZ, half).text())
                .contains(new String(half, 0, 6, StandardCharsets.UTF_16LE))
                .hasValueSatisfying(text -> assertThat(text).startsWith("a\uFFFD"));
        assertThat(RegistryValue.of(ValueType.REG_SZ, new byte[] {'a', 0, 'b'}).text())
                .contains("a");
    }
}
