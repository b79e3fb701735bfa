package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a person has in front of them finds the article. */
class SearchTest {
    private static final KnowledgeBase KB = KnowledgeBase.open();

    private static List<String> found(String words) {
        return KB.search(words).stream().map(article -> article.record().id()).toList();
    }

    @ParameterizedTest(name = "{1} finds {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Q198417| Q198417",
                "Q198417| At least one service failed to start.",
                "Q198417| The Psysdup2 service failed to start due to the following error",
                "Q198417| 7000",
                "Q198417| sysprep 7000",
                "Q321454| 321454",
                "Q321454| At least one service or driver failed during system startup",
                "Q321454| The Protected Storage Service terminated with service-specific error 2148270091.",
                "Q321454| 7024",
                "Q321454| 2148270091",
                "Q321454| 0x800C000B",
                "Q321454| pstores",
                "Q321454| protected storge",
                "Q248739| Q248739",
                "Q248739| Unable to enumerate files and directories because the following error occurred",
                "Q248739| Invalid configuration error occurred reading or setting configuration parameter.",
                "Q248739| 7024",
                "Q248739| 2148073478",
                "Q248739| metabase",
                "Q248739| metabse",
                "Q248739| sysprep iis",
            })
    @DisplayName("X-08: number, error text, codes and names find each article")
    void finds(String id, String words) {
        assertThat(found(words)).contains(id);
    }

    @ParameterizedTest(name = "{1} finds {0} first")
    @CsvSource(
            delimiter = '|',
            value = {
                "Q198417| Psysdup2",
                "Q321454| 2148270091",
                "Q248739| 2148073478",
                "Q248739| Unable to enumerate files and directories"
            })
    void whatOnlyOneArticleSaysFindsItFirst(String id, String words) {
        assertThat(found(words)).first().isEqualTo(id);
    }
}
