package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A boot with a service that never connects, against the clock: it holds auto-start up for 120 s, and what was done
 * meanwhile (a log-on) counts only when auto-start is over.
 */
@ExtendWith(MachineInvariants.class)
class ReferenceBootTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final long TIMEOUT_MILLIS = 120_000;

    private static MachineImage withMute() {
        MachineBuilder builder = TestMachines.builder().service("X", 0x10, 2, 1).service("Y", 0x10, 2, 1);
        builder.set(SERVICES + "X", "ImagePath", RegistryValue.sz("C:\\WINNT\\System32\\x.exe"));
        builder.image("C:\\WINNT\\System32\\x.exe", ImageFile.of("service").with("connectMillis", "-1"));
        builder.set(SERVICES + "Y", "ImagePath", RegistryValue.sz("C:\\WINNT\\System32\\simple.exe"));
        builder.set(SERVICES + "Y", "DependOnService", RegistryValue.multiSz("X"));
        return builder.build();
    }

    private static List<TraceEvent.EventLogged> failures(Machine machine) {
        return machine.trace().events().stream()
                .filter(event -> event instanceof TraceEvent.EventLogged)
                .map(event -> (TraceEvent.EventLogged) event)
                .filter(event -> event.source().equals("Service Control Manager"))
                .toList();
    }

    private static long at(Machine machine, String service, String state) {
        return machine.trace().events().stream()
                .filter(event -> event instanceof TraceEvent.ServiceChanged change
                        && change.service().equals(service)
                        && change.to().equals(state))
                .mapToLong(event -> event.stamp().uptimeMillis())
                .findFirst()
                .orElseThrow();
    }

    private static long stageAt(Machine machine, String stage) {
        return machine.trace().events().stream()
                .filter(event -> event instanceof TraceEvent.Stage reached
                        && reached.stage().equals(stage))
                .mapToLong(event -> event.stamp().uptimeMillis())
                .findFirst()
                .orElse(-1);
    }

    @Test
    @DisplayName("T1: 120 s after the start of X come 7009 and 7000 with the text of 1053, then 7001 for its dependant")
    void timeOut() {
        Machine machine = TestMachines.powerOn(withMute());
        machine.boot();
        long started = at(machine, "X", "START_PENDING");
        assertThat(failures(machine))
                .extracting(TraceEvent.EventLogged::eventId)
                .containsExactly(7009, 7000, 7001);
        assertThat(failures(machine).get(0).stamp().uptimeMillis()).isEqualTo(started + TIMEOUT_MILLIS);
        assertThat(failures(machine).get(1).stamp().uptimeMillis()).isEqualTo(started + TIMEOUT_MILLIS);
        assertThat(failures(machine).get(0).description()).contains("Timeout (120000 milliseconds)");
        assertThat(failures(machine).get(1).description()).contains("did not respond to the start or control request");
        assertThat(stageAt(machine, "auto-start is over")).isGreaterThanOrEqualTo(started + TIMEOUT_MILLIS);
    }

    @Test
    @DisplayName("E6, L4: who logged on early sees the message, and makes the boot good, when auto-start is over")
    void earlyLogOn() {
        Machine machine = TestMachines.powerOn(withMute());
        assertThat(machine.waitForLogOnBox()).isTrue();
        machine.runForMillis(10_000);
        machine.logOn("Administrator", "");
        assertThat(machine.desktop().shown()).isEmpty();
        assertThat(machine.asSystem().registry().tree("HKLM\\SYSTEM\\Clone")).isPresent();
        machine.boot();
        machine.runForMillis(5_000);
        assertThat(machine.desktop().shown()).hasSize(1);
        assertThat(machine.desktop().shown().get(0).title()).isEqualTo("Service Control Manager");
        assertThat(machine.asSystem().registry().tree("HKLM\\SYSTEM\\Clone")).isEmpty();
    }

    @Test
    @DisplayName("E6: without a log-on the message waits for the next one")
    void lateLogOn() {
        Machine machine = TestMachines.powerOn(withMute());
        machine.boot();
        machine.settle();
        assertThat(machine.desktop().shown()).isEmpty();
        machine.logOn("Administrator", "");
        assertThat(machine.desktop().shown()).hasSize(1);
    }
}
