package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.scenario.Step.ToolVerb;
import ntbed.tool.services.ServicesApplet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Q321454, parts 2 and 3: Internet Explorer is repaired, and Protected Storage installed again. */
class Q321454RepairTest {
    private static final Article ARTICLE = Bay.article("Q321454");
    private static final List<Remedy.Part> PARTS = ARTICLE.remedies().get(0).parts();
    private static final Remedy.Part REPAIR = PARTS.get(1);
    private static final Remedy.Part REINSTALL = PARTS.get(2);
    private static final String SERVICE = "ProtectedStorage";
    private static final String ENTRY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";
    private static final String SET = "C:\\Program Files\\Internet Explorer\\Setup\\Files\\";

    private static Bay broken() {
        return Bay.broken(ARTICLE, Edition.SERVER);
    }

    private static Bay withoutExplorer() {
        return Bay.on(ARTICLE, Edition.SERVER, Components.base(Edition.SERVER, 4))
                .perform(ARTICLE.story().cause())
                .perform(ARTICLE.story().after());
    }

    /** The broken machine after part 1 and some steps of part 2. */
    private static Bay repaired(int step) {
        return broken().steps(PARTS.get(0), 1, 22).steps(REPAIR, 1, step);
    }

    /** After part 1, part 2 and some steps of part 3. */
    private static Bay reinstalled(int step) {
        return repaired(5).steps(REINSTALL, 1, step);
    }

    private static void assertCured(Bay bay) {
        assertThat(bay.state(Bay.MASTER, SERVICE)).isEqualTo("running");
        assertThat(bay.events(Bay.MASTER, 7024)).isEmpty();
        assertThat(bay.messages(Bay.MASTER)).isEmpty();
    }

    @Test
    @DisplayName("S2-23: after all three parts the next start is clean")
    void allParts() {
        Bay bay = reinstalled(7).restart();

        assertCured(bay);
        assertThat(bay.at(Bay.MASTER).events(Log.SYSTEM))
                .noneMatch(event -> event.text().contains("Protected Storage"));
    }

    @Test
    @DisplayName("S2-50: part 2 is skipped on a machine without a later Internet Explorer, and the rest works")
    void onlyWithExplorer() {
        Check condition = REPAIR.onlyIf().get(0).check();
        assertThat(condition.present(broken().at(Bay.MASTER)).holds()).isTrue();
        Bay without = withoutExplorer();
        assertThat(condition.present(without.at(Bay.MASTER)).holds()).isFalse();

        without.steps(PARTS.get(0), 1, 22).steps(REINSTALL, 1, 7);

        assertThat(without.state(Bay.MASTER, SERVICE)).isEqualTo("running");
        assertCured(without.restart());
    }

    @Test
    @DisplayName("S2-51: Add/Remove Programs shows a list of programs")
    void programList() {
        Bay bay = repaired(1);

        assertThat(bay.at(Bay.MASTER).toolWindow()).contains("Add/Remove Programs Properties");
        assertThat(bay.at(Bay.MASTER).toolLines()).isNotEmpty();
    }

    @Test
    @DisplayName("S2-52: Internet Explorer is in it, with its version")
    void listEntry() {
        assertThat(repaired(1).at(Bay.MASTER).toolLines())
                .anyMatch(line -> line.startsWith("Microsoft Internet Explorer 4"));
        assertThat(repaired(2).front(Bay.MASTER)).isNotEqualTo("nothing");
    }

    @Test
    @DisplayName("S2-53: repairing it is offered")
    void repairOffered() {
        assertThat(repaired(2).front(Bay.MASTER)).contains("Repair Internet Explorer");
        assertThat(repaired(3).front(Bay.MASTER)).endsWith("?");
    }

    @Test
    @DisplayName("S2-54: after Yes, and the restart for those in use, the four files are those of Internet Explorer")
    void files() {
        Bay altered = broken().perform("- append: {file: 'C:\\WINNT\\System32\\psbase.dll', bytes: 46 75 6E}")
                .perform("- delete file: C:\\WINNT\\System32\\pstorerc.dll");
        assertThat(same(altered, "psbase.dll")).isFalse();

        altered.steps(PARTS.get(0), 1, 22).steps(REPAIR, 1, 4);
        assertThat(same(altered, "pstores.exe")).isTrue();
        assertThat(same(altered, "psbase.dll")).isTrue();
        altered.steps(REPAIR, 5, 5);

        for (String name : List.of("pstores.exe", "psbase.dll", "pstorec.dll", "pstorerc.dll")) {
            assertThat(same(altered, name)).as(name).isTrue();
        }
    }

    private static boolean same(Bay bay, String name) {
        return bay.sees(Bay.MASTER, "same files: ['" + SET + name + "', 'C:\\WINNT\\System32\\" + name + "']");
    }

