package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ntbed.scenario.ArticleRun.PartRun;
import ntbed.scenario.ArticleRun.RemedyRun;
import ntbed.scenario.ArticleRun.VariantRun;
import ntbed.scenario.Remedy.Numbered;
import org.junit.jupiter.api.Test;

/** Parts, variants and attempts: what is done, and what it takes for a difference; the machines are faked. */
class TrialsTest {
    private static final String POPUP =
            Texts.with("event: {source: Service Control Manager, id: 7000, text: It failed}", "popup: It failed");
    private static final String STEPS = """
                steps:
                  - step: 1
                    tool: explorer
                    action: Copy it.
                    do:
                      - copy file: {from: C:\\b.exe, to: C:\\WINNT\\a.exe}
            """;
    private static final String PARTS = """
                parts:
                  - heading: Put it back
                    steps:
                      - step: 1
                        tool: explorer
                        action: Copy it.
                        do: [{copy file: {from: 'C:\\b.exe', to: 'C:\\WINNT\\a.exe'}}]
                  - heading: Only where it was broken before
                    only if: [{text: It is broken, check: {no file: 'C:\\WINNT\\a.exe'}, otherwise: Nothing to do.}]
                    steps:
                      - {step: 1, tool: explorer, action: Restart., do: [restart]}
                  - heading: Look
                    only if: [{text: It is well, check: {file: 'C:\\WINNT\\a.exe'}, otherwise: No use.}]
                    steps:
                      - {step: 1, tool: explorer, action: Wait., do: [wait: 5 s]}
                      - {step: 2, tool: explorer, action: Look., do: [], sees: [{file: 'C:\\WINNT\\a.exe'}]}
            """;

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

    private static String withParts() {
        assertThat(POPUP).contains(STEPS);
        return POPUP.replace(STEPS, PARTS);
    }

    @Test
    void eachPartNumbersItsStepsFromOne() {
        Remedy remedy = ArticleReader.read("a.yaml", withParts()).remedies().get(0);

        assertThat(remedy.parts())
                .extracting(Remedy.Part::heading)
                .containsExactly("Put it back", "Only where it was broken before", "Look");
        assertThat(remedy.steps()).extracting(Numbered::number).containsExactly(1, 1, 1, 2);
    }

    @Test
    void aPartWhoseConditionDoesNotHoldIsSkippedAndThatIsNoDifference() {
        RemedyRun remedy = run(withParts()).remedies().get(0);

        assertThat(remedy.parts()).extracting(PartRun::skipped).containsExactly(false, true, false);
        assertThat(remedy.parts().get(1).conditions())
                .containsExactly(new Finding("It is broken", false, "Nothing to do."));
        assertThat(remedy.steps()).hasSize(3);
        assertThat(done).doesNotContainSequence("remedy A by hand| restart", "remedy A by hand| wait 5000");
        assertThat(run(withParts()).verdict().isGood()).isTrue();
    }

    @Test
    void theTwinLivesThroughThePartsThatWereDone() {
        run(withParts());

        assertThat(done)
                .containsSubsequence("remedy A, untreated twin| at master", "remedy A, untreated twin| wait 5000")
                .filteredOn(line -> line.equals("remedy A, untreated twin| restart"))
                .as("once, for the proof")
                .hasSize(1);
    }

    private static final String ATTEMPT = """
            attempts:
              - id: 1
                title: Only restart
                because: Nothing is put back.
                steps: [{step: 1, tool: Start menu, action: Restart., do: [restart]}]
                proof: {}
            """;

    @Test
    void anAttemptLeavesTheMachineBroken() {
        ArticleRun run = run(POPUP + ATTEMPT);

        assertThat(run.verdict().isGood()).isTrue();
        assertThat(run.attempts().get(0).proof())
                .extracting(Finding::check)
                .containsExactly("master: still: popup: It failed");
        assertThat(done).contains("attempt 1 by hand| restart").doesNotContain("attempt 1, untreated twin| restart");
    }

