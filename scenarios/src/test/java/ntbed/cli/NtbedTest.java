package ntbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ntbed.replay.Paint;
import ntbed.scenario.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from words to exit code and text, without a process of its own. */
class NtbedTest {
    private static final String TITLE = "Q198417  Message \"At Least One Service Failed...\" After Running Sysprep\n";

    @TempDir
    private Path folder = Path.of("");

    private record Said(int code, String out, String err) {}

    private static Said ntbed(Paint paint, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ntbed.run(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                paint,
                args);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Said ntbed(String... args) {
        return ntbed(Paint.PLAIN, args);
    }

    /** Standard output that fails as nothing should. */
    private static final class Broken extends PrintStream {
        Broken() {
            super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            throw new IllegalStateException("first line\nsecond line");
        }
    }

    private static Said broken(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ntbed.run(new Broken(), new PrintStream(err, true, StandardCharsets.UTF_8), Paint.PLAIN, args);
        return new Said(code, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anErrorOfOurOwnIsOneLineAndItsOwnExitCode() {
        Said said = broken("list");

        assertThat(said.code()).isEqualTo(70);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err())
                .startsWith("ntbed: internal error: IllegalStateException: first line. ")
                .contains("please report", "ntbed --debug");
    }

    @Test
    void debugPrintsWhereAnErrorOfOurOwnComesFrom() {
        Said said = broken("--debug", "list");

        assertThat(said.code()).isEqualTo(70);
        assertThat(said.err()).startsWith("ntbed: internal error: ").contains("second line", "at ntbed.cli.Ntbed.run");
        assertThat(ntbed("--debug", "list").code()).isZero();
    }

    @Test
    void listNamesEveryArticle() {
        Said said = ntbed("list");

        assertThat(said.code()).isZero();
        assertThat(said.out().lines().map(line -> line.substring(0, 7)))
                .containsExactlyElementsOf(KnowledgeBase.open().ids());
        assertThat(said.out()).contains(TITLE);
    }

    @Test
    void showPrintsAnArticle() {
        Said said = ntbed("show", "q198417");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith(TITLE).contains("11-JUN-2002").contains("step 4");
    }

    @ParameterizedTest
    @CsvSource({"The Psysdup2 service failed to start, 0", "7000, 0", "0x1B58, 0", "Psydup2.exe, 0", "spooler, 1"})
    void searchFindsOrSaysThatItDoesNot(String words, int code) {
        assertThat(ntbed("search", words))
                .satisfies(said -> assertThat(said.code()).isEqualTo(code));
        assertThat(ntbed(Stream.concat(Stream.of("search"), Stream.of(words.split(" ")))
                                .toArray(String[]::new))
                        .out())
                .isEqualTo(code == 0 ? TITLE : "no article fits \"spooler\"\n");
    }

    static Stream<Arguments> wrongUse() {
        return Stream.of(
                wrong("there is no command rnu; did you mean run?", "rnu"),
                wrong("there is no command zebra; see ntbed --help", "zebra"),
                wrong("there is no option --sed; did you mean --seed?", "run", "--sed", "3"),
                wrong("there is no argument x; see ntbed list --help", "list", "x"),
                wrong("there is no option -x; see ntbed list --help", "list", "-x"),
                wrong("there is no article \"\"; see ntbed list", "run", ""),
                wrong("all is every article already; name all, or articles, not both", "run", "all", "x"),
                wrong("nothing to search for; give a word, a message or a number", "search", "", " ", "..."),
                wrong("cannot write \"\": a file name is expected", "run", "--json="),
                wrong("there is no article Q198471; did you mean Q198417?", "run", "Q198471"),
                wrong("there is no article elephant; see ntbed list", "show", "elephant"),
                wrong(
                        "invalid value for option '--seed': 'x' is not a whole number of at most 18 digits"
                                + "; see ntbed run --help",
                        "run",
                        "--seed",
                        "x"),
                wrong("missing required parameter: 'ARTICLE'; see ntbed show --help", "show"),
                wrong("missing required parameter: 'WORDS'; see ntbed search --help", "search"),
                wrong("cannot read nowhere.yaml: there is no such file", "run", "nowhere.yaml"),
                wrong(
                        "there is no edition sever; expected server, workstation or enterprise",
                        "boot",
                        "--edition",
                        "sever"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "show"})
    void anArticleIsTakenFromAnyFile(String command) throws IOException {
        try (InputStream in = NtbedTest.class.getResourceAsStream("/kb/Q198417.yaml")) {
            Files.write(folder.resolve("mine"), in == null ? new byte[0] : in.readAllBytes());
        }
        Path here = Path.of("").toAbsolutePath();
        Said byId = ntbed(command, "Q198417");

        for (Path file : List.of(
                folder.resolve("mine"), here.relativize(folder.toRealPath().resolve("mine")))) {
            Said said = ntbed(command, file.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(timeless(said.out())).isEqualTo(timeless(byId.out()));
        }
    }

    private static String timeless(String text) {
        return text.replaceAll("[0-9]+ ms real", "real");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("dir", "it is a directory"),
                Arguments.of("dir.yaml", "it is a directory"),
                Arguments.of("latin1", "it is not UTF-8 text"),
                Arguments.of("long.yml", "it is longer than 3000000 bytes"),
                Arguments.of("none", "there is no such file"),
                Arguments.of("loop.yaml", "there is no such file"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unreadable")
    void aFileThatCannotBeReadIsOneLineThatSaysWhy(String name, String why) throws IOException {
        Files.createDirectories(folder.resolve("dir"));
        Files.createDirectories(folder.resolve("dir.yaml"));
        Files.write(folder.resolve("latin1"), new byte[] {'a', (byte) 0xE9});
        Files.write(folder.resolve("long.yml"), new byte[3_000_001]);
        Files.createSymbolicLink(folder.resolve("loop.yaml"), Path.of("loop.yaml"));
        String file = folder.resolve(name).toString();

        for (String command : List.of("run", "show")) {
            assertThat(ntbed(command, file))
                    .isEqualTo(new Said(2, "", "ntbed: cannot read " + file + ": " + why + System.lineSeparator()));
        }
    }

    @Test
    void aMistakeInAFileIsOneLineWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "record:\n  id: 7\n");

        assertThat(ntbed("run", file.toString()))
                .isEqualTo(
                        new Said(2, "", "ntbed: " + file + ":1:1: \"cause\" is missing here" + System.lineSeparator()));
    }

    private static Arguments wrong(String message, String... args) {
        return Arguments.of(message, args);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongUse")
    void wrongUseIsOneLineAndExitCodeTwo(String message, String[] args) {
        assertThat(ntbed(args)).isEqualTo(new Said(2, "", "ntbed: " + message + System.lineSeparator()));
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        Said said = ntbed();

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("Usage: ntbed", "list", "show", "search", "run", "boot", "completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "show", "search", "run", "boot", "completion"})
    void helpIsEverywhere(String command) {
        Said said = command.isEmpty() ? ntbed("--help") : ntbed(command, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("Usage: ntbed" + (command.isEmpty() ? "" : " " + command));
        assertThat(said.err()).isEmpty();
    }

    @Test
    void versionIsOneLine() {
        assertThat(ntbed("--version").out()).matches("ntbed \\S.*\\R");
    }

    @Test
    void helpAndVersionStandBeforeACommandOrAfterIt() {
        assertThat(ntbed("-h", "list")).isEqualTo(ntbed("list", "-h"));
        assertThat(ntbed("list", "-V")).isEqualTo(ntbed("--version"));
    }

    @Test
    void aFullStandardOutputIsToldAndAReaderMayLeave() {
        assertThat(listInto("No space left on device"))
                .isEqualTo(new Said(2, "", "ntbed: cannot write to standard output: it is full or closed\n"));
        assertThat(listInto("Broken pipe")).isEqualTo(new Said(0, "", ""));
    }

    private static Said listInto(String failure) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ntbed.run(
                new PrintStream(new ReaderMayLeave(broken), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Paint.PLAIN,
                "list");
        return new Said(code, "", err.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(ntbed("completion").out())
                .contains("complete -F _complete_ntbed")
                .contains("list show search run boot completion")
                .contains("--seed", "--edition");
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertThat(ntbed("list").out()).doesNotContain("\u001b");
        assertThat(ntbed(new Paint(true), "list").out()).contains("\u001b[1mQ198417");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--junit", "--trace"})
    void aFileThatCannotBeWrittenIsToldBeforeTheRun(String option) throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("f");

        Said said = ntbed("run", option, nowhere.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("ntbed: cannot write " + nowhere + ": there is no directory");
        assertThat(ntbed("run", option, folder.toString()).err()).contains("it is a directory");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArticleThatCannotBeReadIsToldWhy() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path directory = Files.createDirectory(folder.resolve("directory.yaml"));

        assertThat(ntbed("show", bytes.toString()).err()).contains("cannot read " + bytes + ": it is not UTF-8 text");
        assertThat(ntbed("show", directory.toString()).err()).contains(": it is a directory");
    }

    @Test
    void badInputLeavesNoFile() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "record:\n  id: 5\n", StandardCharsets.UTF_8);
        Path json = folder.resolve("out.json");

        Said said = ntbed("run", bad.toString(), "--json", json.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("ntbed: " + bad + ":1:1: ");
        assertThat(json).doesNotExist();
    }

    @Test
    void runTellsTheWholeStoryAndEndsWell() {
        Said said = ntbed("run", "Q198417", "--seed", "3");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("message box \"Service Control Manager\": At least one service failed to start.")
                .contains("Event ID:  7000")
                .contains("the same without the cause: none of it")
                .contains("remedy A", "remedy B", "by fix DisablePsysdup2")
                .contains("Wrong use of Registry Editor can cause serious problems")
                .contains("2 of 2 runs as the articles say");
        assertThat(said.out()).containsPattern("took +\\d+ machines, \\d+ boots, .* virtual, \\d+ ms real");
    }

    @Test
    void aRunThatDiffersEndsWithOne() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/kb/Q198417.yaml"), StandardCharsets.UTF_8);
        Path other = Files.writeString(
                folder.resolve("other.yaml"), text.replace("id: 7000", "id: 7001"), StandardCharsets.UTF_8);

        Said said = ntbed("run", other.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("differs: symptom: event: 7001", "0 of 2 runs as the articles say");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "workstation", "enterprise"})
    void bootShowsAHealthyMachine(String edition) {
        Path trace = folder.resolve(edition + ".trace");

        Said said = ntbed("boot", "--edition", edition, "--trace", trace.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("OS Loader V4.00", "(Build 1381: Service Pack 4)")
                .containsPattern("EventLog +Started +Automatic")
                .contains("6005")
                .doesNotContain("Error");
        assertThat(trace).isNotEmptyFile();
    }
}
