package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ntbed.fix.Fix;
import ntbed.fix.FixRunner;
import ntbed.fix.Fixes;
import ntbed.fix.Outcome;
import ntbed.replay.Paint;
import ntbed.replay.RunText;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all three articles alike. */
class AcrossArticlesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q198417 | Q198417",
                "198417 | Q198417",
                "At least one service failed to start. | Q198417",
                "The Psysdup2 service failed to start due to the following error | Q198417",
                "7000 | Q198417",
                "Q321454 | Q321454",
                "321454 | Q321454",
                "At least one service or driver failed during system startup. | Q321454",
                "The Protected Storage Service terminated with service-specific error 2148270091. | Q321454",
                "7024 | Q321454",
                "2148270091 | Q321454",
                "0x800C000B | Q321454",
                "Q248739 | Q248739",
                "248739 | Q248739",
                "The IIS Admin Service service terminated with service-specific error 2148073478. | Q248739",
                "Unable to enumerate files and directories because the following error occurred | Q248739",
                "Invalid configuration error occurred reading or setting configuration parameter. | Q248739",
                "7024 | Q248739",
                "7001 | Q248739",
                "2148073478 | Q248739"
            })
    @DisplayName("X-08: each article is found by its number, its texts and its codes")
    void search(String words, String id) {
        assertThat(KnowledgeBase.open().search(words))
                .extracting(article -> article.record().id())
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q198417", "Q321454"})
    @DisplayName("X-09: the warnings stand before the first step with Registry Editor")
    void warningsComeFirst(String id) {
        ArticleRun run = ArticleRunner.run(Bay.article(id), Edition.SERVER, 1);
        String report = RunText.of(run, Paint.PLAIN, 1);

        int warning = report.indexOf("warning");
        int editor = report.indexOf("regedt32:");
        assertThat(warning).isPositive().isLessThan(editor);
        assertThat(report.substring(warning, editor).toLowerCase(Locale.ROOT))
                .contains("serious problems", "cannot guarantee", "own risk");
    }

    @Test
    @DisplayName("X-09: the fix asks with the same warnings; a no leaves the registry as it is, a yes lets it go on")
    void warningsAreAcknowledged() {
        Bay bay = Bay.broken(Bay.article("Q198417"), Edition.SERVER);
        List<String> asked = new ArrayList<>();
        Fix fix = Fixes.byId("DisablePsysdup2").orElseThrow();

        Outcome refused = new FixRunner(question -> !asked.add(question.question())).apply(fix, bay.door("clone"));

        assertThat(refused).isInstanceOf(Outcome.Stopped.class);
        assertThat(asked)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("serious problems", "guarantee", "own risk");
        assertThat(bay.at("clone").value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Psysdup2", "Start"))
                .contains("REG_DWORD: 0x2");
        assertThat(new FixRunner(question -> true).apply(fix, bay.door("clone")))
                .isInstanceOf(Outcome.Applied.class);
    }
}
