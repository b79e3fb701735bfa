package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootOutcome.StopError;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.FaultInjector;
import ntbed.registry.HiveImage.Condition;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.trace.TraceText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MachineInvariants.class)
class SessionManagerTest {
    private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final String PENDING = "PendingFileRenameOperations";
    private static final NtPath OLD = NtPath.of("C:\\TEMP\\old.txt");
    private static final NtPath NEW = NtPath.of("C:\\TEMP\\new.txt");

    private static FaultInjector fault() {
        return FaultInjector.on(TestMachines.image());
    }

    @Test
    @DisplayName("B11: disk check, renames, page files, hives, subsystem, winlogon come in this order")
    void order() {
        MachineImage image = TestMachines.builder()
                .file(OLD.toString(), new byte[] {1})
                .set(KEY, "BootExecute", RegistryValue.multiSz("autocheck autochk /r\\DosDevice\\C:"))
                .set(KEY, PENDING, RegistryValue.multiSz("\\??\\" + OLD, ""))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        String trace = TraceText.of(machine.trace().events());
        assertThat(trace)
                .containsSubsequence(
                        "smss.exe as NT AUTHORITY",
                        "Checking file system on C:",
                        "delete C:\\TEMP\\old.txt",
                        "create C:\\pagefile.sys",
                        "hivelist [\\REGISTRY\\MACHINE\\SAM]",
                        "csrss.exe as NT AUTHORITY",
                        "winlogon.exe as NT AUTHORITY",
                        "services.exe as NT AUTHORITY",
                        "lsass.exe as NT AUTHORITY");
    }

    @Test
    @DisplayName("B12: a pair renames, a ! replaces, an empty target deletes, also in the middle of the list")
    void renames() {
        String pairs = "\\??\\C:\\TEMP\\gone.txt\0\0\\??\\" + OLD + "\0!\\??\\" + NEW + "\0\0";
        MachineImage image = TestMachines.builder()
                .file("C:\\TEMP\\gone.txt", new byte[] {9})
                .file(OLD.toString(), new byte[] {1})
                .file(NEW.toString(), new byte[] {2})
                .set(KEY, PENDING, RegistryValue.of(ValueType.REG_MULTI_SZ, utf16(pairs)))
                .build();
        Machine machine = TestMachines.powerOn(image);
        assertThat(machine.boot().isStarted()).isTrue();
        var files = machine.asSystem().files();
        assertThat(files.read(NEW)).containsExactly(1);
        assertThat(files.exists(OLD)).isFalse();
        assertThat(files.exists(NtPath.of("C:\\TEMP\\gone.txt"))).isFalse();
        assertThat(machine.asSystem().registry().value(KEY, PENDING)).isEmpty();
    }

    @Test
    @DisplayName("B12: without a ! an existing target stays, and the value is gone all the same")
    void noReplace() {
        MachineImage image = TestMachines.builder()
                .file(OLD.toString(), new byte[] {1})
                .file(NEW.toString(), new byte[] {2})
                .set(KEY, PENDING, RegistryValue.multiSz("\\??\\" + OLD, "\\??\\" + NEW))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        assertThat(machine.asSystem().files().read(NEW)).containsExactly(2);
        assertThat(machine.asSystem().files().exists(OLD)).isTrue();
        assertThat(machine.asSystem().registry().value(KEY, PENDING)).isEmpty();
    }

    @Test
    @DisplayName("B12: a source without a target ends in STOP c000021a of the session manager")
    void halfPair() {
        byte[] raw = utf16("\\??\\" + OLD + "\0\\??\\" + NEW + "\0\\??\\C:\\x\0");
        MachineImage image = TestMachines.builder()
                .set(KEY, PENDING, RegistryValue.of(ValueType.REG_MULTI_SZ, raw))
                .build();
        StopError stop = (StopError) TestMachines.powerOn(image).boot();
        assertThat(stop.code()).isEqualTo(0xC000_021A);
        assertThat(stop.lines())
                .containsExactly(
                        "STOP c000021a {Fatal System Error}",
                        "The session manager initialization system process terminated unexpectedly with a status of"
                                + " 0xc0000017 (0x00000000, 0x00000000)",
                        "The system has been shut down.");
    }

    @Test
    @DisplayName("B12: MoveFileEx until reboot writes the pair, and the next boot does it")
    void moveFileEx() {
        Machine machine = TestMachines.booted();
        Win32 system = machine.asSystem();
        system.files().write(OLD, new byte[] {5});
        system.moveFileDelayUntilReboot(OLD, Optional.of(NEW), true);
        assertThat(machine.restart().boot().isStarted()).isTrue();
        assertThat(machine.asSystem().files().read(NEW)).containsExactly(5);
    }

    @Test
    @DisplayName("B13: a scheduled check runs once, after the countdown")
    void scheduledCheck() {
        MachineImage image = TestMachines.builder()
                .set(KEY, "BootExecute", RegistryValue.multiSz("autocheck autochk /r\\DosDevice\\C:"))
                .set(KEY, "AutoChkTimeOut", RegistryValue.dword(100))
                .build();
        Machine checked = TestMachines.powerOn(image);
        checked.boot();
        Machine plain = TestMachines.booted();
        assertThat(checked.screen().lines())
                .containsSequence(
                        "Checking file system on C:", "The type of the file system is NTFS.", "The volume is clean.");
        assertThat(checked.clock().uptimeMillis()).isEqualTo(plain.clock().uptimeMillis() + 100_000);
        assertThat(checked.asSystem().registry().value(KEY, "BootExecute"))
                .contains(RegistryValue.multiSz("autocheck autochk *"));
    }

