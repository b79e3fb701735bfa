package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ntbed.scenario.ArticleRun.RemedyRun;
import org.junit.jupiter.api.Test;

/** What a run does in which order, and what it takes for a difference; the machines are faked. */
class ArticleRunnerTest {
    private static final String POPUP =
            Texts.with("event: {source: Service Control Manager, id: 7000, text: It failed}", "popup: It failed");

    private final List<String> done = new ArrayList<>();

    private ArticleRun run(String text, Consumer<FakeBench> preparation) {
        return ArticleRunner.run(ArticleReader.read("a.yaml", text), Edition.SERVER, 1, (heading, setting) -> {
            FakeBench bench = new FakeBench(heading, done);
            preparation.accept(bench);
            return bench;
        });
    }

    private ArticleRun run(String text) {
        return run(text, bench -> {});
    }

    @Test
    void causeThenControlThenRemedyBesideItsTwin() {
        ArticleRun run = run(POPUP);

        assertThat(run.verdict()).isEqualTo(new Verdict.AsTheArticleSays());
        assertThat(done)
                .containsExactly(
                        "with the cause| damage C:\\WINNT\\a.exe",
                        "with the cause| power on",
                        "with the cause| all off",
                        "without the cause| power on",
                        "without the cause| all off",
                        "remedy A by hand| at master",
                        "remedy A by hand| copy C:\\b.exe",
                        "remedy A by hand| restart",
                        "remedy A, untreated twin| at master",
                        "remedy A, untreated twin| restart",
                        "remedy A, untreated twin| all off",
                        "remedy A by hand| all off");
        assertThat(run.seen()).containsExactly("message box \"Service Control Manager\": It failed.");
        assertThat(run.counts()).isEqualTo(new ArticleRun.Counts(4, 8, 4000));
    }

    @Test
    void theProofLooksAtTheTreatedAndAtTheUntreatedMachine() {
        RemedyRun remedy = run(POPUP).remedies().get(0);

        assertThat(remedy.changed()).containsExactly("C:\\WINNT\\a.exe");
        assertThat(remedy.unnamed()).isEmpty();
        assertThat(remedy.proof())
                .extracting(Finding::check)
                .containsExactly("master: not: popup: It failed", "untreated twin: still: popup: It failed");
        assertThat(remedy.proof()).allMatch(Finding::holds);
    }

    @Test
    void aSymptomThatIsNotThereIsADifference() {
        assertThat(run(POPUP.replace("popup: It failed", "popup: It broke")).verdict())
                .isEqualTo(new Verdict.Differs(List.of("symptom: popup: It broke")));
    }

    @Test
    void aSymptomWithoutTheCauseIsADifference() {
        assertThat(run(POPUP, bench -> bench.broken = true).verdict())
                .isEqualTo(new Verdict.Differs(List.of("control: not: popup: It failed")));
    }

    @Test
    void aRemedyThatDoesNotCureIsADifference() {
        assertThat(run(POPUP, bench -> bench.curedByCopy = false).verdict())
                .isEqualTo(new Verdict.Differs(List.of("remedy A by hand proof: master: not: popup: It failed")));
    }

    @Test
    void aRemedyThatChangesWhatItDoesNotNameIsADifference() {
        assertThat(run(POPUP.replace("changes: [C:\\WINNT\\a.exe]", "changes: [C:\\WINNT\\b.exe]"))
                        .verdict())
                .isEqualTo(new Verdict.Differs(
                        List.of("remedy A by hand changed what it does not name: C:\\WINNT\\a.exe")));
    }

    @Test
    void aConditionThatDoesNotHoldIsADifferenceAndSaysWhatFollows() {
        ArticleRun run = run(POPUP.replace(
                "    steps:\n      - step",
                "    only if:\n      - {text: Office is not used, check: {file: C:\\x}, otherwise: It stays.}\n"
                        + "    steps:\n      - step"));

        assertThat(run.verdict())
                .isEqualTo(new Verdict.Differs(List.of("remedy A by hand condition: Office is not used")));
        assertThat(run.remedies().get(0).conditions())
                .containsExactly(new Finding("Office is not used", false, "It stays."));
    }

    @Test
    void aFixIsTriedBesideTheHand() {
        String withFix = POPUP.replace("    changes:", "    fix: PutItBack\n    changes:");

        assertThat(run(withFix).remedies()).extracting(RemedyRun::how).containsExactly("by hand", "by fix PutItBack");
        assertThat(done).contains("remedy A by fix PutItBack| fix PutItBack");
        assertThat(run(withFix, bench -> bench.fixCures = false).verdict())
                .isEqualTo(
                        new Verdict.Differs(List.of("remedy A by fix PutItBack proof: master: not: popup: It failed")));
    }

    @Test
    void aStepThatCannotBeDoneIsNamed() {
        assertThat(run(POPUP.replace("- power on", "- install: nothing")).verdict())
                .isEqualTo(new Verdict.Stuck("install: nothing: there is no component nothing"));
    }

    @Test
    void aVerdictHasOneAnswerPerCase() {
        assertThat(new Verdict.AsTheArticleSays().label()).isEqualTo("as the article says");
        assertThat(new Verdict.Differs(List.of("a")).label()).isEqualTo("differs");
        assertThat(new Verdict.Stuck("b").label()).isEqualTo("stuck");
        assertThat(new Verdict.Differs(List.of("a")).isGood()).isFalse();
    }
}
