package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import ntbed.filesystem.NtPath;
import ntbed.machine.MachineImage.PowerOff;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MachineInvariants.class)
class PowerCutTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Test";

    /** Every virtual instant at which something happened, and the one just before it. */
    private static List<Long> instants(Machine machine) {
        TreeSet<Long> instants = new TreeSet<>();
        for (TraceEvent event : machine.trace().events()) {
            instants.add(event.stamp().uptimeMillis());
            instants.add(Math.max(0, event.stamp().uptimeMillis() - 1));
        }
        return new ArrayList<>(instants);
    }

    @Test
    @DisplayName("H10: after a power cut at any instant of a boot the machine boots, with what was flushed")
    void duringBoot() {
        MachineImage image = withFlushedValue();
        Machine whole = TestMachines.powerOn(image);
        whole.boot();
        whole.logOn("Administrator", "");
        whole.settle();
        for (long instant : instants(whole)) {
            Machine machine = Machine.powerOn(image, TestMachines.SEED);
            machine.runUntilMillis(instant);
            if (machine.hasLogOnBox() && instant % 2 == 0) {
                machine.logOn("Administrator", "");
            }
            requireGood(machine.powerCut(), instant);
        }
    }

    @Test
    @DisplayName("H10: the same at any instant of a shutdown")
    void duringShutdown() {
        MachineImage image = withFlushedValue();
        Machine whole = TestMachines.powerOn(image);
        whole.boot();
        whole.runForMillis(60_000);
        long begin = whole.clock().uptimeMillis();
        whole.shutDown();
        for (long instant : instants(whole)) {
            if (instant >= begin) {
                Machine machine = Machine.powerOn(image, TestMachines.SEED);
                machine.boot();
                machine.runUntilMillis(begin);
                machine.asSystem().withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(false);
                machine.runUntilMillis(instant);
                requireGood(machine.powerCut(), instant);
            }
        }
    }

    private static MachineImage withFlushedValue() {
        Machine machine = TestMachines.booted();
        machine.asSystem().registry().setValue(KEY, "Kept", RegistryValue.dword(7));
        return machine.shutDown();
    }

    private static void requireGood(MachineImage image, long instant) {
        Machine machine = Machine.powerOn(image, TestMachines.SEED);
        assertThat(machine.boot().isStarted()).as("cut at " + instant).isTrue();
        assertThat(TestMachines.number(machine, KEY, "Kept"))
                .as("cut at " + instant)
                .isEqualTo(7);
        MachineInvariants.check(machine);
    }

    @Test
    @DisplayName("H3: a power cut loses what was written to the registry since the last flush, and nothing older")
    void unflushed() {
        Machine machine = TestMachines.booted();
        var registry = machine.asSystem().registry();
        registry.setValue(KEY, "Old", RegistryValue.dword(1));
        machine.runForMillis(6_000);
        registry.setValue(KEY, "New", RegistryValue.dword(2));
        machine.runForMillis(4_000);
        Machine again = TestMachines.powerOn(machine.powerCut());
        again.boot();
        assertThat(TestMachines.number(again, KEY, "Old")).isEqualTo(1);
        assertThat(TestMachines.number(again, KEY, "New")).isEqualTo(-1);
    }

    @Test
    @DisplayName("H10: a cut between the flushes of two hives leaves one newer than the other")
    void betweenTwoHives() {
        Machine machine = TestMachines.booted();
        var registry = machine.asSystem().registry();
        machine.runForMillis(10_000);
        registry.setValue(KEY, "First", RegistryValue.dword(1));
        machine.runForMillis(2_000);
        registry.setValue("HKLM\\SYSTEM\\Test", "Second", RegistryValue.dword(2));
        machine.runForMillis(4_000);
        Machine again = TestMachines.powerOn(machine.powerCut());
        again.boot();
        assertThat(TestMachines.number(again, KEY, "First")).isEqualTo(1);
        assertThat(TestMachines.number(again, "HKLM\\SYSTEM\\Test", "Second")).isEqualTo(-1);
    }

    @Test
    @DisplayName("H3: files and event log records are on disk at once")
    void filesAndEvents() {
        Machine machine = TestMachines.booted();
        NtPath file = NtPath.of("C:\\TEMP\\x.txt");
        machine.asSystem().files().write(file, new byte[] {1, 2});
        MachineImage image = machine.powerCut();
        assertThat(image.lastPowerOff()).isEqualTo(PowerOff.CUT);
        assertThat(image.drive('C').orElseThrow().content(file)).containsExactly(1, 2);
        assertThat(TestMachines.systemLog(image)).containsExactly(6009, 6005);
    }

    @Test
    @DisplayName("the boot after a power cut logs 6008, from Service Pack 4 on")
    void abnormalShutdown() {
        MachineImage cut = TestMachines.booted().powerCut();
        Machine again = TestMachines.powerOn(cut);
        again.boot();
        assertThat(TestMachines.systemLog(again.snapshot())).containsExactly(6009, 6005, 6009, 6008, 6005);
    }

    @Test
    @DisplayName("a snapshot is a copy of the disk at that moment; the machine goes on as if nothing had been")
    void snapshot() {
        Machine machine = TestMachines.booted();
        NtPath file = NtPath.of("C:\\TEMP\\x.txt");
        machine.asSystem().files().write(file, new byte[] {1});
        MachineImage before = machine.snapshot();
        machine.asSystem().files().write(file, new byte[] {2});
        assertThat(before.drive('C').orElseThrow().content(file)).containsExactly(1);
        assertThat(machine.asSystem().files().read(file)).containsExactly(2);
        assertThat(TestMachines.powerOn(before).boot().isStarted()).isTrue();
    }
}
