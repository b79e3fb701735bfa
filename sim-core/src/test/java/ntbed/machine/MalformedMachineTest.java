package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.boot.BootOutcome.Hung;
import ntbed.boot.Hardware;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(MachineInvariants.class)
class MalformedMachineTest {
    private static final String CONTROL_SET = "HKLM\\SYSTEM\\CurrentControlSet\\";

    @DisplayName("a value of the boot that is junk, whatever its type, neither throws nor hangs")
    @ParameterizedTest
    @CsvSource({
        "Control\\ServiceGroupOrder, List",
        "Control\\GroupOrderList, Base",
        "Control\\Session Manager, BootExecute",
        "Control\\Session Manager, AutoChkTimeOut",
        "Control\\Session Manager, PendingFileRenameOperations",
        "Control\\Session Manager\\Memory Management, PagingFiles",
        "Control\\Session Manager\\Environment, Path",
        "Control\\ComputerName\\ComputerName, ComputerName",
        "Control\\Windows, CSDVersion",
        "Control, WaitToKillServiceTimeout",
        "Services\\Beep, Group",
        "Services\\Beep, Tag",
        "Services\\Beep, ImagePath",
        "Services\\Beep, ErrorControl",
        "Services\\Beep, DependOnGroup",
        "Services\\Simple, ImagePath",
        "Services\\Simple, Type"
    })
    void junk(String key, String name) {
        SeededRandom chance = new SeededRandom(TestMachines.SEED).fork(key + name);
        for (int type = 0; type < 9; type++) {
            for (int size : new int[] {0, 1, 3, 4, 7, 64}) {
                RegistryValue junk = RegistryValue.of(new ValueType(type), chance.nextBytes(size));
                Machine machine = Machine.powerOn(
                        FaultInjector.on(TestMachines.image())
                                .setValue(CONTROL_SET + key, name, junk)
                                .image(),
                        TestMachines.SEED);
                assertThat(machine.boot()).as(junk.toString()).isNotInstanceOf(Hung.class);
                machine.powerCut();
            }
        }
    }

    @DisplayName("a key of the boot that is gone neither throws nor hangs")
    @ParameterizedTest
    @CsvSource({
        "Control",
        "Control\\Session Manager",
        "Control\\ServiceGroupOrder",
        "Services",
        "Services\\EventLog",
        "Services\\Atapi"
    })
    void goneKey(String key) {
        Machine machine = TestMachines.powerOn(FaultInjector.on(TestMachines.image())
                .deleteKey(CONTROL_SET + key)
                .image());
        assertThat(machine.boot()).isNotInstanceOf(Hung.class);
    }

    @Test
    @DisplayName("a disk without anything on it does not boot, and says so")
    void blankDisk() {
        MachineImage blank = MachineBuilder.blank(Hardware.server("blank")).build();
        Machine machine = TestMachines.powerOn(blank);
        assertThat(machine.boot().isStarted()).isFalse();
        assertThat(machine.screen().lines())
                .containsExactly("BOOT: Couldn't find NTLDR", "Please insert another disk.");
    }

    @Test
    @DisplayName("every fault leaves the image that it was put into as it was")
    void faultsAreCopies() {
        MachineImage image = TestMachines.image();
        FaultInjector.on(image)
                .deleteFile("C:\\NTLDR")
                .flipByte("C:\\WINNT\\System32\\services.exe", 3, 1)
                .deleteValue(CONTROL_SET + "Services\\Simple", "Type");
        assertThat(TestMachines.powerOn(image).boot().isStarted()).isTrue();
    }
}
