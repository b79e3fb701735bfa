package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ntbed.boot.ControlSetSelection;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What must hold of every machine that a test switched on through {@link TestMachines}, whatever the test did to it: no
 * service started before its dependencies ran, Current names a control set that exists, record numbers rise, the clock
 * never goes back, a cause lies before its effect.
 */
public final class MachineInvariants implements BeforeEachCallback, AfterEachCallback {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final ThreadLocal<List<Machine>> WATCHED = ThreadLocal.withInitial(ArrayList::new);

    static void watch(Machine machine) {
        WATCHED.get().add(machine);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        WATCHED.get().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        WATCHED.get().forEach(MachineInvariants::check);
        WATCHED.get().clear();
    }

    /** Checks one machine now. */
    public static void check(Machine machine) {
        stamps(machine.trace().events());
        records(machine.trace().events());
        if (machine.isOn() && machine.hasRegistry()) {
            controlSet(machine.asSystem().registry());
            dependencies(machine.asSystem().registry(), machine.trace().events());
        }
    }

    private static void stamps(List<TraceEvent> events) {
        long last = 0;
        for (int i = 0; i < events.size(); i++) {
            var stamp = events.get(i).stamp();
            assertThat(stamp.number()).isEqualTo(i + 1);
            assertThat(stamp.uptimeMillis()).isGreaterThanOrEqualTo(last);
            assertThat(stamp.cause()).isLessThan(stamp.number());
            last = stamp.uptimeMillis();
        }
    }

    private static void records(List<TraceEvent> events) {
        Map<String, Integer> last = new TreeMap<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.EventLogged logged) {
                Integer before = last.put(logged.log(), logged.recordNumber());
                if (before != null && logged.recordNumber() != 1) {
                    assertThat(logged.recordNumber()).isEqualTo(before + 1);
                }
            }
        }
    }

    private static void controlSet(RegistryApi registry) {
        int current = registry.value("HKLM\\SYSTEM\\Select", "Current")
                .orElseThrow()
                .dword()
                .orElseThrow();
        assertThat(registry.tree("HKLM\\SYSTEM\\" + ControlSetSelection.keyName(current)))
                .isPresent();
    }

    private static void dependencies(RegistryApi registry, List<TraceEvent> events) {
        Set<String> running = new HashSet<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.Stage stage && stage.stage().equals("loader")) {
                running.clear();
            } else if (event instanceof TraceEvent.ServiceChanged change) {
                if (change.to().equals("START_PENDING")) {
                    var needed = registry.value(SERVICES + change.service(), "DependOnService")
                            .flatMap(RegistryValue::texts)
                            .orElse(List.of());
                    needed.forEach(
                            name -> assertThat(running).as(change.service()).contains(NtPath.fold(name)));
                }
                if (change.to().equals("RUNNING")) {
                    running.add(NtPath.fold(change.service()));
                } else if (change.to().equals("STOPPED")) {
                    running.remove(NtPath.fold(change.service()));
                }
            }
        }
    }
}
