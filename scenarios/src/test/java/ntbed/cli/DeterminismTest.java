package ntbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ntbed.replay.Paint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed, one outcome: traces and JSON are equal byte for byte, wherever and whenever they are made. */
class DeterminismTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("X-01: all three articles run twice with one seed give equal traces, byte for byte")
    void twoRunsGiveEqualBytes() throws IOException {
        List<Path> first = runHere("first", "7");
        List<Path> second = runHere("second", "7");
        List<Path> otherSeed = runHere("third", "8");

        assertThat(Files.size(first.get(1))).isGreaterThan(10_000);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
        assertThat(Files.mismatch(first.get(1), otherSeed.get(1))).isNotNegative();
    }

    @Test
    void aFreshProcessInAnotherCountryGivesTheSame() throws IOException, InterruptedException {
        List<Path> here = runHere("here", "7");

        List<Path> there = files("there");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kolkata",
                "-Dfile.encoding=ISO-8859-9",
                "-cp",
                System.getProperty("java.class.path"),
                Ntbed.class.getName()));
        command.addAll(List.of(arguments(there, "7")));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("there.txt").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i)).hasSameBinaryContentAs(here.get(i));
        }
    }

    private List<Path> runHere(String name, String seed) {
        List<Path> files = files(name);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(Ntbed.run(nowhere, nowhere, Paint.PLAIN, arguments(files, seed)))
                .isZero();
        return files;
    }

    private List<Path> files(String name) {
        return List.of(folder.resolve(name + ".json"), folder.resolve(name + ".trace"), folder.resolve(name + ".xml"));
    }

    private static String[] arguments(List<Path> files, String seed) {
        return new String[] {
            "run",
            "all",
            "--seed",
            seed,
            "--json",
            files.get(0).toString(),
            "--trace",
            files.get(1).toString(),
            "--junit",
            files.get(2).toString()
        };
    }
}