    @Test
    @DisplayName("S2-55: after the restart there is no 7024; a dependent service misses a service that does not exist")
    void restart() {
        Bay bay = repaired(5);
        assertThat(bay.events(Bay.MASTER, 7024)).isEmpty();
        assertThat(bay.at(Bay.MASTER).service(SERVICE)).isEmpty();

        Bay dependent = Bay.on(
                        ARTICLE,
                        Edition.SERVER,
                        Components.install("iis", Components.master(ARTICLE.setting(), Edition.SERVER)))
                .perform(ARTICLE.story().cause())
                .perform(ARTICLE.story().after())
                .steps(PARTS.get(0), 1, 22)
                .steps(REPAIR, 1, 5)
                .perform("- log on: Administrator");
        assertThat(dependent.events(Bay.MASTER, 7024)).isEmpty();
        assertThat(dependent.texts(Bay.MASTER, 7003))
                .hasSize(1)
                .allMatch(text -> text.startsWith("The IIS Admin Service service depends on the following nonexistent")
                        && text.endsWith("ProtectedStorage"));
        assertThat(dependent.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
    }

    @Test
    @DisplayName("S2-56: a plain user gets the two events of ProtectedStorage in the Application log instead")
    void plainUser() {
        Bay joe = repaired(5)
                .perform("- log on: Administrator", "- add user: {name: Joe, groups: [Users]}", "- log on: Joe")
                .steps(REINSTALL, 2, 5);

        assertThat(joe.at(Bay.MASTER).events(Log.APPLICATION))
                .filteredOn(event -> event.source().equals("ProtectedStorage"))
                .extracting(event -> ShownText.plain(event.text()))
                .containsExactly(
                        "ProtectedStorage error: 5; OpenSCManager failed",
                        "ProtectedStorage error: 203; Install Service failed");
        assertThat(joe.sees(Bay.MASTER, "no key: '" + ENTRY + "'")).isTrue();
    }

    @Test
    @DisplayName("S2-57: cmd shows its prompt")
    void prompt() {
        assertThat(reinstalled(2).at(Bay.MASTER).toolLines()).anyMatch(line -> line.endsWith(">"));
    }

    @Test
    @DisplayName(
            "S2-58, S2-59: cd\\\\winnt\\\\system32, typed as printed, leads to System32 on the drive of Windows NT")
    void changeDirectory() {
        assertThat(REINSTALL.steps().get(2).steps())
                .anyMatch(step -> step.written().endsWith("cd\\winnt\\system32"));
        Bay bay = reinstalled(3);

        assertThat(bay.at(Bay.MASTER).toolLines()).contains("C:\\WINNT\\System32>");
        assertThat(bay.door(Bay.MASTER).environment().expand("%SystemDrive%")).isEqualTo("C:");
    }

    @Test
    @DisplayName("S2-60: pstores.exe -install makes the key, sets Start to 2 and starts the service")
    void install() {
        Bay bay = reinstalled(4);

        assertThat(bay.sees(Bay.MASTER, "value: {key: '" + ENTRY + "', name: Start, data: 'REG_DWORD: 0x2'}"))
                .isTrue();
        assertThat(bay.at(Bay.MASTER).service(SERVICE))
                .contains(new Observation.Service(SERVICE, "running", "automatic", 0));
    }

    @Test
    @DisplayName("S2-61: before part 1 it refreshes the entry, and the start fails with the same number")
    void installTooEarly() {
        Bay bay = broken().perform(
                        "- set value: {key: '" + ENTRY + "', name: DisplayName, type: REG_SZ, data: Something}",
                        "- log on: Administrator")
                .steps(REINSTALL, 2, 4);

        assertThat(bay.at(Bay.MASTER).value(ENTRY, "DisplayName"))
                .hasValueSatisfying(value -> assertThat(value).contains("Protected Storage"));
        assertThat(bay.state(Bay.MASTER, SERVICE)).isEqualTo("stopped");
        assertThat(bay.texts(Bay.MASTER, 7024))
                .hasSize(2)
                .allMatch(text -> text.endsWith("service-specific error 2148270091"));
    }

    @Test
    @DisplayName("S2-62: the prompt is closed")
    void closePrompt() {
        assertThat(reinstalled(5).at(Bay.MASTER).toolWindow()).isEmpty();
    }

    @Test
    @DisplayName("S2-63: Services lists Protected Storage")
    void services() {
        assertThat(reinstalled(6).at(Bay.MASTER).toolLines()).anyMatch(line -> line.startsWith("Protected Storage"));
    }

    @Test
    @DisplayName("S2-64: its status is Started, its startup Automatic")
    void row() {
        Bay bay = reinstalled(7).use(ToolVerb.CLOSE, "");

        try (ServicesApplet applet = ServicesApplet.open(bay.door(Bay.MASTER))) {
            assertThat(applet.row("Protected Storage"))
                    .contains(new ServicesApplet.Row("Protected Storage", "Started", "Automatic"));
        }
    }

    @Test
    @DisplayName("S2-65: the next start is clean, and the one after it")
    void nextStart() {
        Bay bay = reinstalled(7).restart();
        assertCured(bay);
        assertCured(bay.restart());
    }
}
