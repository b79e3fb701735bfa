package ntbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import ntbed.replay.Paint;
import ntbed.scenario.Secrets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs of all articles print and write names no key, no password and nothing else that is kept secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoSecretsTest {
    private String written = "";

    @BeforeAll
    void runAll(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, false, StandardCharsets.UTF_8);
        Path json = folder.resolve("run.json");
        Path trace = folder.resolve("run.trace");
        Path junit = folder.resolve("run.xml");
        int code = Ntbed.run(
                out,
                out,
                Paint.PLAIN,
                "run",
                "all",
                "--steps",
                "--seed",
                "1",
                "--json",
                json.toString(),
                "--trace",
                trace.toString(),
                "--junit",
                junit.toString());
        out.flush();
        assertThat(code).isZero();
        written = shown.toString(StandardCharsets.UTF_8)
                + Files.readString(json)
                + Files.readString(trace)
                + Files.readString(junit);
        assertThat(written).hasSizeGreaterThan(100_000);
    }

    static Stream<Secrets.Secret> secrets() {
        return Secrets.ofTheArticles().stream();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void namesNone(Secrets.Secret secret) {
        assertThat(secret.forms())
                .allSatisfy(form -> assertThat(written.contains(form))
                        .as("%s stands in what was written", secret)
                        .isFalse());
    }
}
