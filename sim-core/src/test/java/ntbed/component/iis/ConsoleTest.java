package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.NetService;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.tool.mmc.InternetServiceManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Internet Service Manager and the real metabase: a healthy machine, and a clone. */
class ConsoleTest {
    private static final String E1 = "Unable to enumerate files and directories because the following error occurred: "
            + "The system cannot find the path specified.";
    private static final String E2 = "Invalid configuration error occurred reading or setting configuration parameter.";
    private static final String SITE = "Default Web Site";

    private static List<String> boxes(Machine machine) {
        return machine.desktop().shown().stream()
                .filter(window -> window.title().equals(InternetServiceManager.NAME))
                .map(Desktop.Dialog::text)
                .toList();
    }

    private static List<String> front(Hand hand) {
        return hand.window().orElseThrow().window().lines();
    }

    @Test
    @DisplayName("MB-05: on a clone a Web site gives the first message, properties the second; opening gives none")
    void theTwoMessagesOfAClone() {
        Machine clone = IisMachines.cloneOf(IisMachines.server(), 7);
        Win32 person = clone.logOn("Administrator", "");
        clone.runForMillis(60_000);
        assertThat(boxes(clone)).as("nothing without the console").isEmpty();
        InternetServiceManager console = InternetServiceManager.open(person);
        assertThat(console.tree()).contains("      Default Web Site (Stopped)", "      Default FTP Site (Stopped)");
        assertThat(boxes(clone)).isEmpty();
        assertThat(IisMachines.events(clone, 10005)).as("DCOM tried").hasSize(1);
        assertThat(console.expand(SITE)).isFalse();
        assertThat(boxes(clone)).containsExactly(E1);
        assertThat(console.properties()).isEmpty();
        console.select("CLONE");
        assertThat(console.properties()).isEmpty();
        assertThat(boxes(clone)).containsExactly(E1, E2, E2);
        console.close();
        clone.runForMillis(60_000);
        assertThat(boxes(clone)).hasSize(3);
    }

    @Test
    @DisplayName("MB-05: neither message on the master, whose sites run")
    void theMasterShowsNeither() {
        Machine master = IisMachines.booted(IisMachines.server(), 3);
        InternetServiceManager console = InternetServiceManager.open(master.logOn("Administrator", ""));
        assertThat(console.tree())
                .containsSubsequence("      Default FTP Site (Running)", "      Default Web Site (Running)");
        assertThat(console.expand(SITE)).isTrue();
        assertThat(console.contents()).contains("default.htm");
        assertThat(console.properties()).isPresent();
        Hand hand = new Hand(master.desktop());
        assertThat(hand.window()).as("a hand sees what came up after it").isEmpty();
        assertThat(boxes(master)).isEmpty();
    }

    @Test
    @DisplayName("MB-06: the console manages Personal Web Server on Workstation and fails on its clone")
    void workstation() {
        MachineImage image = IisMachines.workstation();
        Machine master = IisMachines.booted(image, 3);
        InternetServiceManager console = InternetServiceManager.open(master.logOn("Administrator", ""));
        assertThat(console.tree()).endsWith("      Default Web Site (Running)");
        assertThat(console.expand(SITE)).isTrue();
        Machine clone = IisMachines.cloneOf(image, 9);
        InternetServiceManager broken = InternetServiceManager.open(clone.logOn("Administrator", ""));
        assertThat(broken.tree()).endsWith("      Default Web Site (Stopped)");
        assertThat(broken.expand(SITE)).isFalse();
        assertThat(broken.properties()).isEmpty();
        assertThat(boxes(clone)).containsExactly(E1, E2);
    }

    @Test
    void settingsReachTheMetabaseAndOutliveARestart() {
        Machine machine = IisMachines.booted(IisMachines.server(), 3);
        InternetServiceManager console = InternetServiceManager.open(machine.logOn("Administrator", ""));
        Hand hand = new Hand(machine.desktop());
        console.select(SITE);
        console.properties();
        assertThat(front(hand)).contains("TCP Port: 80");
        hand.type("Description: Intranet");
        hand.type("TCP Port: 8080");
        hand.click("Directory Security");
        assertThat(front(hand)).anyMatch(line -> line.startsWith("Anonymous User: IUSR_"));
        hand.click("OK");
        assertThat(boxes(machine)).isEmpty();
        assertThat(console.tree()).contains("      Intranet (Running)");
        machine.restart().boot();
        InternetServiceManager again = InternetServiceManager.open(machine.logOn("Administrator", ""));
        Hand second = new Hand(machine.desktop());
        again.select("Intranet");
        again.properties();
        assertThat(front(second)).contains("TCP Port: 8080");
    }

    @Test
    void aSiteIsStoppedAndStarted() {
        Machine machine = IisMachines.booted(IisMachines.server(), 3);
        Win32 person = machine.logOn("Administrator", "");
        InternetServiceManager console = InternetServiceManager.open(person);
        console.select(SITE);
        assertThat(console.stop()).isTrue();
        assertThat(console.state(SITE)).isEqualTo("Stopped");
        assertThat(console.start()).isTrue();
        assertThat(console.state(SITE)).isEqualTo("Running");
        assertThat(console.pause()).isTrue();
        assertThat(console.resume()).isTrue();
        assertThat(new NetService(person, () -> {}).control("W3SVC", 1).code()).isZero();
        assertThat(console.state(SITE)).isEqualTo("Stopped");
        assertThat(console.start()).as("starts the service first").isTrue();
        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(4);
        assertThat(boxes(machine)).isEmpty();
    }

    @Test
    @DisplayName("a backup made in the console comes back on the same machine")
    void aBackupComesBackOnItsOwnMachine() {
        Machine machine = IisMachines.booted(IisMachines.server(), 3);
        InternetServiceManager console = InternetServiceManager.open(machine.logOn("Administrator", ""));
        Hand hand = new Hand(machine.desktop());
        console.select(machine.asSystem().computerName());
        console.backupRestore();
        hand.click("Create backup");
        hand.type("good");
        hand.click("OK");
        assertThat(front(hand)).contains("good, 0");
        hand.click("Close");
        console.select(SITE);
        console.properties();
        hand.type("Description: Changed");
        hand.click("OK");
        console.select(machine.asSystem().computerName());
        console.backupRestore();
        hand.select("good, 0");
        hand.click("Restore");
        hand.click("Yes");
        hand.click("Close");
        assertThat(boxes(machine)).isEmpty();
        assertThat(console.tree()).anyMatch(line -> line.contains(SITE)).noneMatch(line -> line.contains("Changed"));
    }

    @Test
    void anUnfitBackupNameIsTold() {
        Machine machine = IisMachines.booted(IisMachines.server(), 3);
        InternetServiceManager console = InternetServiceManager.open(machine.logOn("Administrator", ""));
        Hand hand = new Hand(machine.desktop());
        console.select(machine.asSystem().computerName());
        console.backupRestore();
        hand.click("Create backup");
        hand.type("not good!");
        hand.click("OK");
        assertThat(boxes(machine)).hasSize(1).first().asString().startsWith("The filename, directory name");
    }
}
