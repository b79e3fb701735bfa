package ntbed.tool.mmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.machine.Machine;
import ntbed.machine.NetService;
import ntbed.machine.TestMachines;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Property sheets and backups, against a metabase of the test's own. */
class SheetsTest {
    private static final String E2 = "Invalid configuration error occurred reading or setting configuration parameter.";

    private final FakeMetabase metabase = new FakeMetabase();
    private Machine machine;
    private Win32 person;
    private InternetServiceManager console;
    private Hand hand;

    @BeforeEach
    void open() {
        machine = TestMachines.powerOn(metabase.machine().build());
        machine.boot();
        person = machine.logOn("Administrator", "");
        console = InternetServiceManager.open(person);
        console.expand("TESTER");
        hand = new Hand(machine.desktop());
    }

    private void properties(String line) {
        console.select(line);
        assertThat(console.properties()).isPresent();
    }

    private List<String> front() {
        return hand.window().orElseThrow().window().lines();
    }

    private String title() {
        return hand.window().map(Desktop.Dialog::title).orElse("");
    }

    private String stored(String path, int id) {
        return metabase.key(path).getOrDefault(id, "");
    }

    @Test
    void aWebSitesSheetShowsWhatTheMetabaseHolds() {
        properties("Default Web Site");
        assertThat(title()).isEqualTo("Default Web Site Properties");
        assertThat(front()).contains("Description: Default Web Site", "IP Address: (All Unassigned)", "TCP Port: 80");
        hand.click("Home Directory");
        assertThat(front())
                .contains("Local Path: C:\\Inetpub\\wwwroot", "[x] Read", "[ ] Write", "[x] Script")
                .doesNotContain("TCP Port: 80");
        hand.click("Directory Security");
        assertThat(front()).contains("Anonymous User: IUSR_TESTER", "[x] Enable Automatic Password Synchronization");
        hand.click("Cancel");
        assertThat(hand.window()).isEmpty();
        assertThat(metabase.asked).noneMatch(request -> request.startsWith("SetData"));
    }

    @Test
    void theOtherSheets() {
        properties("TESTER");
        assertThat(front())
                .contains("Master Properties:", "FTP Service", "WWW Service")
                .doesNotContain("SMTP Service");
        hand.click("OK");
        properties("Default FTP Site");
        assertThat(front()).contains("Description: Default FTP Site", "TCP Port: 21");
        hand.click("Home Directory");
        assertThat(front()).contains("Local Path: C:\\Inetpub\\ftproot").noneMatch(line -> line.contains("Script"));
        hand.click("OK");
        console.expand("Default Web Site");
        properties("Scripts");
        assertThat(front()).contains("Local Path: C:\\Inetpub\\scripts", "[x] Read");
        hand.click("OK");
        properties("images");
        assertThat(front()).contains("[x] Read").noneMatch(line -> line.startsWith("Local Path"));
        assertThat(metabase.asked).noneMatch(request -> request.startsWith("SetData"));
    }

    @Test
    void whatIsTypedIsWrittenByApplyAndKeepsWhatElseThePropertyIs() {
        properties("Default Web Site");
        hand.type("TCP Port: 8081");
        hand.click("Home Directory");
        hand.tick("Write");
        hand.click("Apply");
        assertThat(title()).isEqualTo("Default Web Site Properties");
        assertThat(stored("/LM/W3SVC/1", 1023)).isEqualTo("1023\t0\t1\tMULTISZ\t:8081:\t10.0.0.1:8080:other");
        assertThat(stored("/LM/W3SVC/1/ROOT", 6016)).isEqualTo("6016\t1\t2\tDWORD\t515");
        assertThat(front()).contains("[x] Write");
        hand.type("Local Path: D:\\web");
        hand.click("OK");
        assertThat(hand.window()).isEmpty();
        assertThat(stored("/LM/W3SVC/1/ROOT", 3001)).isEqualTo("3001\t1\t2\tSTRING\tD:\\\\web");
    }

    @Test
    void aSiteThatIsRenamedIsRenamedInTheTreeWhichStaysOpen() {
        console.expand("Default Web Site");
        properties("Default Web Site");
        hand.type("Description: Intranet");
        hand.click("OK");
        assertThat(console.tree()).contains("      Intranet (Running)", "        Scripts");
    }

    @Test
    void aDirectoryOfTheDiskGetsItsKeyWithItsFirstSetting() {
        console.expand("Default Web Site");
        properties("images");
        hand.untick("Read");
        hand.click("OK");
        assertThat(stored("/LM/W3SVC/1/ROOT/images", 6016)).isEqualTo("6016\t1\t2\tDWORD\t512");
        assertThat(console.expand("Default Web Site")).isTrue();
        assertThat(console.contents()).containsOnlyOnce("images");
    }

    @Test
    void aBadEntryIsToldInFrontOfTheSheetWhichStays() {
        properties("Default Web Site");
        hand.type("TCP Port: 0");
        hand.click("OK");
        assertThat(front()).containsExactly("The TCP port must be a number from 1 to 65535.");
        hand.click("OK");
        assertThat(front()).contains("TCP Port: 0");
        hand.type("TCP Port: 65535");
        hand.click("Home Directory");
        hand.type("Local Path: ");
        hand.click("Apply");
        assertThat(front()).containsExactly("A local path must be entered.");
        assertThat(stored("/LM/W3SVC/1", 1023)).contains(":80:");
    }

    @Test
    void aSettingThatTheMetabaseRefusesIsAnInvalidConfiguration() {
        properties("Default Web Site");
        metabase.keys.remove("/LM/W3SVC/1");
        hand.type("Description: x");
        hand.click("OK");
        assertThat(front()).containsExactly(E2);
        hand.click("OK");
        assertThat(title()).isEqualTo("Default Web Site Properties");
    }

    @Test
    void aMetabaseThatWentAwayIsToldAsSuch() {
        properties("Default Web Site");
        hand.type("Description: x");
        assertThat(new NetService(person, () -> {}).control("IISADMIN", 1).code())
                .isZero();
        person.sleep(1);
        hand.click("Apply");
        assertThat(front()).containsExactly("The RPC server is unavailable.");
    }

    @Test
    void tabsWithoutAnythingBehindThemRefuseByName() {
        properties("Default Web Site");
        assertThatThrownBy(() -> hand.click("ISAPI Filters"))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("ISAPI Filters");
        assertThat(title()).isEqualTo("Default Web Site Properties");
    }

    @Test
    void backupsAreMadeDeletedAndAForeignOneIsRefused() {
        console.select("TESTER");
        assertThat(console.backupRestore()).isPresent();
        hand.click("Create backup");
        hand.type("before");
        hand.click("OK");
        assertThat(front()).containsExactly("Backups:", "before, 0");
        hand.click("Restore");
        assertThat(front()).as("nothing is selected").containsExactly("Backups:", "before, 0");
        hand.select("before, 0");
        hand.click("Restore");
        assertThat(front()).containsExactly(ConsoleText.RESTORE_QUESTION);
        hand.click("No");
        hand.select("before, 0");
        hand.click("Restore");
        hand.click("Yes");
        assertThat(front()).containsExactly("Invalid Signature.");
        hand.click("OK");
        hand.select("before, 0");
        hand.click("Delete");
        assertThat(front()).containsExactly("Backups:");
        hand.click("Close");
        assertThat(metabase.backups).isEmpty();
        assertThat(hand.window()).isEmpty();
    }
}
