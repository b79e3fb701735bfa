package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.booted;
import static ntbed.component.sysprep.TestMasters.cloneOf;
import static ntbed.component.sysprep.TestMasters.complete;
import static ntbed.component.sysprep.TestMasters.events;
import static ntbed.component.sysprep.TestMasters.exists;
import static ntbed.component.sysprep.TestMasters.incomplete;
import static ntbed.component.sysprep.TestMasters.logOn;
import static ntbed.component.sysprep.TestMasters.prepared;
import static ntbed.component.sysprep.TestMasters.run;
import static ntbed.component.sysprep.TestMasters.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventType;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool that may be missing: from the folder on the master to what a clone shows. */
class Psysdup2Test {
    private static final int FAILED_TO_START = 7000;
    private static final String MASTERS_ID = "53491-111-1111111-00097";
    private static final NtPath SETUP_TABLE =
            NtPath.of("C:\\Program Files\\Microsoft Office\\Office\\Setup\\off97pro.stf");

    @Test
    @DisplayName("PD-01: with a complete folder the file and the entry are there, and a clone logs no 7000")
    void completeFolder() {
        MachineImage image = prepared(complete());
        Machine clone = cloneOf(image, 2, "CLONE");
        assertThat(exists(clone, TestMasters.INSTALLED_PSYSDUP2)).isTrue();
        assertThat(start(clone)).isEqualTo(2);
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).isEmpty();
        assertThat(clone.desktop().shown()).isEmpty();
    }

    @Test
    @DisplayName("PD-02: without the file Sysprep succeeds all the same: the entry is there, the file is not")
    void incompleteFolder() {
        Machine master = booted(incomplete().build(), 1);
        run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe -quiet");
        assertThat(master.isOn()).isFalse();
        Machine clone = cloneOf(master.shutDown(), 2, "CLONE");
        assertThat(start(clone)).isEqualTo(2);
        assertThat(clone.asSystem().registry().value(TestMasters.SERVICE, "ImagePath"))
                .contains(RegistryValue.expandSz("%SystemRoot%\\System32\\Psysdup2.exe"));
        assertThat(exists(clone, TestMasters.INSTALLED_PSYSDUP2)).isFalse();
    }

    @Test
    @DisplayName("PD-03: a clone of it logs exactly one 7000 and shows exactly one message, at every boot")
    void theFailure() {
        Machine clone = cloneOf(prepared(incomplete()), 2, "CLONE");
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).singleElement().satisfies(event -> {
            assertThat(event.source()).isEqualTo("Service Control Manager");
            assertThat(event.type()).isEqualTo(EventType.ERROR);
            assertThat(event.user()).isEmpty();
            assertThat(event.category()).isZero();
            assertThat(event.computer()).isEqualTo("CLONE");
            assertThat(clone.asSystem().eventLog().description(event))
                    .isEqualToNormalizingWhitespace("The Psysdup2 service failed to start due to the following error: "
                            + "The system cannot find the file specified.");
        });
        assertThat(clone.desktop().shown())
                .extracting(Desktop.Dialog::text)
                .containsExactly("At least one service failed to start.");

        clone.restart();
        clone.boot();
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).hasSize(2);
        assertThat(clone.desktop().shown())
                .singleElement()
                .satisfies(box -> assertThat(box.text()).startsWith("At least one service or driver failed"));
    }

    @Test
    @DisplayName("PD-04: nothing is logged while Setupcl and the wizard run; the event comes after the restart")
    void notBeforeTheWizardIsOver() {
        Machine clone = booted(prepared(incomplete()), 2);
        assertThat(clone.desktop().open()).isNotEmpty();
        assertThat(clone.trace().events()).noneMatch(TraceEvent.EventLogged.class::isInstance);
        WizardPerson person = WizardPerson.naming("CLONE");
        while (person.answerOne(clone.desktop())) {
            clone.boot();
        }
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);
    }

    @Test
    @DisplayName("PD-05: two clones behave alike and do not influence each other or the master")
    void twoClones() {
        MachineImage image = prepared(incomplete());
        Machine first = cloneOf(image, 2, "FIRST");
        Machine second = cloneOf(image, 3, "SECOND");
        setStart(first, 4);
        assertThat(start(second)).isEqualTo(2);
        assertThat(events(first, FAILED_TO_START)).hasSize(1);
        assertThat(events(second, FAILED_TO_START)).hasSize(1);
        assertThat(start(cloneOf(image, 4, "THIRD"))).isEqualTo(2);
    }

    @Test
    @DisplayName("PD-06: Start 4 and a restart: no event, no message; without the restart nothing changes")
    void disabled() {
        Machine clone = cloneOf(prepared(incomplete()), 2, "CLONE");
        logOn(clone);
        setStart(clone, 4);
        clone.settle();
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);

        clone.restart();
        clone.boot();
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);
        assertThat(clone.desktop().shown()).isEmpty();
    }

    @Test
    @DisplayName("PD-07: Start 3: no event at boot; a start by hand gives error 2")
    void manual() {
        Machine clone = cloneOf(prepared(incomplete()), 2, "CLONE");
        setStart(clone, 3);
        clone.restart();
        clone.boot();
        Win32 door = logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);
        assertThatThrownBy(() -> startService(door))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
    }

    @Test
    @DisplayName("PD-08: completing the folder and running Sysprep again cures new clones, not old ones")
    void remedyOnTheMaster() {
        MachineImage broken = prepared(incomplete());
        Machine oldClone = cloneOf(broken, 2, "OLD");

        Machine master = cloneOf(broken, 3, "MASTER");
        master.insert('D', SourceDisc.version11());
        Win32 door = master.logOn("Administrator", "");
        run(master, door, "expand D:\\*.* C:\\Sysprep");
        assertThat(ToolSet.names()).allMatch(name -> TestMasters.exists(master, "C:\\Sysprep\\" + name));
        run(master, door, "C:\\Sysprep\\Sysprep.exe -quiet");
        Machine newClone = cloneOf(master.shutDown(), 4, "NEW");
        logOn(newClone);
        assertThat(events(newClone, FAILED_TO_START))
                .as("only the one that the master itself had logged")
                .hasSize(1);
        assertThat(newClone.desktop().shown()).isEmpty();

        oldClone.restart();
        oldClone.boot();
        assertThat(events(oldClone, FAILED_TO_START)).hasSize(2);
    }

    @Test
    @DisplayName("PD-09: the first log-on changes the Office 97 product ID; the second does not, nor does no log-on")
    void officeProductId() {
        MachineImage image = prepared(withOffice(complete()));
        Machine clone = cloneOf(image, 2, "CLONE");
        clone.settle();
        assertThat(officeId(clone)).isEqualTo(MASTERS_ID);
        logOn(clone);
        String own = officeId(clone);
        assertThat(own).isNotEqualTo(MASTERS_ID).hasSameSizeAs(MASTERS_ID);

        clone.restart();
        clone.boot();
        logOn(clone);
        assertThat(officeId(clone)).isEqualTo(own);
        assertThat(clone.asSystem().registry().tree(TestMasters.SERVICE)).isEmpty();
        Machine other = cloneOf(image, 3, "OTHER");
        logOn(other);
        assertThat(officeId(other)).isNotEqualTo(own);
    }

    @Test
    @DisplayName("PD-10: without Psydo957.dll the product ID stays, and nothing fails")
    void withoutTheLibrary() {
        MachineBuilder master = withOffice(complete()).delete("C:\\Sysprep\\Psydo957.dll");
        Machine clone = cloneOf(prepared(master), 2, "CLONE");
        logOn(clone);
        assertThat(officeId(clone)).isEqualTo(MASTERS_ID);
        assertThat(clone.asSystem().eventLog().readEventLog(Log.SYSTEM))
                .noneMatch(event -> event.type() == EventType.ERROR && event.eventId() != 6008);
        assertThat(clone.desktop().shown()).isEmpty();
    }

    @Test
    @DisplayName("PD-11: with Office 97 and the service disabled there is no error, and clones share the product ID")
    void disabledWithOffice() {
        MachineImage image = prepared(withOffice(incomplete()));
        for (long seed = 2; seed < 4; seed++) {
            Machine clone = cloneOf(image, seed, "CLONE" + seed);
            setStart(clone, 4);
            clone.restart();
            clone.boot();
            logOn(clone);
            assertThat(clone.desktop().shown()).isEmpty();
            assertThat(officeId(clone)).isEqualTo(MASTERS_ID);
        }
    }

    @ParameterizedTest
    @DisplayName("PD-12: switches and an answer file have no effect on it")
    @ValueSource(strings = {"-quiet", "-quiet -defeat", "-quiet -NoSidgen", "-quiet answers.txt", "-quiet -reboot"})
    void switches(String switches) {
        MachineImage master = withAnswers(incomplete(), TestMasters.ALL_ANSWERS).build();
        Machine machine = booted(master, 1);
        machine.logOn("Administrator", "").createProcess("C:\\Sysprep\\Sysprep.exe " + switches);
        machine.runForMillis(20_000);
        Machine clone = cloneOf(machine.powerCut(), 2, "CLONE");
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);
        assertThat(clone.desktop().shown())
                .extracting(Desktop.Dialog::text)
                .containsExactly("At least one service failed to start.");
    }

    @Test
    @DisplayName("PD-13: only the folder that Sysprep.exe was started from counts")
    void aCopyElsewhere() {
        MachineBuilder master =
                incomplete().file("C:\\Other\\Psysdup2.exe", psysdup2()).file("C:\\Psysdup2.exe", psysdup2());
        Machine clone = cloneOf(prepared(master), 2, "CLONE");
        assertThat(events(clone, FAILED_TO_START)).hasSize(1);
    }

    @Test
    @DisplayName("PD-14: a file left in System32 by an earlier run hides that it is missing")
    void aStaleFile() {
        Machine clone = cloneOf(prepared(incomplete().file(TestMasters.INSTALLED_PSYSDUP2, psysdup2())), 2, "CLONE");
        logOn(clone);
        assertThat(events(clone, FAILED_TO_START)).isEmpty();
        assertThat(clone.desktop().shown()).isEmpty();
    }

    private static byte[] psysdup2() {
        return Objects.requireNonNull(ToolSet.files(false).get(ToolSet.PSYSDUP2));
    }

    /** The record that Office 97 keeps; its component is a sibling and not known here. */
    private static MachineBuilder withOffice(MachineBuilder machine) {
        String table = "[Microsoft Office 97]\r\nProductID=" + MASTERS_ID + "\r\nChecksum=00000000\r\n";
        return machine.file(SETUP_TABLE.toString(), table.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String officeId(Machine machine) {
        String text = new String(machine.asSystem().files().read(SETUP_TABLE), StandardCharsets.ISO_8859_1);
        int from = text.indexOf("ProductID=") + "ProductID=".length();
        return text.substring(from, text.indexOf('\r', from));
    }

    private static int start(Machine machine) {
        return machine.asSystem()
                .registry()
                .value(TestMasters.SERVICE, "Start")
                .orElseThrow()
                .dword()
                .orElseThrow();
    }

    private static void setStart(Machine machine, int start) {
        machine.asSystem().registry().setValue(TestMasters.SERVICE, "Start", RegistryValue.dword(start));
    }

    private static void startService(Win32 door) {
        try (ScManagerHandle manager = door.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService("Psysdup2", AccessMask.SERVICE_START)) {
            service.startService(List.of());
        }
    }
}
