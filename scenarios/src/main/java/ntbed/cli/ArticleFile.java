package ntbed.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleReader;

/** An article that the user wrote, in any file. */
final class ArticleFile {
    /** No article is nearly as long; what is longer, a device perhaps, is not read to its end. */
    private static final int MOST_BYTES = 3_000_000;

    private ArticleFile() {}

    static boolean exists(String name) {
        try {
            return !name.isBlank() && Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Reads it; what cannot be read is a {@link UsageException} of one line. */
    static Article read(String name) {
        return ArticleReader.read(name, text(name));
    }

    private static String text(String name) {
        Path file = path(name);
        if (!Files.exists(file)) {
            throw refused(name, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw refused(name, "it is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refused(name, "it is longer than " + MOST_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name, "it is not UTF-8 text");
        } catch (AccessDeniedException e) {
            throw refused(name, "access is denied");
        } catch (IOException e) {
            throw refused(name, "it is no file that can be read");
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw refused(name, "it is not a file name");
        }
    }

    private static UsageException refused(String name, String why) {
        return new UsageException("cannot read " + Articles.quoted(name) + ": " + why);
    }
}
