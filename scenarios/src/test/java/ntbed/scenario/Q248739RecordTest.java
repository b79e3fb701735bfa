package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the head and the foot of Q248739 say. */
class Q248739RecordTest {
    private final KnowledgeBase kb = KnowledgeBase.open();
    private final Article article = kb.find("Q248739").orElseThrow();
    private final ArticleRecord head = article.record();

    @Test
    @DisplayName("S3-01: the title")
    void title() {
        assertThat(head.title()).isEqualTo("IIS Fails to Run on a Sysprep Cloned System");
    }

    @Test
    @DisplayName("S3-02: number, product, version, last modified 02-MAR-2001, no keywords")
    void identity() {
        assertThat(head.id()).isEqualTo("Q248739");
        assertThat(head.product()).isEqualTo("Internet Information Server");
        assertThat(head.version()).isEqualTo("4.0");
        assertThat(head.modified()).isEqualTo(LocalDate.of(2001, 3, 2));
        assertThat(head.keywords()).isEmpty();
    }

    @Test
    @DisplayName("S3-03, S3-04: it applies to Personal Web Server on Workstation and to IIS, and to nothing else")
    void appliesTo() {
        assertThat(head.appliesTo())
                .containsExactlyInAnyOrder(
                        "Microsoft Personal Web Server version 4.0 for NT Workstation version 4.0",
                        "Microsoft Internet Information Server 4.0");
        assertThat(article.setting().editions()).containsExactlyInAnyOrder(Edition.SERVER, Edition.WORKSTATION);
    }

    @Test
    @DisplayName("S3-21, MB-12: by design; no remedy repairs the metabase that came with the clone")
    void byDesign() {
        assertThat(head.notices()).anyMatch(notice -> notice.contains("by design"));
        assertThat(article.remedies()).isNotEmpty().allSatisfy(remedy -> {
            assertThat(remedy.machine()).isNotEqualTo(article.story().patient());
            assertThat(remedy.cured()).doesNotContain(article.story().patient());
            assertThat(remedy.stillBroken()).contains(article.story().patient());
            assertThat(remedy.fix()).isEmpty();
        });
    }

    @Test
    @DisplayName("S3-22: it points to Q219717")
    void reference() {
        assertThat(head.references())
                .containsEntry("Q219717", "NTOP Has Not Been Tested with the Current Configuration");
    }

    @Test
    @DisplayName("S3-24: no query words, no links; a problem; the technologies of IIS and of Personal Web Server")
    void foot() {
        assertThat(head.queryWords()).isEmpty();
        assertThat(head.links()).isEmpty();
        assertThat(head.issueType()).isEqualTo("kbprb");
        assertThat(head.technology())
                .containsExactlyInAnyOrder(
                        "kbiisSearch", "kbiis400", "kbPersWebServSearch", "kbZNotKeyword3", "kbPersWebServ400NTW400");
    }
}
