package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {
    /** The test suite of RFC 1320. */
    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + "e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void digestsAsTheRfcSays(String text, String hex) {
        byte[] digest = Md4.digest(text.getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hex);
    }

    @Test
    void aPasswordIsHashedAsNtDoesIt() {
        assertThat(HexFormat.of().formatHex(PasswordHash.of("password").encode()))
                .isEqualTo("8846f7eaee8fb117ad06bdd830b7586c");
    }

    @Test
    void caseCounts() {
        PasswordHash hash = PasswordHash.of("Secret");

        assertThat(hash.matches("Secret")).isTrue();
        assertThat(hash.matches("secret")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void storedAndReadBack() {
        PasswordHash hash = PasswordHash.of("x");

        assertThat(PasswordHash.decode(hash.encode())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(hash).hasToString("PasswordHash");
        assertThatThrownBy(() -> PasswordHash.decode(new byte[15]))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(Win32Error.ERROR_INVALID_DATA));
    }
}
