package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.ALL_ANSWERS;
import static ntbed.component.sysprep.TestMasters.SETUP;
import static ntbed.component.sysprep.TestMasters.booted;
import static ntbed.component.sysprep.TestMasters.cloneOf;
import static ntbed.component.sysprep.TestMasters.complete;
import static ntbed.component.sysprep.TestMasters.events;
import static ntbed.component.sysprep.TestMasters.exists;
import static ntbed.component.sysprep.TestMasters.logOn;
import static ntbed.component.sysprep.TestMasters.prepared;
import static ntbed.component.sysprep.TestMasters.run;
import static ntbed.component.sysprep.TestMasters.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import ntbed.component.base.BaseInstallation;
import ntbed.component.office97.Office97;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of a machine that was prepared and duplicated. */
class SysprepTest {
    private static final String WINDOWS_NT = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String CONTROL = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\";
    private static final String HOSTNAME = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
    private static final String RUN_ONCE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce";

    @Test
    @DisplayName("SP-01: CloneTag and Setupcl.exe tell that a machine was prepared")
    void marks() {
        Machine clone = cloneOf(prepared(complete()), 2, "CLONE");
        String tag = clone.asSystem()
                .registry()
                .value(SETUP, "CloneTag")
                .flatMap(RegistryValue::text)
                .orElseThrow();
        assertThat(tag).matches("[0-9A-F]{8}");
        long age = clone.clock().now().unixSeconds() - Long.parseLong(tag, 16);
        assertThat(age).isBetween(60L, 3600L);
        assertThat(exists(clone, "C:\\WINNT\\System32\\Setupcl.exe")).isTrue();
    }

    @Test
    @DisplayName("SP-02: two clones have different machine SIDs; with -NoSidgen they have the master's")
    void sids() {
        MachineImage master = complete().build();
        Sid before = booted(master, 1).asSystem().accounts().machineSid();
        MachineImage image = prepared(complete());
        Sid first = cloneOf(image, 2, "FIRST").asSystem().accounts().machineSid();
        Sid second = cloneOf(image, 3, "SECOND").asSystem().accounts().machineSid();
        assertThat(first).isNotEqualTo(second).isNotEqualTo(before);

        MachineImage kept = prepared(master, "C:\\Sysprep\\Sysprep.exe -quiet -NoSidgen");
        assertThat(cloneOf(kept, 2, "FIRST").asSystem().accounts().machineSid()).isEqualTo(before);
        MachineImage keptByFile = prepared(
                withAnswers(complete(), ALL_ANSWERS + "NoSidGen = YES\r\n").build(),
                "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        assertThat(booted(keptByFile, 2).asSystem().accounts().machineSid()).isEqualTo(before);
    }

    @Test
    @DisplayName("SP-03: permissions of local accounts are worth nothing on the clone, those of domain accounts hold")
    void permissions() {
        Sid domainUser = new Sid("S-1-5-21-9-8-7-1001");
        Machine master = booted(complete().build(), 1);
        Win32 door = master.logOn("Administrator", "");
        Sid localUser = door.accounts().addUser("Worker", "secret", "");
        NtPath file = NtPath.of("C:\\TEMP\\plan.txt");
        door.files().write(file, new byte[1]);
        door.files()
                .setSecurity(
                        file,
                        SecurityDescriptor.of(
                                Sid.ADMINISTRATORS,
                                AccessControlEntry.allow(localUser, AccessMask.FILE_ALL_ACCESS),
                                AccessControlEntry.allow(domainUser, AccessMask.FILE_ALL_ACCESS),
                                AccessControlEntry.allow(Sid.SYSTEM, AccessMask.FILE_ALL_ACCESS)));
        run(master, door, "C:\\Sysprep\\Sysprep.exe -quiet");

        Machine clone = cloneOf(master.shutDown(), 2, "CLONE");
        Win32 worker = clone.logOn("Worker", "secret");
        assertThatThrownBy(() -> worker.files().read(file))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(5));
        assertThat(clone.asSystem().files().security(file).dacl())
                .extracting(AccessControlEntry::sid)
                .contains(domainUser)
                .doesNotContain(worker.token().user());
    }

