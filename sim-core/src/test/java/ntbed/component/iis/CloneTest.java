package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.machine.Machine;
import ntbed.process.ServiceStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CloneTest {
    @Test
    @DisplayName("MB-01: a metabase opens on its own machine after any number of restarts")
    void opensAtHome() {
        Machine machine = IisMachines.booted(IisMachines.server(), 1);

        for (int restarts = 0; restarts < 3; restarts++) {
            for (IisService service : IisService.ALL) {
                assertThat(IisMachines.state(machine, service.name()))
                        .as(service.name())
                        .isEqualTo(ServiceStatus.RUNNING);
            }
            assertThat(IisMachines.events(machine, 7024)).isEmpty();
            machine = machine.restart();
            machine.boot();
        }
    }

    @Test
    @DisplayName("MB-02: on a clone IISADMIN fails with 7024, its dependants with 7001, and nothing else fails")
    void failsOnAClone() {
        Machine clone = IisMachines.cloneOf(IisMachines.server(), 7);

        assertThat(IisMachines.events(clone, 7024)).containsExactly(IisMachines.BAD_SIGNATURE);
        assertThat(IisMachines.events(clone, 7001)).hasSize(4);
    }
}
