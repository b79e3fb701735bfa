package ntbed.scenario;

import ntbed.Golden;
import ntbed.trace.TraceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the patient of an article goes through from its first start to its symptoms, event by event. */
class GoldenTracesTest {
    @ParameterizedTest
    @CsvSource({"Q321454, SERVER", "Q248739, SERVER", "Q248739, WORKSTATION"})
    void traceOfThePatient(String id, Edition edition) {
        Article article = Bay.article(id);
        Bay bay = Bay.broken(article, edition);
        StringBuilder text = new StringBuilder();
        bay.bench
                .station(article.story().patient())
                .traces()
                .forEach(trace -> text.append(TraceText.of(trace.events())));

        Golden.check(id + "-" + edition.word() + ".trace", text.toString());
    }
}