    @Test
    @DisplayName("SP-04: clones from one answer file have one computer name until they are renamed")
    void oneName() {
        MachineImage image =
                prepared(withAnswers(complete(), ALL_ANSWERS).build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        assertThat(booted(image, 2).asSystem().computerName()).isEqualTo("CLONE");
        Machine second = booted(image, 3);
        assertThat(second.asSystem().computerName()).isEqualTo("CLONE");
        second.asSystem()
                .registry()
                .setValue(CONTROL + "ComputerName\\ComputerName", "ComputerName", RegistryValue.sz("OTHER"));
        second.restart();
        second.boot();
        assertThat(second.asSystem().computerName()).isEqualTo("OTHER");
    }

    @Test
    @DisplayName("SP-05: only the Administrator's profile survives")
    void profiles() {
        Machine master = booted(complete().build(), 1);
        Win32 door = master.logOn("Administrator", "");
        door.accounts().addUser("Worker", "secret", "");
        master.logOn("Worker", "secret");
        assertThat(exists(master, "C:\\WINNT\\Profiles\\Worker")).isTrue();
        run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe -quiet");

        Machine clone = cloneOf(master.shutDown(), 2, "CLONE");
        assertThat(clone.asSystem().files().list(NtPath.of("C:\\WINNT\\Profiles")))
                .extracting(entry -> entry.path().name())
                .containsExactly("Administrator", "All Users", "Default User");
        Sid administrator = clone.asSystem().accounts().machineSid().withRid(Sid.RID_ADMINISTRATOR);
        assertThat(clone.asSystem()
                        .registry()
                        .tree(WINDOWS_NT + "\\ProfileList")
                        .orElseThrow()
                        .subkeys())
                .singleElement()
                .satisfies(key -> assertThat(key.name()).isEqualTo(administrator.text()));
        assertThat(clone.logOn("Administrator", "").environment().get("USERPROFILE"))
                .contains("C:\\WINNT\\Profiles\\Administrator");
    }

    @Test
    @DisplayName("SP-06: the repair copies keep the master's SID")
    void repairFolder() {
        Machine clone = cloneOf(prepared(complete()), 2, "CLONE");
        Sid own = clone.asSystem().accounts().machineSid();
        Sid masters = booted(complete().build(), 1).asSystem().accounts().machineSid();
        String copy = new String(
                clone.asSystem().files().read(NtPath.of("C:\\WINNT\\Repair\\sam._")), StandardCharsets.ISO_8859_1);
        assertThat(copy).contains(masters.text()).doesNotContain(own.text());
    }

    @Test
    @DisplayName("SP-07: the answer file stays on the clone, under its own name")
    void answerFileStays() {
        MachineImage image =
                prepared(withAnswers(complete(), ALL_ANSWERS).build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        Machine clone = booted(image, 2);
        byte[] left = clone.asSystem().files().read(NtPath.of("C:\\WINNT\\System32\\$nt4pre$.inf"));
        assertThat(new String(left, StandardCharsets.ISO_8859_1)).isEqualTo(ALL_ANSWERS);
    }

    @ParameterizedTest
    @DisplayName("SP-08: the folder goes if it is named Sysprep and on the volume of Windows NT")
    @CsvSource({"C:\\Sysprep, true", "C:\\Tools\\SYSPREP, true", "C:\\Tools, false", "E:\\Sysprep, false"})
    void toolsFolder(String folder, boolean goes) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        SysprepTools.component().in(NtPath.of(folder)).install(machine);
        Machine clone = cloneOf(prepared(machine.build(), folder + "\\Sysprep.exe -quiet"), 2, "CLONE");
        assertThat(exists(clone, folder)).isNotEqualTo(goes);
        assertThat(exists(clone, "C:\\WINNT\\System32\\Setupcl.exe")).isTrue();
    }

    @ParameterizedTest
    @DisplayName("SP-09: event 6008 after the wizard below Service Pack 5, not from it on")
    @CsvSource({"4, 1", "'4, RC 1.5', 1", "5, 0", "6, 0"})
    void unexpectedShutdown(String servicePack, int events) {
        MachineBuilder machine = complete();
        machine.set(
                "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
                "CSDVersion",
                RegistryValue.sz("Service Pack " + servicePack));
        Machine clone = cloneOf(prepared(machine), 2, "CLONE");
        assertThat(events(clone, 6008)).hasSize(events);
    }

    @Test
    @DisplayName("SP-10: TCP/IP's host name is the master's")
    void hostName() {
        Machine clone = cloneOf(prepared(complete()), 2, "CLONE");
        assertThat(clone.asSystem().computerName()).isEqualTo("CLONE");
        assertThat(clone.asSystem().registry().value(HOSTNAME, "Hostname")).contains(RegistryValue.sz("ntserver"));
    }

    @ParameterizedTest
    @DisplayName("SP-11: RunOnce of the master runs on the clone, unless the master's next log-on consumes it")
    @ValueSource(booleans = {false, true})
    void runOnce(boolean restartedFirst) {
        Machine master = booted(complete().build(), 1);
        Win32 door = master.logOn("Administrator", "");
        door.registry().setValue(RUN_ONCE, "once", RegistryValue.sz("winver.exe"));
        if (restartedFirst) {
            master.restart();
            master.boot();
            door = master.logOn("Administrator", "");
        }
        run(master, door, "C:\\Sysprep\\Sysprep.exe -quiet");
        Machine clone = cloneOf(master.shutDown(), 2, "CLONE");
        assertThat(clone.asSystem().registry().value(RUN_ONCE, "once").isPresent())
                .isNotEqualTo(restartedFirst);
        logOn(clone);
        assertThat(clone.asSystem().registry().value(RUN_ONCE, "once")).isEmpty();
        assertThat(clone.trace().events().stream()
                        .filter(TraceEvent.ProcessStarted.class::isInstance)
                        .filter(event -> event.toString().contains("winver.exe"))
                        .count())
                .isEqualTo(restartedFirst ? 0 : 1);
    }

    @Test
    @DisplayName("SP-12: with another maker's network client the mark stays at 1, and nobody can log on")
    void progressMark() {
        MachineBuilder machine = complete();
        machine.set(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order",
                "ProviderOrder",
                RegistryValue.sz("LanmanWorkstation,OtherClient"));
        MachineImage image = prepared(machine);
        Machine clone = cloneOf(image, 2, "CLONE");
        assertThat(clone.asSystem().registry().value(SETUP, "SystemSetupInProgress"))
                .contains(RegistryValue.dword(1));
        assertThatThrownBy(() -> clone.logOn("Administrator", "")).isInstanceOf(Win32Exception.class);
        assertThat(clone.desktop().shown())
                .extracting(Desktop.Dialog::text)
                .containsExactly("The system is not fully installed. Please run setup again.");

        MachineBuilder repaired = MachineBuilder.of(clone.powerCut())
                .set("HKLM\\SYSTEM\\Setup", "SystemSetupInProgress", RegistryValue.dword(0));
        assertThat(booted(repaired.build(), 3).logOn("Administrator", "").computerName())
                .isEqualTo("CLONE");
    }

    @Test
    @DisplayName("SP-13: once the product ID was changed, Office 97's maintenance mode reports a damaged file")
    void maintenanceMode() {
        MachineBuilder machine = complete();
        Office97.component().install(machine);
        Machine clone = cloneOf(prepared(machine), 2, "CLONE");
        String before = Office97.productId(clone.asSystem()).orElseThrow();
        Office97.addRemove(clone.asSystem());
        clone.runForMillis(1000);
        assertThat(lastText(clone)).isEqualTo("Add or remove parts of the installation.");
        clone.desktop().answer(clone.desktop().open().get(0), new Desktop.Answer("Exit Setup", Map.of()));

        Win32 door = logOn(clone);
        assertThat(Office97.productId(door)).isPresent().isNotEqualTo(Optional.of(before));
        Office97.addRemove(door);
        clone.runForMillis(1000);
        assertThat(lastText(clone)).isEqualTo("The setup table file off97pro.stf is damaged.");
    }

    @ParameterizedTest
    @DisplayName("SP-16: ComputerName=Auto makes the same name on two clones, with the corrected files another on each")
    @ValueSource(booleans = {false, true})
    void automaticNames(boolean corrected) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        SysprepTools tools = SysprepTools.component();
        (corrected ? tools.corrected() : tools).install(machine);
        withAnswers(machine, ALL_ANSWERS.replace("ComputerName = CLONE", "ComputerName = Auto"));
        MachineImage image = prepared(machine.build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        String first = booted(image, 2).asSystem().computerName();
        String second = booted(image, 3).asSystem().computerName();
        assertThat(first).matches("NT-[0-9A-F]{8}");
        assertThat(first.equals(second)).isNotEqualTo(corrected);
    }

    private static String lastText(Machine machine) {
        var shown = machine.desktop().shown();
        return shown.get(shown.size() - 1).text();
    }
}
