package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import ntbed.boot.BootChoices;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootOutcome.NotLoaded;
import ntbed.boot.BootOutcome.Started;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.HiveImage.Condition;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(MachineInvariants.class)
class LoaderTest {
    private static FaultInjector fault() {
        return FaultInjector.on(TestMachines.image());
    }

    private static BootOutcome boot(FaultInjector broken) {
        return TestMachines.powerOn(broken.image()).boot();
    }

    @DisplayName("B1: a file that the loader needs is missing")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\NTLDR | BOOT: Couldn't find NTLDR",
                "C:\\NTDETECT.COM | Error Opening NTDETECT",
                "C:\\WINNT\\System32\\NTOSKRNL.EXE | <winnt root>\\SYSTEM32\\NTOSKRNL.EXE",
                "C:\\WINNT\\System32\\HAL.DLL | <winnt root>\\SYSTEM32\\HAL.DLL",
            })
    void missingFile(String file, String line) {
        Machine machine = TestMachines.powerOn(fault().deleteFile(file).image());
        BootOutcome outcome = machine.boot();
        assertThat(outcome).isInstanceOf(NotLoaded.class);
        assertThat(machine.screen().lines()).contains(line);
        assertThat(((NotLoaded) outcome).lines()).contains(line);
    }

    @Test
    @DisplayName("B1: the loader shows the menu of BOOT.INI for as long as it says, then NTDETECT")
    void menuAndDetection() {
        byte[] ini = """
                [boot loader]
                timeout=7
                default=multi(0)disk(0)rdisk(0)partition(1)\\WINNT
                [operating systems]
                multi(0)disk(0)rdisk(0)partition(1)\\WINNT="Our server"
                """.getBytes(StandardCharsets.ISO_8859_1);
        Machine machine =
                TestMachines.powerOn(fault().overwriteFile("C:\\BOOT.INI", ini).image());
        machine.runUntilMillis(6999);
        assertThat(machine.screen().lines()).containsExactly("OS Loader V4.00", "Our server");
        machine.runUntilMillis(7000);
        assertThat(machine.screen().lines()).endsWith("NTDETECT V4.0 Checking Hardware ...");
    }

    @DisplayName("B1: BOOT.INI names another place: a directory that is not there or cannot be, a missing partition")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multi(0)disk(0)rdisk(0)partition(1)\\OTHER | <winnt root>\\SYSTEM32\\NTOSKRNL.EXE",
                "MULTI(0)DISK(0)RDISK(0)PARTITION(1)\\OTHER | <winnt root>\\SYSTEM32\\NTOSKRNL.EXE",
                "multi(0)disk(0)rdisk(0)partition(1)\\WI?NT | <winnt root>\\SYSTEM32\\NTOSKRNL.EXE",
                "multi(0)disk(0)rdisk(0)partition(2)\\WINNT | Could not read from the selected boot disk."
                        + " Check the boot path and disk hardware.",
                "multi(0)disk(0)rdisk(0)partition(12)\\WINNT | Could not read from the selected boot disk."
                        + " Check the boot path and disk hardware.",
            })
    void anotherPlace(String path, String line) {
        String ini = "[boot loader]\r\ntimeout=1\r\ndefault=" + path + "\r\n";
        BootOutcome outcome = boot(fault().overwriteFile("C:\\BOOT.INI", ini.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(((NotLoaded) outcome).lines()).contains(line).endsWith("Boot failed.");
    }

    @Test
    @DisplayName("B1: without BOOT.INI the loader takes \\WINNT of the first partition")
    void noBootIni() {
        assertThat(boot(fault().deleteFile("C:\\BOOT.INI"))).isEqualTo(new Started(1, false));
    }

    @Test
    @DisplayName("B2: after NTDETECT the space bar is offered, and Last Known Good can be chosen")
    void spaceBar() {
        Machine machine = TestMachines.powerOn(TestMachines.image(), BootChoices.useLastKnownGood());
        machine.boot();
        assertThat(machine.screen().lines())
                .containsSequence(
                        "NTDETECT V4.0 Checking Hardware ...",
                        "Press spacebar NOW to invoke Hardware Profile/Last Known Good menu");
        assertThat(machine.trace().events())
                .anyMatch(event -> event.stamp().actor().equals("person"));
    }

    @Test
    @DisplayName("B3: kernel and HAL are loaded before the SYSTEM hive: their absence shows first")
    void kernelBeforeHive() {
        FaultInjector both = fault().deleteFile("C:\\WINNT\\System32\\NTOSKRNL.EXE")
                .damageHive(HiveMount.SYSTEM, Condition.CORRUPT)
                .damageAlternate(Condition.CORRUPT);
        assertThat(((NotLoaded) boot(both)).lines()).contains("<winnt root>\\SYSTEM32\\NTOSKRNL.EXE");
    }

    @DisplayName("H5: SYSTEM.ALT is used if SYSTEM is in transition or corrupt")
    @ParameterizedTest
    @CsvSource({"IN_TRANSITION", "CORRUPT"})
    void alternate(Condition condition) {
        assertThat(boot(fault().damageHive(HiveMount.SYSTEM, condition))).isEqualTo(new Started(1, false));
    }

    @Test
    @DisplayName("H5: SYSTEM.ALT is used if the file SYSTEM is not there")
    void alternateForMissingFile() {
        assertThat(boot(fault().deleteFile("C:\\WINNT\\System32\\Config\\SYSTEM")))
                .isEqualTo(new Started(1, false));
    }

    @Test
    @DisplayName("H5: the alternate is an older state: what SYSTEM alone had is not there")
    void alternateIsOlder() {
        FaultInjector broken = fault().setValue(
                        "HKLM\\SYSTEM\\CurrentControlSet\\Control", "Newer", RegistryValue.sz("yes"))
                .damageHive(HiveMount.SYSTEM, Condition.CORRUPT);
        Machine machine = TestMachines.powerOn(broken.image());
        machine.boot();
        assertThat(machine.asSystem().registry().value("HKLM\\SYSTEM\\CurrentControlSet\\Control", "Newer"))
                .isEmpty();
    }

    @Test
    @DisplayName("H5: SYSTEM and SYSTEM.ALT are written together by a flush")
    void bothAreWritten() {
        Machine machine = TestMachines.booted();
        machine.asSystem()
                .registry()
                .setValue("HKLM\\SYSTEM\\CurrentControlSet\\Control", "Newer", RegistryValue.sz("yes"));
        MachineImage image = machine.shutDown();
        MachineImage broken = FaultInjector.on(image)
                .damageHive(HiveMount.SYSTEM, Condition.CORRUPT)
                .image();
        Machine again = TestMachines.powerOn(broken);
        assertThat(again.boot().isStarted()).isTrue();
        assertThat(again.asSystem().registry().value("HKLM\\SYSTEM\\CurrentControlSet\\Control", "Newer"))
                .contains(RegistryValue.sz("yes"));
    }

    @Test
    @DisplayName("H6: with neither SYSTEM nor SYSTEM.ALT the loader names the file, overwriting its own prompt")
    void noSystemHive() {
        FaultInjector both =
                fault().damageHive(HiveMount.SYSTEM, Condition.CORRUPT).damageAlternate(Condition.IN_TRANSITION);
        assertThat(((NotLoaded) boot(both)).lines())
                .containsExactly(
                        "Windows NT could not start because the following file is missing or corrupt:",
                        "\\WINNT\\SYSTEM32\\CONFIG\\SYSTEMware profile/last known good menu.",
                        "You can attempt to repair this file by starting Windows NT Setup using the original"
                                + " floppy disk or CD-ROM.",
                        "Select 'r' at the first screen to start repair.");
    }

    @Test
    @DisplayName("H6: a Select that names no control set is as bad as a corrupt hive")
    void noControlSet() {
        FaultInjector broken = fault().setValue("HKLM\\SYSTEM\\Select", "Default", RegistryValue.dword(7));
        assertThat(boot(broken)).isInstanceOf(NotLoaded.class);
    }

    @Test
    @DisplayName("H7: a damaged SYSTEM is answered with the message of H6, not with a trap")
    void noTrap() {
        FaultInjector broken = fault().truncateFile("C:\\WINNT\\System32\\Config\\SYSTEM", 2)
                .truncateFile("C:\\WINNT\\System32\\Config\\SYSTEM.ALT", 0);
        assertThat(boot(broken)).isInstanceOf(NotLoaded.class);
    }

    @DisplayName("B15: there is no safe mode; unknown switches in BOOT.INI change nothing")
    @ParameterizedTest
    @CsvSource({"/SAFEBOOT", "/NOSERIALMICE", "/DEBUG", "/MAXMEM=16"})
    void unknownSwitches(String option) {
        Machine machine = TestMachines.powerOn(withSwitch(option));
        assertThat(machine.boot()).isEqualTo(new Started(1, false));
        assertThat(machine.screen().lines()).noneMatch(line -> line.contains("Atapi"));
    }

    @Test
    @DisplayName("B15: /SOS prints the drivers' names while they are loaded")
    void sos() {
        Machine machine = TestMachines.powerOn(withSwitch("/SOS"));
        machine.boot();
        assertThat(machine.screen().lines()).containsSequence("Atapi.sys", "Disk.sys");
    }

    @Test
    @DisplayName("B15: /BASEVIDEO loads no video driver but VGA's")
    void baseVideo() {
        MachineImage image = withSwitch("/basevideo");
        var builder = MachineBuilder.of(image);
        TestMachines.driver(builder, "Cirrus", 1, 0, "Video");
        TestMachines.driver(builder, "VgaSave", 1, 0, "Video Save");
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(TestMachines.drivers(machine)).contains("VgaSave").doesNotContain("Cirrus");
    }

    private static MachineImage withSwitch(String option) {
        String arc = "multi(0)disk(0)rdisk(0)partition(1)\\WINNT";
        String ini = "[boot loader]\r\ntimeout=0\r\ndefault=" + arc + "\r\n[operating systems]\r\n" + arc + "=\"NT\" "
                + option + "\r\n";
        return fault().overwriteFile("C:\\BOOT.INI", ini.getBytes(StandardCharsets.ISO_8859_1))
                .image();
    }
}
