package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head and the foot of Q198417 say. */
class Q198417RecordTest {
    private final KnowledgeBase kb = KnowledgeBase.open();
    private final Article article = kb.find("Q198417").orElseThrow();
    private final ArticleRecord head = article.record();

    @Test
    @DisplayName("S1-01: the title")
    void title() {
        assertThat(head.title()).isEqualTo("Message \"At Least One Service Failed...\" After Running Sysprep");
    }

    @Test
    @DisplayName("S1-02: the number")
    void number() {
        assertThat(head.id()).isEqualTo("Q198417");
        assertThat(kb.ids()).contains("Q198417");
    }

    @Test
    @DisplayName("S1-03: Microsoft Windows NT, version 4.0")
    void product() {
        assertThat(head.product()).isEqualTo("Microsoft Windows NT");
        assertThat(head.version()).isEqualTo("4.0");
    }

    @Test
    @DisplayName("S1-04: the keywords")
    void keywords() {
        assertThat(head.keywords()).containsExactlyInAnyOrder("kbenv", "kberrmsg");
    }

    @Test
    @DisplayName("S1-05: last modified 11-JUN-2002")
    void modified() {
        assertThat(head.modified()).isEqualTo(LocalDate.of(2002, 6, 11));
    }

    @Test
    @DisplayName("S1-08: it applies to Server and Workstation, and to nothing else")
    void appliesTo() {
        assertThat(head.appliesTo())
                .containsExactlyInAnyOrder(
                        "Microsoft Windows NT Server version 4.0", "Microsoft Windows NT Workstation version 4.0");
        assertThat(article.setting().editions()).containsExactlyInAnyOrder(Edition.SERVER, Edition.WORKSTATION);
    }

    @Test
    @DisplayName("S1-09: the remedy that edits the registry says so, and warns")
    void modifiesRegistry() {
        assertThat(remedy("A").modifiesRegistry()).isFalse();
        assertThat(remedy("B").modifiesRegistry()).isTrue();
        assertThat(remedy("B").warnings()).isNotEmpty();
        assertThat(head.notices()).anyMatch(notice -> notice.contains("changes the registry"));
    }

    @Test
    @DisplayName("S1-11: it refers to Q256986 for backing up, restoring and editing the registry")
    void reference() {
        assertThat(head.references()).containsEntry("Q256986", "Description of the Microsoft Windows Registry");
    }

    @Test
    @DisplayName("S1-27: the warning of serious problems that need a reinstallation")
    void warningOfSeriousProblems() {
        assertThat(remedy("B").warnings())
                .anyMatch(text -> text.contains("serious problems") && text.contains("reinstall"));
    }

    @Test
    @DisplayName("S1-28: Microsoft cannot guarantee a solution")
    void warningOfNoGuarantee() {
        assertThat(remedy("B").warnings()).anyMatch(text -> text.contains("cannot guarantee"));
    }

    @Test
    @DisplayName("S1-29: at one's own risk")
    void warningOfOwnRisk() {
        assertThat(remedy("B").warnings()).anyMatch(text -> text.contains("own risk"));
    }

    @Test
    @DisplayName("S1-48: where more is to be read")
    void link() {
        assertThat(head.links()).containsExactly("http://www.microsoft.com/ntworkstation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sysclone", "Sysprep", "Psysdup2.exe", "Psydup2.exe", "sysclone psydup2.exe"})
    @DisplayName("S1-49: each query word finds it, the misspelled one too")
    void queryWords(String words) {
        assertThat(kb.search(words)).contains(article);
    }

    @Test
    @DisplayName("S1-50: a problem; keywords of Workstation and Server, none of Enterprise Edition")
    void issueTypeAndTechnology() {
        assertThat(head.issueType()).isEqualTo("kbprb");
        assertThat(head.technology())
                .contains("kbWinNTW400", "kbWinNTS400")
                .noneMatch(keyword -> keyword.contains("Ent"));
    }

    private Remedy remedy(String id) {
        return article.remedies().stream()
                .filter(remedy -> remedy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