    @Test
    void anAttemptThatHelpsIsADifference() {
        String helps = ATTEMPT.replace("do: [restart]", "do: [{copy file: {from: a, to: b}}]");

        assertThat(run(POPUP + helps).verdict())
                .isEqualTo(new Verdict.Differs(List.of("attempt 1 by hand proof: master: still: popup: It failed")));
    }

    private static String variant(String more) {
        return POPUP + "variants:\n  - name: another way\n    cause:\n      because: It is empty.\n"
                + "      steps: [{empty file: 'C:\\WINNT\\a.exe'}]\n" + more;
    }

    @Test
    void aVariantHasItsOwnCauseAndTheArticlesSymptomsAndRemedies() {
        ArticleRun run = run(variant("    cured by: [A]\n"));

        VariantRun variant = run.variants().get(0);
        assertThat(run.verdict().isGood()).isTrue();
        assertThat(variant.symptoms()).containsExactly(new Finding("popup: It failed", true, "It failed."));
        assertThat(variant.control())
                .as("the article's own control run says it")
                .isEmpty();
        assertThat(variant.remedies())
                .extracting(tried -> tried.remedy().id() + " " + tried.how())
                .containsExactly("A by hand");
        assertThat(done).contains("variant another way| damage C:\\WINNT\\a.exe");
    }

    @Test
    void aVariantOnAnotherMachineHasAControlRunOfItsOwn() {
        ArticleRun run = run(variant("    machine: {service pack: 5}\n"));

        assertThat(run.variants().get(0).control())
                .containsExactly(new Finding("not: popup: It failed", true, "no such message box"));
        assertThat(done).contains("variant another way, without the cause| power on");
    }

    @Test
    void aVariantForOtherEditionsIsLeftOut() {
        assertThat(run(variant("    machine: {editions: [workstation]}\n")).variants())
                .isEmpty();
    }

    @Test
    void aVariantThatShouldBeHarmlessAndIsNotIsADifference() {
        assertThat(run(variant("    harmless: yes\n")).verdict())
                .isEqualTo(new Verdict.Differs(List.of("variant another way: not: popup: It failed")));
    }

    @Test
    void aRemedyThatCuresAVariantItShouldNotIsADifference() {
        assertThat(run(variant("    not cured by: [A]\n")).verdict())
                .isEqualTo(new Verdict.Differs(
                        List.of("variant another way, remedy A by hand proof: master: still: popup: It failed")));
        assertThat(run(variant("    not cured by: [A]\n"), bench -> bench.curedByCopy = false)
                        .variants()
                        .get(0)
                        .remedies()
                        .get(0)
                        .proof())
                .allMatch(Finding::holds);
    }

    @Test
    void aSymptomOfWhoeverTriesIsLookedForAfterTrying() {
        String tries =
                POPUP.replace("- popup: It failed", "- when: {do: [{run: net start a}], sees: [{popup: It failed}]}");
        ArticleRun run = run(tries);

        assertThat(run.verdict().isGood()).isTrue();
        assertThat(run.symptoms()).containsExactly(new Finding("popup: It failed", true, "It failed."));
        assertThat(run.seen()).containsExactly("message box \"Service Control Manager\": It failed.");
        assertThat(done)
                .filteredOn(line -> line.endsWith("| run net start a"))
                .extracting(line -> line.substring(0, line.indexOf('|')))
                .containsExactly("with the cause", "without the cause", "remedy A by hand", "remedy A, untreated twin");
    }

    @Test
    void whatIsForAnEditionIsDoneAndSeenThereOnly() {
        String editions = POPUP.replace("- popup: It failed", """
                        - on edition: {server: [{popup: It failed}], workstation: [{popup: It broke}]}""")
                .replace("- power on", "- on edition: {server: [power on], workstation: [restart]}");

        assertThat(run(editions).symptoms()).extracting(Finding::check).containsExactly("popup: It failed");
        assertThat(run(editions).verdict().isGood()).isTrue();
        assertThat(done).contains("with the cause| power on").doesNotContain("with the cause| restart");
    }
}
