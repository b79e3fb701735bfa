package ntbed.tool.mmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import ntbed.machine.Machine;
import ntbed.machine.NetService;
import ntbed.machine.TestMachines;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.trace.TraceText;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The console against a metabase of the test's own. */
class InternetServiceManagerTest {
    private static final String E1 = "Unable to enumerate files and directories because the following error occurred: "
            + "The system cannot find the path specified.";
    private static final String E2 = "Invalid configuration error occurred reading or setting configuration parameter.";
    private static final String SITE = "Default Web Site";

    private final FakeMetabase metabase = new FakeMetabase();

    /** A console that somebody opened, and what came up since. */
    private record Seat(Machine machine, Win32 person, InternetServiceManager console, Hand hand) {
        List<String> boxes() {
            return machine.desktop().shown().stream()
                    .filter(window -> window.title().equals(InternetServiceManager.NAME))
                    .map(Desktop.Dialog::text)
                    .toList();
        }

        void properties(String line) {
            console.select(line);
            assertThat(console.properties()).isPresent();
        }
    }

    private Seat seat() {
        return seat(machine -> {}, "Administrator");
    }

    private Seat seat(Consumer<MachineBuilder> change, String user) {
        MachineBuilder builder = metabase.machine();
        change.accept(builder);
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        Win32 person = machine.logOn(user, "");
        InternetServiceManager console = InternetServiceManager.open(person);
        return new Seat(machine, person, console, new Hand(machine.desktop()));
    }

    private static void withoutService(MachineBuilder machine) {
        machine.set("HKLM\\SYSTEM\\CurrentControlSet\\Services\\IISADMIN", "Start", RegistryValue.dword(4));
    }

    private static AccountDatabase withVisitor(AccountDatabase accounts) {
        AccountDatabase with = accounts.withUser("Visitor", "", "");
        Sid visitor = with.requireUser("Visitor").sid();
        return with.withMember("Users", visitor).withRight(visitor, Privilege.SE_INTERACTIVE_LOGON);
    }

    @Test
    void theTreeOpensLineByLine() {
        Seat seat = seat();
        assertThat(seat.console.tree())
                .containsExactly(
                        "Console Root",
                        "  Internet Information Server",
                        "    TESTER",
                        "      Default FTP Site (Stopped)",
                        "      Default Web Site (Running)",
                        "      Administration Web Site (Stopped)");
        assertThat(seat.console.expand("TESTER")).isTrue();
        assertThat(seat.console.title())
                .isEqualTo("Microsoft Management Console - [Console Root\\Internet Information Server\\TESTER]");
        assertThat(seat.console.expand("Console Root\\Internet Information Server\\TESTER\\Default Web Site"))
                .isTrue();
        assertThat(seat.console.contents()).containsExactly("Scripts", "images", "default.htm");
        assertThat(seat.console.expand("Scripts")).isTrue();
        assertThat(seat.console.contents()).containsExactly("run.asp");
        assertThat(seat.console.expand("images")).isTrue();
        assertThat(seat.console.contents()).containsExactly("a.gif");
        assertThat(seat.boxes()).isEmpty();
    }

    @Test
    void openingStartsTheAdministrationAloneAndLeavesAContainer() {
        Seat seat = seat();
        assertThat(seat.console.state(expanded(seat))).isEqualTo("Running");
        assertThat(seat.person.registry().tree(ClientContainer.KEY)).isPresent();
        assertThat(new NetService(seat.person, () -> {}).control("W3SVC", 1).code())
                .as("not started")
                .isEqualTo(2184);
    }

    private static String expanded(Seat seat) {
        seat.console.expand("TESTER");
        return SITE;
    }

    @Test
    @DisplayName("MB-05: where the metabase cannot be reached all sites are stopped and nothing is said on opening")
    void nothingIsSaidOnOpening() {
        Seat seat = seat(InternetServiceManagerTest::withoutService, "Administrator");
        assertThat(seat.console.expand("TESTER")).isTrue();
        assertThat(seat.console.tree())
                .endsWith(
                        "      Default FTP Site (Stopped)",
                        "      Default Web Site (Stopped)",
                        "      Administration Web Site (Stopped)");
        assertThat(seat.boxes()).isEmpty();
    }

    @Test
    @DisplayName("MB-05: opening a Web site that cannot be read gives the first message, properties the second")
    void theTwoMessages() {
        Seat seat = seat(InternetServiceManagerTest::withoutService, "Administrator");
        seat.console.expand("TESTER");
        assertThat(seat.console.expand(SITE)).isFalse();
        assertThat(seat.boxes()).containsExactly(E1);
        seat.hand.click("OK");
        assertThat(seat.console.properties()).isEmpty();
        assertThat(seat.boxes()).containsExactly(E1, E2);
        seat.hand.click("OK");
        seat.console.select("TESTER");
        assertThat(seat.console.properties()).isEmpty();
        assertThat(seat.boxes()).containsExactly(E1, E2, E2);
        seat.hand.click("OK");
        seat.console.select("Default FTP Site");
        assertThat(seat.console.expand("Default FTP Site")).isFalse();
        assertThat(seat.boxes()).hasSize(3);
    }

    @Test
    void somebodyWhoIsNoAdministratorSeesStoppedSitesAndTheFirstMessage() {
        Seat seat = seat(machine -> machine.accounts(InternetServiceManagerTest::withVisitor), "Visitor");
        seat.console.expand("TESTER");
        assertThat(seat.console.state(SITE)).isEqualTo("Stopped");
        assertThat(seat.console.expand(SITE)).isFalse();
        assertThat(seat.boxes()).containsExactly(E1);
        assertThat(seat.person.registry().tree(ClientContainer.KEY)).isEmpty();
    }

