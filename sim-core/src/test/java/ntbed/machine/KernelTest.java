package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootOutcome.Started;
import ntbed.boot.BootOutcome.StopError;
import ntbed.boot.Hardware;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceEvent.DriverInitialised;
import ntbed.trace.TraceEvent.RegistryChanged;
import ntbed.trace.TraceEvent.Stage;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(MachineInvariants.class)
class KernelTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String LIST = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\GroupOrderList";

    @DisplayName("B6: the blue screen names build, service pack, processors and memory")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | (Build 1381) | 1 System Processor [64 MB Memory]",
                "0x600 | 1 | (Build 1381: Service Pack 6) | 1 System Processor [64 MB Memory]",
                "0x400 | 2 | (Build 1381: Service Pack 4) | 2 System Processors [64 MB Memory] MultiProcessor Kernel",
            })
    void blueScreen(int servicePack, int processors, String build, String processorLine) {
        MachineImage image = TestMachines.builder()
                .set(
                        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows",
                        "CSDVersion",
                        RegistryValue.dword(servicePack))
                .hardware(new Hardware("x", processors, 64, "x86 Family 6 Model 1 Stepping 9"))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        assertThat(machine.screen().lines())
                .containsSequence("Microsoft (R) Windows NT (TM) Version 4.0 " + build, processorLine);
    }

    @ParameterizedTest
    @CsvSource({"/NUMPROC=1, 1", "/sos /numproc=3, 3", "/numproc=9, 4", "/numproc=x, 4", "/numproc=, 4", "/basevideo, 4"
    })
    void numberOfProcessorsFromBootIni(String switches, int used) {
        String entry = "multi(0)disk(0)rdisk(0)partition(1)\\WINNT";
        String ini = "[boot loader]\r\ntimeout=1\r\ndefault=" + entry + "\r\n[operating systems]\r\n" + entry
                + "=\"NT\" " + switches + "\r\n";
        MachineImage image = TestMachines.builder()
                .file("C:\\BOOT.INI", ini.getBytes(StandardCharsets.ISO_8859_1))
                .hardware(new Hardware("x", 4, 64, "x86 Family 6 Model 1 Stepping 9"))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        assertThat(machine.asSystem()
                        .registry()
                        .tree("HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor")
                        .orElseThrow()
                        .subkeys())
                .hasSize(used);
        assertThat(machine.screen().lines())
                .anyMatch(
                        line -> line.startsWith(used + " System Processor") && line.endsWith("MultiProcessor Kernel"));
    }

    @Test
    @DisplayName("B7: HARDWARE is made at each boot and never reaches the disk")
    void hardwareHive() {
        Machine machine = TestMachines.booted();
        assertThat(machine.asSystem()
                        .registry()
                        .value("HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", "Identifier"))
                .contains(RegistryValue.sz("x86 Family 5 Model 4 Stepping 3"));
        assertThat(machine.shutDown().hives().keySet())
                .noneMatch(mount -> mount.name().equals("HARDWARE"));
    }

    @Test
    @DisplayName("B7: the Clone is taken before any boot driver is initialised, and stands until the boot is accepted")
    void cloneBeforeDrivers() {
        Machine machine = TestMachines.booted();
        int clone = -1;
        int firstDriver = -1;
        for (var event : machine.trace().events()) {
            if (event instanceof RegistryChanged change && change.key().endsWith("\\Clone")) {
                clone = clone < 0 ? change.stamp().number() : clone;
            } else if (event instanceof DriverInitialised driver) {
                firstDriver = firstDriver < 0 ? driver.stamp().number() : firstDriver;
            }
        }
        assertThat(clone).isPositive().isLessThan(firstDriver);
        assertThat(machine.asSystem().registry().tree("HKLM\\SYSTEM\\Clone")).isPresent();
    }

    @Test
    @DisplayName("B5: boot-start drivers come first, in group order; a service of a Win32 type is not loaded with them")
    void bootStart() {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.driver(builder, "Aaa", 0, 0, "Filter");
        TestMachines.service(builder, "Wrong", 0, 0);
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(TestMachines.drivers(machine)).containsExactly("Atapi", "Disk", "Aaa", "Beep", "Null", "Npfs");
    }

    @Test
    @DisplayName("B8: drivers without a group, or of a group that is not listed, come last")
    void unlistedLast() {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.driver(builder, "Alone", 1, 0, "");
        TestMachines.driver(builder, "Apart", 1, 0, "No such group");
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(TestMachines.drivers(machine))
                .containsExactly("Atapi", "Disk", "Beep", "Null", "Npfs", "Apart", "Alone");
    }

    @Test
    @DisplayName("B9: within a group the place of the tag in GroupOrderList decides; drivers without one come after")
    void tags() {
        MachineBuilder builder = TestMachines.builder();
        String[] names = {"Atdisk", "Cpqarray", "Floppy", "Abiosdsk", "Aaa"};
        int[] tags = {2, 1, 3, 4, 9};
        for (int i = 0; i < names.length; i++) {
            TestMachines.driver(builder, names[i], 1, 0, "Primary disk");
            builder.set(SERVICES + names[i], "Tag", RegistryValue.dword(tags[i]));
        }
        byte[] order = {4, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0};
        builder.set(LIST, "PRIMARY DISK", RegistryValue.binary(order));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(TestMachines.drivers(machine))
                .containsSubsequence("Floppy", "Cpqarray", "Atdisk", "Abiosdsk", "Aaa");
    }

    @Test
    @DisplayName("B10: the service control manager does not look at tags")
    void tagsOfServices() {
        MachineBuilder builder = TestMachines.builder();
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "First" : "Second";
            TestMachines.service(builder, name, 2, 1);
            builder.set(SERVICES + name, "Group", RegistryValue.sz("SpoolerGroup"));
            builder.set(SERVICES + name, "Tag", RegistryValue.dword(2 - i));
        }
        builder.set(LIST, "SpoolerGroup", RegistryValue.binary((byte) 2, ZERO, ZERO, ZERO, (byte) 1, ZERO, ZERO, ZERO));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(TestMachines.running(machine)).containsSubsequence("First", "Second");
    }

    private static final byte ZERO = 0;

    @Test
    @DisplayName("B8: a disk without its driver cannot be booted from: STOP 0x7B")
    void missingBootDriver() {
        BootOutcome outcome = TestMachines.powerOn(FaultInjector.on(TestMachines.image())
                        .deleteFile("C:\\WINNT\\System32\\drivers\\Atapi.sys")
                        .image())
                .boot();
        StopError stop = (StopError) outcome;
        assertThat(stop.code()).isEqualTo(0x7B);
        assertThat(stop.lines())
                .containsExactly(
                        "*** STOP: 0x0000007B (0x00000000,0x00000000,0x00000000,0x00000000)",
                        "INACCESSIBLE_BOOT_DEVICE");
    }

    @Test
    @DisplayName("B8: the same without the driver of the file system")
    void missingFileSystem() {
        StopError stop = (StopError) TestMachines.powerOn(FaultInjector.on(TestMachines.image())
                        .truncateFile("C:\\WINNT\\System32\\drivers\\Ntfs.sys", 5)
                        .image())
                .boot();
        assertThat(stop.code()).isEqualTo(0x7B);
    }

    @DisplayName("B8: a driver's failure is an error of Win32 and leaves the boot going on, with ErrorControl 0 and 1")
    @ParameterizedTest
    @CsvSource({"20, ERROR_BAD_UNIT", "31, ERROR_GEN_FAILURE"})
    void failingDriver(int code, Win32Error error) {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.failingDriver(builder, "Broken", 1, 1, code);
        Machine machine = TestMachines.powerOn(builder.build());
        assertThat(machine.boot()).isEqualTo(new Started(1, false));
        assertThat(machine.trace().events())
                .anyMatch(event -> event instanceof DriverInitialised driver
                        && driver.driver().equals("Broken")
                        && driver.error() == error);
    }

    @Test
    @DisplayName("G9: a driver of the kernel that depends on a Win32 service is not started")
    void dependsOnService() {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.driver(builder, "Odd", 1, 1, "");
        builder.set(SERVICES + "Odd", "DependOnService", RegistryValue.multiSz("Simple"));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        assertThat(machine.trace().events())
                .anyMatch(event -> event instanceof DriverInitialised driver
                        && driver.driver().equals("Odd")
                        && driver.error() == Win32Error.ERROR_SERVICE_DEPENDENCY_FAIL);
    }

    @DisplayName("E3: a driver with ErrorControl Severe restarts the machine into Last Known Good once, then goes on")
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void severeDriver(int start) {
        Machine machine = TestMachines.powerOn(withBrokenDriver(start, 2));
        BootOutcome outcome = machine.boot();
        assertThat(outcome).isEqualTo(new Started(3, true));
        assertThat(machine.trace().events())
                .filteredOn(
                        event -> event instanceof Stage stage && stage.stage().equals("restart"))
                .hasSize(1);
    }

    @DisplayName("E4: a driver with ErrorControl Critical stops the system when Last Known Good does not help")
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void criticalDriver(int start) {
        StopError stop =
                (StopError) TestMachines.powerOn(withBrokenDriver(start, 3)).boot();
        assertThat(stop.code()).isEqualTo(0x5A);
    }

    @Test
    @DisplayName("E4: a critical driver that was well in Last Known Good is well again there")
    void criticalDriverThatLastKnownGoodCures() {
        MachineImage good = TestMachines.acceptedOnce(TestMachines.image());
        MachineBuilder builder = MachineBuilder.of(good);
        TestMachines.failingDriver(builder, "Broken", 1, 3, 31);
        assertThat(TestMachines.powerOn(builder.build()).boot()).isEqualTo(new Started(3, true));
    }

    /** The driver is broken in the control set that was good as well: only its file is to blame. */
    private static MachineImage withBrokenDriver(int start, int errorControl) {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.driver(builder, "Broken", start, errorControl, "");
        MachineImage good = TestMachines.acceptedOnce(builder.build());
        return FaultInjector.on(good)
                .deleteFile("C:\\WINNT\\System32\\drivers\\Broken.sys")
                .image();
    }
}
