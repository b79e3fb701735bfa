package ntbed.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.Golden;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.StepRun;
import ntbed.scenario.ArticleRunner;
import ntbed.scenario.Change;
import ntbed.scenario.Edition;
import ntbed.scenario.KnowledgeBase;
import ntbed.scenario.StepDone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A run of which every step is watched. */
class StepsTest {
    private static final Article ARTICLE = KnowledgeBase.open().find("Q198417").orElseThrow();
    private static final List<ArticleRun> RUNS = new ArrayList<>();

    @BeforeAll
    static void run() {
        RUNS.add(ArticleRunner.watch(ARTICLE, Edition.SERVER, 1));
    }

    private static RemedyRun remedy(int number) {
        return RUNS.get(0).remedies().get(number);
    }

    /** The second remedy from its first step to its restart: what a start changes is not the steps' concern. */
    @Test
    void asText() {
        String text = RunText.of(RUNS.get(0), Paint.PLAIN, -1);
        int remedy = text.indexOf("  remedy B ");
        int from = text.indexOf("    step 1 ", remedy);

        Golden.check("steps-Q198417.txt", text.substring(from, text.indexOf("    does         restart", from)));
    }

    @Test
    @DisplayName("X-07: each step by itself says what the machine shows and what changed in it")
    void everyStepByItself() {
        StepRun typing = remedy(1).steps().get(2);

        assertThat(typing.done())
                .extracting(
                        StepDone::step,
                        done -> done.shown().map(StepDone.Screen::title).orElse(""))
                .containsExactly(
                        tuple("type: 4", "DWORD Editor"), tuple("click: OK", "HKEY_LOCAL_MACHINE on Local Machine"));
        assertThat(typing.done().get(0).shown().orElseThrow().buttons()).containsExactly("OK", "Cancel");
        assertThat(typing.done().get(0).changes()).isEmpty();
        assertThat(typing.done().get(1).changes())
                .containsExactly(new Change(
                        "value",
                        "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\Psysdup2\\Start",
                        "REG_DWORD: 0x2 -> REG_DWORD: 0x4"));
    }

    @Test
    @DisplayName("A box of a program the tool started is shown when it comes up; one that stood there before is not")
    void boxesOfOtherPrograms() {
        Article article = KnowledgeBase.open().find("Q321454").orElseThrow();
        RemedyRun repair =
                ArticleRunner.watch(article, Edition.SERVER, 1).remedies().get(0);
        List<StepRun> browser = repair.parts().get(1).steps();

        assertThat(shown(browser.get(1))).endsWith("Microsoft Internet Explorer 4.0");
        assertThat(shown(browser.get(3))).containsExactly("System Settings Change");
        assertThat(shown(repair.parts().get(0).steps().get(9))).isEmpty();
    }

    private static List<String> shown(StepRun step) {
        List<String> titles = new ArrayList<>();
        step.done().forEach(done -> done.shown().ifPresent(screen -> titles.add(screen.title())));
        return titles;
    }

    @Test
    void watchingChangesNothing() {
        ArticleRun unwatched = ArticleRunner.run(ARTICLE, Edition.SERVER, 1);

        assertThat(deeds(RUNS.get(0))).isEqualTo(deeds(unwatched));
        assertThat(RUNS.get(0).verdict()).isEqualTo(unwatched.verdict());
        assertThat(unwatched.story()).isEqualTo(ArticleRun.Story.UNWATCHED);
        assertThat(unwatched.remedies().get(1).steps())
                .allMatch(step -> step.done().isEmpty());
    }

    /** The trace without numbers, and without what a registry editor was refused while its window was looked at. */
    private static List<String> deeds(ArticleRun run) {
        return TraceFile.of(List.of(run))
                .lines()
                .filter(line -> !line.contains(" refused "))
                .map(line -> line.replaceAll("^ *[0-9]+ | +<- [0-9]+$", ""))
                .toList();
    }

    @Test
    void theCauseIsWatchedToo() {
        assertThat(RUNS.get(0).story().cause())
                .containsExactly(new StepDone(
                        "master",
                        "delete file: C:\\Sysprep\\Psysdup2.exe",
                        Optional.empty(),
                        List.of(new Change("file", "C:\\Sysprep\\Psysdup2.exe", "gone"))));
    }

    @Test
    @DisplayName("a dialog with a long list still shows what is below the list")
    void longListKeepsWhatIsBelowIt() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            lines.add("name " + i);
        }
        lines.add("Add Names: Administrators");
        lines.add("Type of Access: Full Control");
        Sheet sheet = new Sheet();
        new StepsText(sheet)
                .write(List.of(new StepDone(
                        "master",
                        "click: Add",
                        Optional.of(new StepDone.Screen("Add Users and Groups", lines, List.of("OK"))),
                        List.of())));
        assertThat(sheet.toString())
                .contains("name 11", "... and 9 more", "Add Names: Administrators", "Type of Access: Full Control")
                .doesNotContain("name 12");
    }
}
