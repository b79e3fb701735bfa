package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.tool.eventviewer.EventViewer;
import ntbed.tool.net.Net;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one sees when the store is damaged, what is behind it, and what else gives the same number. */
class Q321454SymptomsTest {
    private static final Article ARTICLE = Bay.article("Q321454");
    private static final String SERVICE = "ProtectedStorage";
    private static final String DESCRIPTION =
            "The Protected Storage Service terminated with service-specific error 2148270091";

    private static Bay broken() {
        return Bay.broken(ARTICLE, Edition.SERVER);
    }

    private static Observation.Event theEvent() {
        List<Observation.Event> events = broken().events(Bay.MASTER, 7024);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<String> detail() {
        Bay broken = broken();
        return broken.at(Bay.MASTER).detail(broken.events(Bay.MASTER, 7024).get(0));
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    @DisplayName("S2-03, S2-04, S2-05: Workstation, Server and Enterprise Edition behave alike")
    void everyEdition(Edition edition) {
        Bay broken = Bay.broken(ARTICLE, edition);

        assertThat(broken.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(DESCRIPTION::equalsIgnoreCase);
        assertThat(broken.state(Bay.MASTER, SERVICE)).isEqualTo("stopped");
    }

    @Test
    @DisplayName("S2-07, PS-03: the message at start-up, once, with the long text")
    void message() {
        assertThat(broken().messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
    }

    @Test
    @DisplayName("S2-08: the event is in the System log, not in the Application log")
    void systemLog() {
        Bay broken = broken();

        assertThat(broken.at(Bay.MASTER).events(Log.SYSTEM)).anyMatch(event -> event.id() == 7024);
        assertThat(broken.at(Bay.MASTER).events(Log.APPLICATION)).noneMatch(event -> event.id() == 7024);
    }

    @Test
    @DisplayName("S2-09, S2-11: date and time are those of the machine's clock")
    void dateAndTime() {
        Bay broken = broken();
        EventViewer viewer = EventViewer.open(broken.door(Bay.MASTER));
        EventViewer.Row row = viewer.records(Log.SYSTEM).stream()
                .map(viewer::row)
                .filter(one -> one.event() == 7024)
                .findFirst()
                .orElseThrow();

        // The virtual epoch is 1999-03-01 08:00:00 (D14); auto-start is over some minutes later.
        assertThat(row.date()).isEqualTo("3/1/99");
        assertThat(row.time()).startsWith("8:0").endsWith("AM");
        assertThat(detail()).anyMatch(line -> line.contains("Date:") && line.contains(row.date()));
        assertThat(detail()).anyMatch(line -> line.contains("Time:") && line.contains(row.time()));
    }

    @Test
    @DisplayName("S2-10: event ID 7024")
    void eventId() {
        assertThat(detail()).anyMatch(line -> line.contains("Event ID:") && line.contains("7024"));
    }

    @Test
    @DisplayName("S2-12: source Service Control Manager")
    void source() {
        assertThat(theEvent().source()).isEqualTo("Service Control Manager");
    }

    @Test
    @DisplayName("S2-13: user N/A")
    void user() {
        assertThat(theEvent().user()).isEqualTo("N/A");
    }

    @Test
    @DisplayName("S2-14: type Error")
    void type() {
        assertThat(theEvent().type()).isEqualTo("Error");
    }

    @Test
    @DisplayName("S2-15: the computer's name")
    void computer() {
        String name = broken().system(Bay.MASTER).computerName();

        assertThat(detail()).anyMatch(line -> line.contains("Computer:") && line.contains(name));
    }

    @Test
    @DisplayName("S2-16: category None")
    void category() {
        assertThat(theEvent().category()).isEqualTo("None");
    }

    @Test
    @DisplayName("S2-17, X-04, PS-01: the description, its number unsigned and decimal")
    void description() {
        assertThat(ShownText.plain(theEvent().text())).isEqualToIgnoringCase(DESCRIPTION);
        assertThat(theEvent().text()).contains("2148270091").doesNotContain("-2146697205", "0x");
    }

    @Test
    @DisplayName("S2-18: starting it from Services fails, and one more 7024 is logged")
    void startFromServices() {
        Bay broken = broken().perform("- open: services", "- select: Protected Storage", "- click: Start");

        assertThat(ShownText.plain(broken.front(Bay.MASTER)))
                .isEqualTo("Could not start the Protected Storage service on \\\\NTSERVER. "
                        + "Error 2140: An internal Windows NT error occurred");
        assertThat(broken.state(Bay.MASTER, SERVICE)).isEqualTo("stopped");
        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(2).allMatch(DESCRIPTION::equalsIgnoreCase);
    }

    @Test
    @DisplayName("S2-18: net start fails as well, and logs another")
    void netStart() {
        Bay broken = broken();

        Net.Result said = Net.run(broken.door(Bay.MASTER), "start ProtectedStorage");

        assertThat(broken.state(Bay.MASTER, SERVICE)).isEqualTo("stopped");
        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(2);
        assertThat(said.exitCode()).isNotZero();
        assertThat(said.lines())
                .contains(
                        "The Protected Storage service could not be started.",
                        "A service specific error occurred: 2148270091.");
    }

    @Test
    @DisplayName("S2-19, PS-03: a healthy machine shows neither message nor event")
    void healthy() {
        Bay sound = Bay.sound(ARTICLE, Edition.SERVER);

        assertThat(sound.messages(Bay.MASTER)).isEmpty();
        assertThat(sound.events(Bay.MASTER, 7024)).isEmpty();
        assertThat(sound.state(Bay.MASTER, SERVICE)).isEqualTo("running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated record", "empty record", "missing record", "wrong digest"})
    @DisplayName("S2-20, S2-21: a store that is corrupted or not valid, in whatever way, gives the same event")
    void everyDamageOfTheStore(String variant) {
        Bay broken = variant(variant);

        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(DESCRIPTION::equalsIgnoreCase);
        assertThat(broken.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
    }

    @Test
    @DisplayName("S2-22, PS-10: an altered pstores.exe gives the same number; parts 1 and 3 alone do not cure it")
    void alteredProgram() {
        Bay broken = variant("altered program without Internet Explorer");
        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(DESCRIPTION::equalsIgnoreCase);
        List<Remedy.Part> parts = ARTICLE.remedies().get(0).parts();

        broken.steps(parts.get(0), 1, 22).steps(parts.get(2), 1, 5).restart();

        assertThat(broken.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(DESCRIPTION::equalsIgnoreCase);
        assertThat(broken.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
    }

    private static Bay variant(String name) {
        Article.Variant variant = ARTICLE.variants().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Bay.on(ARTICLE, Edition.SERVER, Components.master(variant.setting(), Edition.SERVER))
                .perform(variant.story().before())
                .perform(variant.story().cause())
                .perform(variant.story().after());
    }
}
