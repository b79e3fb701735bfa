package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.crypto.MachineKey;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneTest {
    private static final MachineImage SERVER = IisMachines.server();
    private static final String DEPENDS =
            " service depends on the IIS Admin Service service which failed to start because of the following error:";

    @Test
    @DisplayName("MB-01: a metabase opens on its own machine after any number of restarts")
    void opensAtHome() {
        Machine machine = IisMachines.booted(SERVER, 1);

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
        Machine clone = IisMachines.cloneOf(SERVER, 7);
        Machine control = IisMachines.cloneOf(SERVER, 7, "-NoSidgen");

        assertThat(IisMachines.events(clone, 7024)).containsExactly(IisMachines.BAD_SIGNATURE);
        assertThat(IisMachines.events(clone, 7001)).hasSize(4).allMatch(text -> text.contains(DEPENDS));
        assertThat(notRunning(clone)).isEqualTo(new TreeSet<>(IisMachines.names(true)));
        assertThat(notRunning(control)).isEmpty();
        clone.logOn("Administrator", "");
        clone.settle();
        assertThat(clone.desktop().shown())
                .extracting(Desktop.Dialog::text)
                .contains("At least one service failed to start.");
    }

    @Test
    @DisplayName("MB-03: the machine key alone decides: -NoSidgen keeps it, and so does putting the old one back")
    void theKeyAloneDecides() {
        Machine kept = IisMachines.cloneOf(SERVER, 7, "-NoSidgen");
        MachineImage clone = IisMachines.cloneOf(SERVER, 7).shutDown();
        RegistryValue old = MachineBuilder.of(SERVER)
                .value(MachineKey.KEY, MachineKey.VALUE)
                .orElseThrow();
        MachineImage healed = FaultInjector.on(clone)
                .setValue(MachineKey.KEY, MachineKey.VALUE, old)
                .image();
        MachineImage foreign = FaultInjector.on(SERVER)
                .setValue(MachineKey.KEY, MachineKey.VALUE, RegistryValue.binary(new byte[MachineKey.BYTES]))
                .image();

        assertThat(IisMachines.state(kept, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(IisMachines.booted(healed, 3), "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.events(IisMachines.booted(foreign, 3), 7024)).containsExactly(IisMachines.BAD_SIGNATURE);
    }

    @Test
    @DisplayName("MB-04: what is not secure can be read in a file from another machine")
    void theRestIsReadable() {
        Machine clone = IisMachines.cloneOf(SERVER, 7);

        List<String> lines = Iis.readable(IisMachines.content(clone, IisMachines.FILE));

        assertThat(lines)
                .contains("/LM/W3SVC/1\t1015\t0\t1\tSTRING\tDefault Web Site")
                .contains("/LM/W3SVC\t6020\t1\t2\tSTRING\tIUSR_NTSERVER")
                .contains("/LM/W3SVC\t7502\t5\t100\tSTRING\t(secure)");
    }

    @Test
    @DisplayName("MB-06: Personal Web Server on Workstation fails alike; it has IISADMIN and W3SVC")
    void workstationFailsAlike() {
        MachineImage workstation = IisMachines.workstation();
        Machine master = IisMachines.booted(workstation, 1);
        Machine clone = IisMachines.cloneOf(workstation, 7);

        assertThat(IisMachines.state(master, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(master, "MSFTPSVC")).isEqualTo(IisMachines.NO_SERVICE);
        assertThat(IisMachines.events(clone, 7024)).containsExactly(IisMachines.BAD_SIGNATURE);
        assertThat(notRunning(clone)).containsExactlyInAnyOrder("IISADMIN", "W3SVC");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4.72.3110.8, false",
        "5, 4.72.3110.8, false",
        "5, 5.00.2919.6307, false",
        "6, 4.72.3110.8, false",
        "6, 5.00.2014.0216, false",
        "6, 5.00.2919.6307, true",
        "6, 5.50.4134.0600, true",
        "6, '', false",
        "6, 5.x, false"
    })
    @DisplayName("MB-08: clones work from Service Pack 6a with Internet Explorer 5.01 on")
    void theVersionGate(int servicePack, String explorer, boolean works) {
        MachineBuilder machine =
                MachineBuilder.of(IisMachines.installed(BaseInstallation.of(Edition.SERVER, servicePack)));
        machine.set("HKLM\\SOFTWARE\\Microsoft\\Internet Explorer", "Version", RegistryValue.sz(explorer));

        Machine clone = IisMachines.cloneOf(machine.build(), 7);

        assertThat(IisMachines.state(clone, "W3SVC")).isEqualTo(works ? ServiceStatus.RUNNING : ServiceStatus.STOPPED);
        assertThat(IisMachines.events(clone, 7024)).hasSize(works ? 0 : 1);
    }

    @Test
    @DisplayName("MB-11: event 7024 prints the code unsigned")
    void theCodeIsUnsigned() {
        assertThat(IisMachines.events(IisMachines.cloneOf(SERVER, 7), 7024))
                .allMatch(text -> text.contains(" 2148073478."));
    }

    @Test
    @DisplayName("MB-12: running set-up over a metabase that does not open repairs nothing: by design")
    void nothingRepairsTheOldMetabase() {
        MachineBuilder master = SetupTest.disc(MachineBuilder.of(SERVER), SetupTest.ALL);
        Machine clone = IisMachines.cloneOf(master.build(), 7);

        int result = SetupTest.run(clone, clone.logOn("Administrator", ""), SetupTest.INSTALL);

        assertThat(Integer.toUnsignedLong(result)).isEqualTo(0x8008_0005L);
        assertThat(IisMachines.events(clone, 7024)).hasSizeGreaterThan(1).allMatch(IisMachines.BAD_SIGNATURE::equals);
    }

    @Test
    @DisplayName("S3-11: two installed machines have different machine keys")
    void installedMachinesDiffer() {
        assertThat(fingerprint(BaseInstallation.of(Edition.SERVER, 4)))
                .isNotEqualTo(fingerprint(BaseInstallation.of(Edition.WORKSTATION, 4)));
    }

    @Test
    @DisplayName("S3-12: a clone's machine key differs from its master's and from another clone's")
    void clonesDiffer() {
        MachineImage one = IisMachines.cloneOf(SERVER, 7).shutDown();
        MachineImage other = IisMachines.cloneOf(SERVER, 8).shutDown();

        assertThat(List.of(fingerprint(SERVER), fingerprint(one), fingerprint(other)))
                .doesNotHaveDuplicates();
    }

    private static String fingerprint(MachineImage image) {
        return MachineBuilder.of(image)
                .value(MachineKey.KEY, MachineKey.VALUE)
                .flatMap(MachineKey::decode)
                .orElseThrow()
                .fingerprint();
    }

    /** The automatic services that do not run. */
    private static Set<String> notRunning(Machine machine) {
        Set<String> names = new TreeSet<>();
        machine.asSystem()
                .registry()
                .tree("HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services")
                .orElseThrow()
                .subkeys()
                .forEach(service -> {
                    int type = service.value("Type")
                            .map(value -> value.dword().orElse(0))
                            .orElse(0);
                    int start = service.value("Start")
                            .map(value -> value.dword().orElse(9))
                            .orElse(9);
                    if ((type & 0x30) != 0
                            && start == 2
                            && IisMachines.state(machine, service.name()) != ServiceStatus.RUNNING) {
                        names.add(service.name());
                    }
                });
        names.remove("Psysdup2");
        return names;
    }
}
