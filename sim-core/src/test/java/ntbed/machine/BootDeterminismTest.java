package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.trace.TraceText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MachineInvariants.class)
class BootDeterminismTest {
    private static String run(long seed) {
        Machine machine = Machine.powerOn(TestMachines.image(), seed);
        machine.boot();
        machine.logOn("Administrator", "");
        machine.restart().boot();
        machine.shutDown();
        return TraceText.of(machine.trace().events());
    }

    @Test
    @DisplayName("two runs of one image with one seed leave equal traces, byte for byte")
    void equalRuns() {
        assertThat(run(42)).isEqualTo(run(42));
    }

    @Test
    @DisplayName("another seed moves the times and nothing else")
    void otherSeed() {
        String one = run(1).replaceAll("(?m)^ *\\d+ \\+\\S+ ", "").replaceAll("<- \\d+", "");
        String other = run(2).replaceAll("(?m)^ *\\d+ \\+\\S+ ", "").replaceAll("<- \\d+", "");
        assertThat(run(1)).isNotEqualTo(run(2));
        assertThat(one.lines().filter(line -> line.contains("service ")).sorted())
                .containsExactlyElementsOf(other.lines()
                        .filter(line -> line.contains("service "))
                        .sorted()
                        .toList());
    }

    @Test
    @DisplayName("a trace of a machine does not depend on what another machine did before")
    void independent() {
        String alone = run(7);
        TestMachines.booted().asSystem().accounts().addUser("x", "y", "");
        assertThat(run(7)).isEqualTo(alone);
    }
}
