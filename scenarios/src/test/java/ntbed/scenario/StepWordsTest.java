package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the language, read once. */
class StepWordsTest {
    private static final Target FILE = Target.file("C:\\a");
    private static final Target VALUE = new Target("", "HKLM\\a", "b");
    private static final Step RESTART = new Step.Power(Step.Switch.RESTART);

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("at: clone", new Step.At("clone")),
                Arguments.of("power on", new Step.Power(Step.Switch.POWER_ON)),
                Arguments.of("shut down", new Step.Power(Step.Switch.SHUT_DOWN)),
                Arguments.of("restart", new Step.Power(Step.Switch.RESTART)),
                Arguments.of("cut power", new Step.Power(Step.Switch.CUT_POWER)),
                Arguments.of("copy disk to: clone", new Step.CopyDisk("clone")),
                Arguments.of("log on: Guest", new Step.LogOn("Guest", "")),
                Arguments.of("log on: {user: Guest, password: x}", new Step.LogOn("Guest", "x")),
                Arguments.of("wait: 2 min", new Step.Wait(120_000)),
                Arguments.of("wait: 30 s", new Step.Wait(30_000)),
                Arguments.of("wait: 500 ms", new Step.Wait(500)),
                Arguments.of("insert disc: sysprep", new Step.InsertDisc("sysprep")),
                Arguments.of("install: office97", new Step.Install("office97")),
                Arguments.of("run: a.exe -b", new Step.Run("a.exe -b")),
                Arguments.of("delete file: C:\\a", new Damage(Damage.Kind.DELETE, FILE, 0, "")),
                Arguments.of("empty file: C:\\a", new Damage(Damage.Kind.EMPTY, FILE, 0, "")),
                Arguments.of("empty value: {key: HKLM\\a, name: b}", new Damage(Damage.Kind.EMPTY, VALUE, 0, "")),
                Arguments.of("flip byte: {file: C:\\a, at: 0x10}", new Damage(Damage.Kind.FLIP, FILE, 16, "")),
                Arguments.of("flip byte: {key: HKLM\\a, name: b, at: 2}", new Damage(Damage.Kind.FLIP, VALUE, 2, "")),
                Arguments.of("truncate: {file: C:\\a, to: 3}", new Damage(Damage.Kind.TRUNCATE, FILE, 3, "")),
                Arguments.of("append: {file: C:\\a, bytes: 4D 5A}", new Damage(Damage.Kind.APPEND, FILE, 0, "4D 5A")),
                Arguments.of(
                        "set permissions: {key: HKLM\\a, owner: SYSTEM, allow: {SYSTEM: full control}}",
                        new SetPermissions(new Target("", "HKLM\\a", ""), "SYSTEM", Map.of("SYSTEM", "full control"))),
                Arguments.of(
                        "add user: {name: Jo, password: x, groups: [Users]}",
                        new Step.AddUser("Jo", "x", List.of("Users"))),
                Arguments.of("as system: [restart]", new Step.AsSystem(List.of(RESTART))),
                Arguments.of(
                        "on edition: {server: [restart]}",
                        new Step.OnEdition(Map.of(Edition.SERVER, List.of(RESTART)))),
                Arguments.of("refused: {step: restart, error: 5}", new Step.Refused(RESTART, 5)),
                Arguments.of("rename file: {from: C:\\a, to: C:\\b}", new Step.RenameFile("C:\\a", "C:\\b")),
                Arguments.of("expand: Default Web Site", new Step.UseTool(Step.ToolVerb.EXPAND, "Default Web Site")),
                Arguments.of("right-click: HKLM", new Step.UseTool(Step.ToolVerb.RIGHT_CLICK, "HKLM")),
                Arguments.of("tick: Replace", new Step.UseTool(Step.ToolVerb.TICK, "Replace")),
                Arguments.of("press: Enter", new Step.UseTool(Step.ToolVerb.PRESS, "Enter")),
                Arguments.of("type: {File name: a.reg}", new Step.UseTool(Step.ToolVerb.TYPE, "File name", "a.reg")),
                Arguments.of("copy file: {from: C:\\a, to: C:\\b}", new Step.CopyFile("C:\\a", "C:\\b")),
                Arguments.of(
                        "write file: {path: C:\\a, lines: [b, '']}", new Step.WriteFile("C:\\a", List.of("b", ""))),
                Arguments.of(
                        "set value: {key: HKLM\\a, name: b, type: REG_DWORD, data: 4}",
                        new Step.SetValue("HKLM\\a", "b", "REG_DWORD", List.of("4"))),
                Arguments.of(
                        "set value: {key: HKLM\\a, name: b, type: REG_MULTI_SZ, data: [c, d]}",
                        new Step.SetValue("HKLM\\a", "b", "REG_MULTI_SZ", List.of("c", "d"))),
                Arguments.of("delete value: {key: HKLM\\a, name: b}", new Step.DeleteFromRegistry("HKLM\\a", "b")),
                Arguments.of("delete key: HKLM\\a", new Step.DeleteFromRegistry("HKLM\\a", "")),
                Arguments.of("open: regedt32", new Step.UseTool(Step.ToolVerb.OPEN, "regedt32")),
                Arguments.of("select: HKLM", new Step.UseTool(Step.ToolVerb.SELECT, "HKLM")),
                Arguments.of("double-click: Start", new Step.UseTool(Step.ToolVerb.DOUBLE_CLICK, "Start")),
                Arguments.of("choose: Edit", new Step.UseTool(Step.ToolVerb.CHOOSE, "Edit")),
                Arguments.of("type: 4", new Step.UseTool(Step.ToolVerb.TYPE, "4")),
                Arguments.of("click: OK", new Step.UseTool(Step.ToolVerb.CLICK, "OK")),
                Arguments.of("untick: A box", new Step.UseTool(Step.ToolVerb.UNTICK, "A box")),
                Arguments.of("close", new Step.UseTool(Step.ToolVerb.CLOSE, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void aWordIsAStep(String written, Step step) {
        Article article = ArticleReader.read("a.yaml", Texts.with("- power on", "- " + written));

        assertThat(article.story().after()).containsExactly(step);
        String word = written.contains(":") ? written.substring(0, written.indexOf(':')) : written;
        assertThat(StepWords.all()).contains(word);
        assertThat(step.written()).startsWith(word);
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordIsTriedAbove(String word) {
        assertThat(steps().map(row -> row.get()[0].toString()))
                .anyMatch(written -> written.equals(word) || written.startsWith(word + ":"));
    }

    static Stream<String> words() {
        // "answer" has fields of its own and its own test.
        Stream.Builder<String> words = Stream.builder();
        StepWords.all().forEach(word -> {
            if (!word.equals("answer")) {
                words.add(word);
            }
        });
        return words.build();
    }

    @Test
    void anAnswerHasWindowButtonAndFields() {
        Article article = ArticleReader.read(
                "a.yaml",
                Texts.with(
                        "- power on", "- answer: {window: Name, button: OK, fields: {Computer Name: PC1, Owner: }}"));

        assertThat(article.story().after())
                .containsExactly(new Step.Answer("Name", "OK", Map.of("Computer Name", "PC1", "Owner", "")));
    }
}
