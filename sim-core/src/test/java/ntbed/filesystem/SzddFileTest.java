package ntbed.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SzddFileTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 100, 5000})
    void whatIsCompressedComesBack(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31);
        }
        byte[] compressed = SzddFile.compress(content, 'e');
        assertThat(SzddFile.isCompressed(compressed)).isTrue();
        assertThat(SzddFile.fullName("SETUP.EX_", compressed)).isEqualTo("SETUP.EXE");
        assertThat(SzddFile.fullName("Setup.ex_", compressed)).isEqualTo("Setup.exe");
        assertThat(SzddFile.expand(compressed))
                .hasValueSatisfying(back -> assertThat(back).isEqualTo(content));
    }

    @Test
    void matchesOfTheWindowAreRead() {
        byte[] head = SzddFile.compress(new byte[0], 'x');
        byte[] file = Arrays.copyOf(head, head.length + 7);
        file[10] = 9;
        // three literals, then six bytes from where the window had them
        file[14] = 0b0000_0111;
        file[15] = 'a';
        file[16] = 'b';
        file[17] = 'c';
        file[18] = (byte) 0xF0;
        file[19] = (byte) 0xF3;
        assertThat(SzddFile.expand(file))
                .hasValueSatisfying(text ->
                        assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo("abcabcabc"));
    }

    @Test
    void damageIsNotTakenForContent() {
        byte[] compressed = SzddFile.compress("some content".getBytes(StandardCharsets.US_ASCII), 'e');
        assertThat(SzddFile.expand(Arrays.copyOf(compressed, compressed.length - 1)))
                .isEmpty();
        assertThat(SzddFile.expand(Arrays.copyOf(compressed, 10))).isEmpty();
        compressed[0] = 'X';
        assertThat(SzddFile.isCompressed(compressed)).isFalse();
        assertThat(SzddFile.expand(compressed)).isEmpty();
    }
}
