package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.tool.net.Net;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The failures of the three articles on one machine, and told apart. */
class CombinedTest {
    private static final Article SYSPREP = Bay.article("Q198417");
    private static final Article STORE = Bay.article("Q321454");
    private static final Article METABASE = Bay.article("Q248739");
    private static final String CLONE = "clone";
    private static final String KEY_MISMATCH = "2148073478";
    private static final String STORE_DAMAGED = "2148270091";

    /** A clone of a master with IIS whose Sysprep folder lacks Psysdup2.exe; then its store is damaged. */
    private static Bay withAllThree() {
        Bay bay = Bay.installed(METABASE, Edition.SERVER)
                .perform(METABASE.story().before())
                .perform(METABASE.story().cause())
                .perform(SYSPREP.story().cause())
                .perform(METABASE.story().after());
        bay.perform("- shut down");
        return bay.perform(STORE.story().cause()).perform("- power on", "- log on: Administrator");
    }

    private static List<String> failures(Bay bay, String machine) {
        List<String> failures = new ArrayList<>();
        for (Observation.Event event : bay.at(machine).events(Log.SYSTEM)) {
            if (event.source().equals("Service Control Manager")) {
                failures.add(event.id() + " " + ShownText.plain(event.text()));
            }
        }
        return failures;
    }

    @Test
    @DisplayName("X-02: all three at once: one message, three chains of events, in the order of the start")
    void allThree() {
        Bay bay = withAllThree();

        assertThat(bay.messages(CLONE)).containsExactly(Bay.LONG_MESSAGE);
        List<String> failures = failures(bay, CLONE);
        assertThat(failures)
                .filteredOn(line -> line.startsWith("7000"))
                .hasSize(1)
                .allMatch(line -> line.contains("Psysdup2"));
        assertThat(failures)
                .filteredOn(line -> line.startsWith("7024"))
                .hasSize(1)
                .allMatch(line -> line.contains("Protected Storage") && line.contains(STORE_DAMAGED));
        assertThat(failures).filteredOn(line -> line.startsWith("7001")).hasSize(5);
        int store = indexOf(failures, "7024");
        int admin = indexOf(failures, "7001 The IIS Admin Service");
        int web = indexOf(failures, "7001 The World Wide Web Publishing Service");
        assertThat(store).isLessThan(admin);
        assertThat(admin).isLessThan(web);
        assertThat(failures(withAllThree(), CLONE)).as("the order is fixed").isEqualTo(failures);
    }

    private static int indexOf(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no " + start + " in " + lines);
    }

    @Test
    @DisplayName("X-02: each failure is cured by its own remedy; what is left is the next")
    void oneAfterTheOther() {
        Bay bay = withAllThree();

        List<Remedy.Part> parts = STORE.remedies().get(0).parts();
        bay.steps(parts.get(0), 1, 22).steps(parts.get(2), 1, 7).restart();

        assertThat(failures(bay, CLONE))
                .noneMatch(line -> line.contains(STORE_DAMAGED))
                .anyMatch(line -> line.startsWith("7024") && line.contains(KEY_MISMATCH))
                .anyMatch(line -> line.startsWith("7000") && line.contains("Psysdup2"));

        SYSPREP.remedies().get(1).steps().forEach(step -> bay.perform(step.steps()));
        bay.perform("- log on: Administrator");

        assertThat(failures(bay, CLONE))
                .noneMatch(line -> line.startsWith("7000"))
                .anyMatch(line -> line.startsWith("7024") && line.contains(KEY_MISMATCH));
    }

    @Test
    @DisplayName("X-03: with Protected Storage down IISADMIN gets 7001, not 7024 with the code of a foreign key")
    void storageDownIsNoForeignKey() {
        Bay bay = Bay.on(
                        STORE,
                        Edition.SERVER,
                        Components.install("iis", Components.master(STORE.setting(), Edition.SERVER)))
                .perform(STORE.story().cause())
                .perform(STORE.story().after());

        assertThat(failures(bay, Bay.MASTER))
                .filteredOn(line -> line.contains("The IIS Admin Service service "))
                .hasSize(1)
                .allMatch(line -> line.startsWith("7001") && line.contains("Protected Storage service"));
        assertThat(failures(bay, Bay.MASTER)).noneMatch(line -> line.contains(KEY_MISMATCH));
        assertThat(bay.state(Bay.MASTER, "IISADMIN")).isEqualTo("stopped");

        List<Remedy.Part> parts = STORE.remedies().get(0).parts();
        bay.steps(parts.get(0), 1, 22)
                .steps(parts.get(1), 1, 5)
                .steps(parts.get(2), 1, 7)
                .restart();

        assertThat(bay.state(Bay.MASTER, "IISADMIN")).isEqualTo("running");
        assertThat(bay.state(Bay.MASTER, "W3SVC")).isEqualTo("running");
    }

    @Test
    @DisplayName("X-04: both numbers print unsigned and decimal, in the event and in what a person is told")
    void unsignedNumbers() {
        Bay clone = Bay.broken(METABASE, Edition.SERVER);
        Bay store = Bay.broken(STORE, Edition.SERVER);

        assertThat(clone.texts(CLONE, 7024)).hasSize(1).allMatch(text -> text.endsWith(" " + KEY_MISMATCH));
        assertThat(store.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(text -> text.endsWith(" " + STORE_DAMAGED));
        assertThat(Net.run(clone.door(CLONE), "start iisadmin").lines())
                .contains("A service specific error occurred: " + KEY_MISMATCH + ".");
        assertThat(Net.run(store.door(Bay.MASTER), "start ProtectedStorage").lines())
                .contains("A service specific error occurred: " + STORE_DAMAGED + ".");
    }
}
