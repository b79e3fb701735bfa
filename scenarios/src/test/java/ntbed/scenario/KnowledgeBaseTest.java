package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeBaseTest {
    private final KnowledgeBase kb = KnowledgeBase.open();

    @Test
    void theIndexListsEveryArticleAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/kb"))) {
            assertThat(kb.ids())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.substring(0, name.length() - 5))
                            .toList());
        }
    }

    @Test
    void everyArticleReadsAndStandsUnderItsOwnName() {
        assertThat(kb.all()).hasSameSizeAs(kb.ids());
        assertThat(kb.all())
                .allSatisfy(article -> assertThat(article.file())
                        .isEqualTo("kb/" + article.record().id() + ".yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q198417", "q198417", "198417"})
    void anArticleIsFoundByItsIdAsTyped(String typed) {
        assertThat(kb.find(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q198418", "Q1984170", "198147", "Q19841"})
    void aMistypedIdFindsNothingButTheNearest(String typed) {
        assertThat(kb.find(typed)).isEmpty();
        assertThat(kb.nearest(typed)).contains("Q198417");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Psysdup2 service failed to start",
                "the psysdup2 service failed to start due to the following error: "
                        + "The system cannot find the file specified.",
                "7000",
                "Event ID: 7000",
                "At least one service failed to start.",
                "At Least One Service Failed",
                "Q198417",
                "198417",
                "mini-wizard sysprep",
                "Psysdop2.exe",
                "registry editor",
                "Q256986"
            })
    void whatAPersonHasInFrontOfThemFindsIt(String words) {
        assertThat(kb.search(words))
                .extracting(article -> article.record().id())
                .contains("Q198417");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "...", "spooler", "7025", "sysprep spooler", "70"})
    void whatDoesNotFitFindsNothing(String words) {
        assertThat(kb.search(words)).isEmpty();
    }
}
