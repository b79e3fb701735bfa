package ntbed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ntbed.replay.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLinkIsFollowedNotReplaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old", StandardCharsets.UTF_8);
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        WholeFile.at(link.toString()).write("new");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void tryingThePlaceLeavesNothing() throws IOException {
        Path old = Files.writeString(folder.resolve("old"), "old", StandardCharsets.UTF_8);

        WholeFile.at(old.toString());
        WholeFile.at(folder.resolve("new").toString());

        assertThat(folder).isDirectoryContaining(path -> path.equals(old));
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve(".new.part")).doesNotExist();
        assertThat(old).hasContent("old");
    }

    @Test
    void aDeviceIsNeverReplaced() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));

        assertThat(WholeFile.isWrittenInPlace(device)).isTrue();
        assertThat(WholeFile.isWrittenInPlace(folder)).isFalse();
        assertThat(WholeFile.isWrittenInPlace(folder.resolve("nothing"))).isFalse();
    }

    @Test
    void twoReportsDoNotShareAFile() {
        String same = folder.resolve("same").toString();

        assertThatThrownBy(() -> {
                    RunCommand command = new RunCommand();
                    command.json = same;
                    command.trace = same;
                    command.run(new PrintWriter(new StringWriter()), Paint.PLAIN);
                })
                .isInstanceOf(UsageException.class)
                .hasMessage("cannot write " + same + " twice; give --json, --junit and --trace a file each");
        assertThat(folder).isEmptyDirectory();
    }
}
