package ntbed.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import ntbed.Golden;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRunner;
import ntbed.scenario.Edition;
import ntbed.scenario.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;

/** The forms of a run, as they are kept. */
class ViewsTest {
    @Test
    void textOfAGoodRun() {
        Golden.check("run-good.txt", RunText.of(SampleRuns.good(), Paint.PLAIN, -1));
    }

    @Test
    void textOfARunThatDiffers() {
        Golden.check("run-different.txt", RunText.of(SampleRuns.different(), Paint.PLAIN, -1));
    }

    @Test
    void realTimeStandsInTheTextOnlyWhereItIsTold() {
        assertThat(RunText.of(SampleRuns.good(), Paint.PLAIN, 38)).contains("01:06:40 virtual, 38 ms real");
        assertThat(RunText.of(SampleRuns.good(), Paint.PLAIN, -1)).doesNotContain("real");
    }

    @Test
    void coloursChangeNothingButTheColour() {
        String coloured = RunText.of(SampleRuns.different(), new Paint(true), -1);
        String plain = RunText.of(SampleRuns.different(), Paint.PLAIN, -1);

        assertThat(coloured).contains("\u001b[31;1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void json() {
        String json = RunJson.of(7, List.of(SampleRuns.good(), SampleRuns.different()));

        Golden.check("run.json", json);
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(json))
                .isNotNull();
        assertThat(json).doesNotContain("real").contains("\"good\": false");
    }

    @Test
    void junitXml() throws Exception {
        String xml = JUnitXml.of(List.of(SampleRuns.good(), SampleRuns.different()));

        Golden.check("run.xml", xml);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(4);
    }

    @Test
    void traces() {
        Golden.check("run.trace", TraceFile.of(List.of(SampleRuns.good())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q198417", "Q321454", "Q248739"})
    void article(String id) {
        Golden.check(id + ".txt", ArticleText.of(KnowledgeBase.open().find(id).orElseThrow(), Paint.PLAIN));
    }

    /** Parts, one of them skipped, attempts and variants. */
    @Test
    void aRunWithPartsAttemptsAndVariants() {
        Article article = KnowledgeBase.open().find("Q321454").orElseThrow();

        Golden.check("run-Q321454.txt", RunText.of(ArticleRunner.run(article, Edition.SERVER, 1), Paint.PLAIN, -1));
    }
}
