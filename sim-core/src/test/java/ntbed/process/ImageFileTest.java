package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    private static final byte[] BYTES = ImageFile.encode("service", Map.of("startMillis", "250", "exitCode", "13"));

    @Test
    void whatWasEncodedIsDecoded() {
        assertThat(ImageFile.decode(BYTES))
                .contains(ImageFile.of("service").with("exitCode", "13").with("startMillis", "250"));
    }

    @Test
    void anImageWithoutParametersIsOne() {
        assertThat(ImageFile.decode(ImageFile.of("console").encode())).contains(ImageFile.of("console"));
    }

    @Test
    void theOrderOfParametersDoesNotShowInTheBytes() {
        assertThat(ImageFile.of("a").with("x", "1").with("b", "2").encode())
                .isEqualTo(ImageFile.of("a").with("b", "2").with("x", "1").encode());
    }

    @Test
    void everySingleDamagedByteMakesItNoImage() {
        for (int i = 0; i < BYTES.length; i++) {
            byte[] damaged = BYTES.clone();
            damaged[i] ^= 0x20;
            assertThat(ImageFile.decode(damaged)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void everyTruncatedFileIsNoImage() {
        for (int length = 0; length < BYTES.length; length++) {
            assertThat(ImageFile.decode(Arrays.copyOf(BYTES, length)))
                    .as("length %d", length)
                    .isEmpty();
        }
    }

    @Test
    void whatIsAppendedDoesNotHinderTheLoader() {
        byte[] longer = Arrays.copyOf(BYTES, BYTES.length + 7);
        assertThat(ImageFile.decode(longer)).isEqualTo(ImageFile.decode(BYTES));
        assertThat(ImageFile.isUnaltered(longer)).isFalse();
    }

    @Test
    void aSealedImageIsUnalteredUntilAnythingChanges() {
        ImageFile image = ImageFile.of("service").with("startMillis", "250").sealed();
        byte[] sealed = image.encode();
        assertThat(ImageFile.isUnaltered(sealed)).isTrue();
        assertThat(image.sealed()).isEqualTo(image);
        assertThat(ImageFile.isUnaltered(BYTES)).as("without a seal").isFalse();
        assertThat(ImageFile.isUnaltered(image.with("startMillis", "251").encode()))
                .isFalse();
        assertThat(ImageFile.isUnaltered(image.with("more", "1").encode())).isFalse();
        assertThat(ImageFile.isUnaltered(new ImageFile("console", image.parameters()).encode()))
                .isFalse();
        for (int i = 0; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            assertThat(ImageFile.isUnaltered(flipped)).as("byte %d", i).isFalse();
            assertThat(ImageFile.isUnaltered(Arrays.copyOf(sealed, i)))
                    .as("length %d", i)
                    .isFalse();
        }
        assertThat(ImageFile.isUnaltered(Arrays.copyOf(sealed, sealed.length + 1)))
                .isFalse();
    }

    @Test
    void textIsNoImage() {
        assertThat(ImageFile.decode("MZ is how it begins, but no more".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service\n\n",
                "\n\n",
                "\nservice\n",
                "\nservice\nno parameter\n\n",
                "\nservice\na=1\n",
                "\na\n=\n\n"
            })
    void aRightChecksumOverAnotherLayoutIsNoImage(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        String whole = String.format(Locale.ROOT, "MZ%08x%s", crc.getValue(), body);
        assertThat(ImageFile.decode(whole.getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void parametersThatTheFormatCannotHoldAreABug() {
        assertThatThrownBy(() -> ImageFile.of("a").with("b", "two\nlines")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ImageFile.of("a").with("b=c", "")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ImageFile.of("")).isInstanceOf(AssertionError.class);
    }
}
