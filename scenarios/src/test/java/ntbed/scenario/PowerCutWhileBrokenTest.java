package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.function.Consumer;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.Test;

/** The plug is pulled during the start of a broken machine, at every instant at which something happened. */
class PowerCutWhileBrokenTest {
    /** Looks at the machine at its next start after a cut at each instant. */
    private static int cutEverywhere(Article article, String broken, Consumer<Bay> check) {
        Bay bay = Bay.broken(article, Edition.SERVER);
        bay.bench.shutDownAll();
        MachineImage image = bay.bench.station(broken).image();
        TreeSet<Long> instants = new TreeSet<>();
        Machine whole = Machine.powerOn(image, 1);
        assertThat(whole.boot().isStarted()).isTrue();
        whole.settle();
        for (TraceEvent event : whole.trace().events()) {
            instants.add(event.stamp().uptimeMillis());
        }
        Machine machine = Machine.powerOn(image, 1);
        for (long instant : instants) {
            machine.runUntilMillis(instant);
            check.accept(Bay.on(article, Edition.SERVER, machine.snapshot()).startAndLogOn(Bay.MASTER));
        }
        return instants.size();
    }

    @Test
    void aDamagedStoreStaysDamagedAndTheMachineStarts() {
        int cuts = cutEverywhere(Bay.article("Q321454"), Bay.MASTER, bay -> {
            assertThat(bay.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
            assertThat(bay.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(text -> text.endsWith("2148270091"));
        });
        assertThat(cuts).isGreaterThan(20);
    }

    @Test
    void aForeignMetabaseStaysForeignAndTheMachineStarts() {
        int cuts = cutEverywhere(Bay.article("Q248739"), "clone", bay -> {
            assertThat(bay.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
            assertThat(bay.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(text -> text.endsWith("2148073478"));
            assertThat(bay.texts(Bay.MASTER, 7001)).hasSize(4);
        });
        assertThat(cuts).isGreaterThan(20);
    }
}