    @Test
    void aStaleContainerShutsTheUserOutUntilItIsDeleted() {
        Seat seat = seat();
        seat.person.registry().setValue(ClientContainer.KEY, "Owner", RegistryValue.sz("somebody else"));
        seat.console.refresh();
        seat.console.expand("TESTER");
        assertThat(seat.console.state(SITE)).isEqualTo("Stopped");
        assertThat(seat.console.expand(SITE)).isFalse();
        assertThat(seat.boxes()).containsExactly(E1);
        seat.hand.click("OK");
        seat.person.registry().deleteKey(ClientContainer.KEY);
        seat.console.refresh();
        seat.console.expand("TESTER");
        assertThat(seat.console.state(SITE)).isEqualTo("Running");
        assertThat(seat.console.expand(SITE)).isTrue();
        assertThat(seat.boxes()).hasSize(1);
    }

    @Test
    void aMissingHomeDirectoryGivesTheFirstMessageForThatSiteAlone() {
        Seat seat = seat();
        seat.console.expand("TESTER");
        assertThat(seat.console.expand("Administration Web Site")).isFalse();
        assertThat(seat.boxes()).containsExactly(E1);
        seat.hand.click("OK");
        assertThat(seat.console.expand(SITE)).isTrue();
        assertThat(seat.console.state(SITE)).isEqualTo("Running");
        seat.properties("Administration Web Site");
        assertThat(seat.boxes()).hasSize(1);
    }

    @Test
    void aShareThatIsNotThereIsToldByItsOwnError() {
        metabase.key("/LM/W3SVC/1/ROOT").put(3001, "3001\t1\t2\tSTRING\t\\\\\\\\OTHER\\\\share");
        Seat seat = seat();
        seat.console.expand("TESTER");
        assertThat(seat.console.expand(SITE)).isFalse();
        assertThat(seat.boxes())
                .containsExactly(
                        E1.replace("The system cannot find the path specified.", "The network name cannot be found."));
    }

    @Test
    void anObjectThatEndsUnderTheConsoleIsNoneOfTheTwo() {
        Seat seat = seat();
        seat.console.expand("TESTER");
        assertThat(new NetService(seat.person, () -> {}).control("IISADMIN", 1).code())
                .isZero();
        seat.person.sleep(1);
        assertThat(seat.console.expand(SITE)).isFalse();
        assertThat(seat.console.properties()).isEmpty();
        assertThat(seat.boxes()).containsExactly("The RPC server is unavailable.", "The RPC server is unavailable.");
    }

    @Test
    void theConsoleNeedsItsLibraryOnTheDisk() {
        MachineBuilder builder = metabase.machine().delete(FakeMetabase.INETSRV + "iisui.dll");
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        Win32 person = machine.logOn("Administrator", "");
        assertThatThrownBy(() -> InternetServiceManager.open(person))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
    }

    @Test
    void linesThatAreNotInSightAndMenusThatALineHasNotAreRefused() {
        Seat seat = seat();
        assertThatThrownBy(() -> seat.console.select("Scripts")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seat.console.properties()).hasMessageContaining("no Properties");
        seat.console.expand("TESTER");
        assertThatThrownBy(() -> seat.console.start()).hasMessageContaining("is no site");
        seat.console.select(SITE);
        assertThatThrownBy(() -> seat.console.start()).hasMessageContaining("Start is grey");
        assertThatThrownBy(() -> seat.console.backupRestore()).hasMessageContaining("no Backup/Restore");
        assertThatThrownBy(() -> PersonalWebManager.open(seat.person)).isInstanceOf(NotSimulatedException.class);
    }

    @Test
    void aSiteIsStoppedPausedAndStarted() {
        Seat seat = seat();
        seat.console.expand("TESTER");
        seat.console.select(SITE);
        assertThat(seat.console.pause()).isTrue();
        assertThat(seat.console.state(SITE)).isEqualTo("Paused");
        assertThat(seat.console.resume()).isTrue();
        assertThat(seat.console.stop()).isTrue();
        assertThat(seat.console.state(SITE)).isEqualTo("Stopped");
        assertThat(seat.console.start()).isTrue();
        assertThat(seat.console.state(SITE)).isEqualTo("Running");
        assertThat(new NetService(seat.person, () -> {}).control("W3SVC", 1).code())
                .as("the service was started first")
                .isZero();
        assertThat(seat.boxes()).isEmpty();
    }

    @Test
    void aSiteWhoseServiceDoesNotStartSaysWhy() {
        Seat seat = seat(InternetServiceManagerTest::withoutService, "Administrator");
        seat.console.expand("TESTER");
        seat.console.select(SITE);
        assertThat(seat.console.start()).isFalse();
        assertThat(seat.boxes()).containsExactly("The dependency service or group failed to start.");
    }

    @Test
    void everyRunIsTheSame() {
        assertThat(story()).isEqualTo(story());
    }

    private String story() {
        FakeMetabase fresh = new FakeMetabase();
        Machine machine = TestMachines.powerOn(fresh.machine().build());
        machine.boot();
        InternetServiceManager console = InternetServiceManager.open(machine.logOn("Administrator", ""));
        console.expand("TESTER");
        console.expand(SITE);
        console.properties();
        return TraceText.of(machine.trace().events());
    }
}
