package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees on a clone whose master had no Psysdup2.exe, and on no other machine. */
class Q198417SymptomsTest {
    @Test
    @DisplayName("S1-06: it happens on Windows NT Server")
    void server() {
        assertThat(ArticleRunner.run(Prepared.ARTICLE, Edition.SERVER, 1).verdict())
                .isEqualTo(new Verdict.AsTheArticleSays());
    }

    @Test
    @DisplayName("S1-07: it happens on Windows NT Workstation")
    void workstation() {
        assertThat(ArticleRunner.run(Prepared.ARTICLE, Edition.WORKSTATION, 1).verdict())
                .isEqualTo(new Verdict.AsTheArticleSays());
    }

    @Test
    @DisplayName("S1-12, PD-04: nothing before the end of the mini-wizard, message and event after it")
    void onlyAfterTheWizard() {
        Prepared broken = Prepared.brokenClone();

        List<TraceEvent> trace = broken.bench.station("clone").machine().trace().events();
        int wizardEnds = lastIndex(trace, TraceEvent.DialogAnswered.class, "Windows NT Setup");
        int failure = lastIndex(trace, TraceEvent.EventLogged.class, "Psysdup2");
        int message = lastIndex(trace, TraceEvent.DialogShown.class, "At least one service");
        assertThat(wizardEnds).isPositive();
        assertThat(failure).isGreaterThan(wizardEnds);
        assertThat(message).isGreaterThan(failure);
        assertThat(trace.subList(0, wizardEnds))
                .noneMatch(event -> event instanceof TraceEvent.EventLogged logged && logged.eventId() == 7000)
                .noneMatch(event -> event instanceof TraceEvent.DialogShown shown
                        && shown.title().equals("Service Control Manager"));
    }

    private static int lastIndex(List<TraceEvent> trace, Class<? extends TraceEvent> kind, String text) {
        for (int i = trace.size() - 1; i >= 0; i--) {
            if (kind.isInstance(trace.get(i)) && trace.get(i).toString().contains(text)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    @DisplayName("S1-13: a machine that was never prepared shows nothing of it")
    void neverPrepared(Edition edition) {
        Prepared master = Prepared.master(edition).fork().startAndLogOn("master");

        assertThat(master.failures("master")).isEmpty();
        assertThat(master.messages("master")).isEmpty();
        assertThat(master.at("master").keyExists(Prepared.KEY)).isFalse();
    }

    @Test
    @DisplayName("S1-14: the message")
    void message() {
        assertThat(Prepared.brokenClone().messages("clone")).containsExactly("At least one service failed to start.");
    }

    @Test
    @DisplayName("S1-15, PD-03: Event Viewer shows exactly one new event for the service, and there is one message")
    void oneEvent() {
        Prepared broken = Prepared.brokenClone();

        assertThat(broken.failures("clone")).hasSize(1);
        assertThat(broken.at("clone").events(Log.SYSTEM))
                .filteredOn(event -> event.source().equals("Service Control Manager"))
                .hasSize(1);
        assertThat(broken.messages("clone")).hasSize(1);
    }

    @Test
    @DisplayName("S1-16: event ID 7000")
    void eventId() {
        assertThat(theEvent().id()).isEqualTo(7000);
    }

    @Test
    @DisplayName("S1-17: source Service Control Manager")
    void eventSource() {
        assertThat(theEvent().source()).isEqualTo("Service Control Manager");
    }

    @Test
    @DisplayName("S1-18: the description")
    void eventDescription() {
        assertThat(ShownText.plain(theEvent().text()))
                .isEqualTo("The Psysdup2 service failed to start due to the following error: "
                        + "The system cannot find the file specified");
    }

    @Test
    @DisplayName("S1-19: type Error, user N/A, category None, the clone's computer name")
    void otherFields() {
        Prepared broken = Prepared.brokenClone();
        Observation.Event event = broken.failures("clone").get(0);

        assertThat(event.type()).isEqualTo("Error");
        assertThat(event.user()).isEqualTo("N/A");
        assertThat(event.category()).isEqualTo("None");
        assertThat(broken.at("clone").detail(event)).anyMatch(line -> line.contains("Computer:  CLONE1"));
    }

    private static Observation.Event theEvent() {
        return Prepared.brokenClone().failures("clone").get(0);
    }

    @Test
    @DisplayName("PD-03: one event and one message at every start of the clone")
    void everyStart() {
        Prepared again = Prepared.brokenClone().fork().startAndLogOn("clone");

        assertThat(again.failures("clone")).hasSize(1);
        assertThat(again.messages("clone")).hasSize(1);
    }

    @Test
    @DisplayName("PD-05: two clones of one image behave alike, and neither knows of the other")
    void twoClones() {
        Prepared broken = Prepared.brokenClone().clone("second", "CLONE2");

        assertThat(broken.failures("clone")).hasSize(1);
        assertThat(broken.failures("second")).hasSize(1);
        assertThat(broken.door("clone").computerName()).isEqualTo("CLONE1");
        assertThat(broken.door("second").computerName()).isEqualTo("CLONE2");
    }
}