    @Test
    @DisplayName("B13: a countdown above 259200 seconds counts as the default of 10")
    void countdownTooLong() {
        MachineImage image = TestMachines.builder()
                .set(KEY, "BootExecute", RegistryValue.multiSz("autocheck autochk /r\\DosDevice\\C:"))
                .set(KEY, "AutoChkTimeOut", RegistryValue.dword(259_201))
                .build();
        Machine checked = TestMachines.powerOn(image);
        checked.boot();
        assertThat(checked.clock().uptimeMillis())
                .isEqualTo(TestMachines.booted().clock().uptimeMillis() + 10_000);
    }

    @Test
    @DisplayName("B13: a check program of a name that no file can have is skipped as a missing one")
    void impossibleCheckProgram() {
        FaultInjector broken = fault().setValue(KEY, "BootExecute", RegistryValue.multiSz("autocheck a?b *"));
        Machine machine = TestMachines.powerOn(broken.image());
        assertThat(machine.boot().isStarted()).isTrue();
        assertThat(machine.screen().lines()).contains("autochk program not found - skipping AUTOCHECK");
    }

    @Test
    @DisplayName("H2: hivelist names the file of every loaded hive")
    void hiveList() {
        Machine machine = TestMachines.booted();
        assertThat(machine.asSystem()
                        .registry()
                        .value("HKLM\\SYSTEM\\CurrentControlSet\\Control\\hivelist", "\\REGISTRY\\MACHINE\\SOFTWARE"))
                .contains(RegistryValue.sz("\\Device\\Harddisk0\\Partition1\\WINNT\\System32\\Config\\SOFTWARE"));
    }

    @DisplayName("H8: a required hive that cannot be loaded stops the system")
    @ParameterizedTest
    @CsvSource({"SOFTWARE, SOFTWARE", "SAM, SAM", "SECURITY, SECURITY", ".DEFAULT, DEFAULT"})
    void corruptHive(String name, String file) {
        HiveMount mount = name.startsWith(".") ? HiveMount.DEFAULT : new HiveMount(HiveMount.Root.MACHINE, name);
        BootOutcome outcome = TestMachines.powerOn(
                        fault().damageHive(mount, Condition.CORRUPT).image())
                .boot();
        StopError stop = (StopError) outcome;
        assertThat(stop.code()).isEqualTo(0xC000_0218);
        assertThat(stop.lines())
                .containsExactly("STOP: c0000218 {Registry File Failure} The registry cannot load the hive (file):"
                        + " \\SystemRoot\\System32\\Config\\" + file
                        + " or its log or alternate. It is corrupt, absent, or not writeable.");
    }

    @DisplayName("H8: the same for a hive file that is gone or emptied")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void missingHiveFile(boolean gone) {
        String path = "C:\\WINNT\\System32\\Config\\SOFTWARE";
        FaultInjector broken = gone ? fault().deleteFile(path) : fault().truncateFile(path, 0);
        assertThat(TestMachines.powerOn(broken.image()).boot()).isInstanceOf(StopError.class);
    }

    @Test
    @DisplayName("H4: a hive in transition is completed from its log")
    void inTransition() {
        FaultInjector broken = fault().damageHive(HiveMount.SOFTWARE, Condition.IN_TRANSITION);
        assertThat(TestMachines.powerOn(broken.image()).boot().isStarted()).isTrue();
    }

    @Test
    @DisplayName("H4: a hive in transition whose log is bad cannot be loaded")
    void inTransitionWithoutLog() {
        FaultInjector broken = fault().damageHive(HiveMount.SOFTWARE, Condition.IN_TRANSITION)
                .truncateFile("C:\\WINNT\\System32\\Config\\SOFTWARE.LOG", 1);
        assertThat(((StopError) TestMachines.powerOn(broken.image()).boot()).code())
                .isEqualTo(0xC000_0218);
    }

    @DisplayName("B11: without a process of the system itself there is no system")
    @ParameterizedTest
    @CsvSource({
        "smss.exe, 0x6F",
        "csrss.exe, 0xC000021A",
        "winlogon.exe, 0xC000021A",
        "lsass.exe, 0xC000021A",
        "services.exe, 0xC000021A"
    })
    void missingProcess(String name, String code) {
        StopError stop = (StopError) TestMachines.powerOn(
                        fault().deleteFile("C:\\WINNT\\System32\\" + name).image())
                .boot();
        assertThat(Integer.toUnsignedLong(stop.code())).isEqualTo(Long.decode(code));
    }

    @DisplayName("B14: a process of the system itself that ends stops the system that runs")
    @ParameterizedTest
    @CsvSource({
        "csrss.exe, Windows SubSystem",
        "winlogon.exe, winlogon.exe",
        "lsass.exe, lsass.exe",
        "services.exe, services.exe"
    })
    void endedProcess(String name, String shown) {
        Machine machine = TestMachines.booted();
        machine.terminate(name);
        machine.settle();
        assertThat(machine.screen().lines())
                .contains("STOP c000021a {Fatal System Error}")
                .anyMatch(line -> line.startsWith("The " + shown + " system process terminated unexpectedly"));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
