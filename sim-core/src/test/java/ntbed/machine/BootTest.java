package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.boot.BootOutcome;
import ntbed.boot.BootOutcome.Started;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BootTest {
    @Test
    @DisplayName("B14: a healthy machine comes to the log-on box")
    void healthyMachineBoots() {
        Machine machine = TestMachines.powerOn(TestMachines.image());
        BootOutcome outcome = machine.boot();

        assertThat(outcome).isEqualTo(new Started(1, false));
    }
}
