package ntbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the one that is kept under {@code src/test/resources/golden}; {@code -Dtraces.update=true}
 * rewrites what is kept.
 */
public final class Golden {
    private Golden() {}

    /** Both must be equal, byte for byte. */
    public static void check(String name, String text) {
        Path file = Path.of("src/test/resources/golden", name);
        try {
            if (Boolean.getBoolean("traces.update")) {
                Files.createDirectories(Path.of("src/test/resources/golden"));
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
