package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.ALL_ANSWERS;
import static ntbed.component.sysprep.TestMasters.complete;
import static ntbed.component.sysprep.TestMasters.prepared;
import static ntbed.component.sysprep.TestMasters.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.function.Consumer;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The plug is pulled at every instant at which something happened, on the real Server. A snapshot of the running disk
 * is what a cut leaves, so one run serves for all cuts.
 */
class PowerCutOnServerTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Test";
    private static final RegistryValue KEPT = RegistryValue.dword(7);

    /** Switches a copy on after a cut at each instant of the whole run, which ends after the log-on. */
    private static int cutEverywhere(MachineImage image, Consumer<Machine> check) {
        Machine whole = Machine.powerOn(image, 1);
        assertThat(whole.boot().isStarted()).isTrue();
        whole.settle();
        TreeSet<Long> instants = new TreeSet<>();
        for (TraceEvent event : whole.trace().events()) {
            instants.add(event.stamp().uptimeMillis());
        }
        Machine machine = Machine.powerOn(image, 1);
        for (long instant : instants) {
            machine.runUntilMillis(instant);
            Machine again = Machine.powerOn(machine.snapshot(), 1);
            assertThat(again.boot().isStarted()).as("cut at " + instant).isTrue();
            again.logOn("Administrator", "");
            assertThat(again.asSystem().registry().value(KEY, "Kept"))
                    .as("cut at " + instant)
                    .contains(KEPT);
            check.accept(again);
        }
        return instants.size();
    }

    @Test
    @DisplayName("H10: a cut at any instant of the Server's boot: it boots again, with what was flushed")
    void serverBoot() {
        MachineImage image = MachineBuilder.of(BaseInstallation.server())
                .set(KEY, "Kept", KEPT)
                .build();
        assertThat(cutEverywhere(
                        image, machine -> assertThat(machine.desktop().shown()).isEmpty()))
                .isGreaterThan(20);
    }

    @Test
    @DisplayName("H10: a cut at any instant of a clone's first boots: set-up is done in the end, under a new SID")
    void cloneBoot() {
        MachineBuilder master = withAnswers(complete(), ALL_ANSWERS).set(KEY, "Kept", KEPT);
        Sid masters = TestMasters.booted(BaseInstallation.server(), 1)
                .asSystem()
                .accounts()
                .machineSid();
        MachineImage clone = prepared(master.build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        int cuts = cutEverywhere(clone, machine -> {
            assertThat(machine.asSystem().computerName()).isEqualTo("CLONE");
            assertThat(machine.asSystem().accounts().machineSid()).isNotEqualTo(masters);
        });
        assertThat(cuts).isGreaterThan(20);
    }
}
