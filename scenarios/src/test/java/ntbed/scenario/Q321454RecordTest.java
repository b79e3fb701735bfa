package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head and the foot of Q321454 say. */
class Q321454RecordTest {
    private final KnowledgeBase kb = KnowledgeBase.open();
    private final Article article = kb.find("Q321454").orElseThrow();
    private final ArticleRecord head = article.record();

    @Test
    @DisplayName("S2-01: the title")
    void title() {
        assertThat(head.title()).isEqualTo("\"At Least One Service Or Driver Failed\" Err Msg on Startup");
    }

    @Test
    @DisplayName("S2-02: number, product, version, last modified 06-AUG-2002, no keywords")
    void identity() {
        assertThat(head.id()).isEqualTo("Q321454");
        assertThat(head.product()).isEqualTo("Microsoft Windows NT");
        assertThat(head.version()).isEqualTo("4.0");
        assertThat(head.modified()).isEqualTo(LocalDate.of(2002, 8, 6));
        assertThat(head.keywords()).isEmpty();
    }

    @Test
    @DisplayName("S2-05: it applies to three editions, and to nothing else")
    void appliesTo() {
        assertThat(head.appliesTo())
                .containsExactlyInAnyOrder(
                        "Microsoft Windows NT Workstation version 4.0",
                        "Microsoft Windows NT Server version 4.0",
                        "Microsoft Windows NT Server, Enterprise Edition version 4.0");
        assertThat(article.setting().editions())
                .containsExactlyInAnyOrder(Edition.SERVER, Edition.WORKSTATION, Edition.ENTERPRISE);
    }

    @Test
    @DisplayName("S2-06: it changes the registry; back it up, know how to restore it; how is told by Q256986")
    void notice() {
        assertThat(article.remedies()).allMatch(Remedy::modifiesRegistry);
        assertThat(head.notices())
                .anyMatch(notice -> notice.contains("changes the registry")
                        && notice.contains("Back it up")
                        && notice.contains("know how to restore")
                        && notice.contains("Q256986"));
        assertThat(head.references()).containsEntry("Q256986", "Description of the Microsoft Windows Registry");
    }

    @Test
    @DisplayName("S2-24: serious problems, no guarantee, own risk: the warning stands before the registry part")
    void warning() {
        Remedy.Part registry = article.remedies().get(0).parts().get(0);

        assertThat(registry.heading()).contains("Registry");
        assertThat(registry.warnings())
                .hasSize(3)
                .anyMatch(text -> text.contains("serious problems") && text.contains("reinstall"))
                .anyMatch(text -> text.contains("cannot guarantee"))
                .anyMatch(text -> text.contains("own risk"));
    }

    @Test
    @DisplayName("S2-66: three parts with these headings in this order, each numbered from 1: 22, 5 and 7 steps")
    void parts() {
        List<Remedy.Part> parts = article.remedies().get(0).parts();

        assertThat(parts)
                .extracting(Remedy.Part::heading)
                .containsExactly(
                        "Remove Protected Storage Registry Keys",
                        "Repair Microsoft Internet Explorer",
                        "Reinstall Protected Storage");
        assertThat(parts).extracting(part -> part.steps().size()).containsExactly(22, 5, 7);
        for (Remedy.Part part : parts) {
            for (int i = 0; i < part.steps().size(); i++) {
                assertThat(part.steps().get(i).number()).isEqualTo(i + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pstores", "protected", "storage", "registry", "pstores protected storage registry"})
    @DisplayName("S2-67: each query word finds it")
    void queryWords(String words) {
        assertThat(kb.search(words)).contains(article);
        assertThat(head.queryWords()).containsExactly("pstores", "protected", "storage", "registry");
    }

    @Test
    @DisplayName("S2-68: a problem; Enterprise Edition among the technologies, unlike Q198417")
    void issueTypeAndTechnology() {
        assertThat(head.issueType()).isEqualTo("kbprb");
        assertThat(head.technology()).hasSize(10).contains("kbWinNTSEnt400", "kbWinNTW400", "kbWinNTS400");
        assertThat(kb.find("Q198417").orElseThrow().record().technology()).doesNotContain("kbWinNTSEnt400");
    }
}
