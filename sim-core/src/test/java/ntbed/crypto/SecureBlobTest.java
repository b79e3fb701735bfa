package ntbed.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecureBlobTest {
    private static final byte[] KEY = "a key of some length".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECRET = "the secret".getBytes(StandardCharsets.US_ASCII);
    private static final String PURPOSE = "test";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 11, 12, 16, 1000})
    void whatWasSealedOpens(int length) {
        byte[] secret = new SeededRandom(1).nextBytes(length);

        byte[] blob = SecureBlob.seal(KEY, PURPOSE, secret);

        assertThat(SecureBlob.open(KEY, PURPOSE, blob)).isEqualTo(secret);
        assertThat(SecureBlob.isEncrypted(blob)).isTrue();
        assertThat(blob.length % 8).isZero();
        SecureBlob.check(KEY, PURPOSE, blob);
    }

    @Test
    void theSecretIsNotInTheBlob() {
        assertThat(latin(SecureBlob.seal(KEY, PURPOSE, SECRET))).doesNotContain("secret");
        assertThat(latin(SecureBlob.clear(PURPOSE, SECRET))).contains("the secret");
    }

    @Test
    void equalInputGivesTheseBytesOnEveryJava() {
        assertThat(HexFormat.of().formatHex(SecureBlob.seal(KEY, PURPOSE, SECRET)))
                .isEqualTo("496344622000000020000000cc03b51bdab42b74297047d3f7484f0607071f85774d4d578e90ceda"
                        + "77cedfc70000000059064d13868592f85bffc0bb39df6e98e4aa42b810c619dfc2c8865d4afa442a");
        assertThat(HexFormat.of().formatHex(SecureBlob.clear(PURPOSE, SECRET)))
                .isEqualTo("496343620a00000020000000746865207365637265740000370eabb92fd716887e6c87eb558f2bb4"
                        + "330edeb6930acb582d4684cc166a09a7");
    }

    @Test
    void anotherKeyOrPurposeIsBadData() {
        byte[] blob = SecureBlob.seal(KEY, PURPOSE, SECRET);
        byte[] otherKey = Arrays.copyOf(KEY, KEY.length - 1);

        assertThat(Codes.of(() -> SecureBlob.check(otherKey, PURPOSE, blob))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(Codes.of(() -> SecureBlob.open(otherKey, PURPOSE, blob))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(Codes.of(() -> SecureBlob.open(KEY, "other", blob))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(Codes.of(() -> SecureBlob.openClear("other", SecureBlob.clear(PURPOSE, SECRET))))
                .isEqualTo(Win32Error.NTE_BAD_DATA);
    }

    @Test
    void oneFormDoesNotOpenAsTheOther() {
        byte[] sealed = SecureBlob.seal(KEY, PURPOSE, SECRET);
        byte[] clear = SecureBlob.clear(PURPOSE, SECRET);

        assertThat(Codes.of(() -> SecureBlob.openClear(PURPOSE, sealed))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(Codes.of(() -> SecureBlob.open(KEY, PURPOSE, clear))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(SecureBlob.isEncrypted(clear)).isFalse();
        assertThat(SecureBlob.isEncrypted(new byte[3])).isFalse();
        assertThat(SecureBlob.openClear(PURPOSE, clear)).isEqualTo(SECRET);
    }

    static Stream<Arguments> bothForms() {
        return Stream.of(
                Arguments.of("encrypted", SecureBlob.seal(KEY, PURPOSE, SECRET)),
                Arguments.of("clear", SecureBlob.clear(PURPOSE, SECRET)));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void everyFlippedBitAndEveryTruncationIsBadData(String form, byte[] blob) {
        for (int i = 0; i < blob.length * 8; i++) {
            byte[] flipped = blob.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            assertThat(open(form, flipped)).as("bit %s", i).isEqualTo(Win32Error.NTE_BAD_DATA);
        }
        for (int length = 0; length < blob.length; length++) {
            byte[] cut = Arrays.copyOf(blob, length);
            assertThat(open(form, cut)).as("length %s", length).isEqualTo(Win32Error.NTE_BAD_DATA);
        }
        assertThat(open(form, Arrays.copyOf(blob, blob.length + 8))).isEqualTo(Win32Error.NTE_BAD_DATA);
    }

    private static Win32Error open(String form, byte[] blob) {
        return Codes.of(() -> {
            byte[] unused =
                    form.equals("clear") ? SecureBlob.openClear(PURPOSE, blob) : SecureBlob.open(KEY, PURPOSE, blob);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 64, 65, 200})
    void theKeyedDigestIsThePlatformsHmac(int keyLength) throws Exception {
        byte[] key = new SeededRandom(keyLength).nextBytes(keyLength);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));

        assertThat(Digests.keyed(key, SECRET, KEY)).isEqualTo(mac.doFinal(concat(SECRET, KEY)));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
