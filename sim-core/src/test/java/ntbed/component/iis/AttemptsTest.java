package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.crypto.MachineKey;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people try on a failing clone, and what comes of it: one test a row. */
class AttemptsTest {
    private static final String BACKUP = "C:\\WINNT\\System32\\inetsrv\\MetaBack\\master.md0";
    private static final MachineImage MASTER = master();
    private MachineImage clone = MASTER;

    /** A server with IIS and a backup of its metabase, the Option Pack's files on its disk. */
    private static MachineImage master() {
        MachineImage image = SetupTest.disc(MachineBuilder.of(IisMachines.server()), SetupTest.ALL)
                .build();
        Machine machine = IisMachines.booted(image, 1);
        assertThat(Requests.call(machine.asSystem(), "Backup", "master")).containsExactly("0");
        return machine.shutDown();
    }

    @BeforeEach
    void makeAClone() {
        Machine machine = IisMachines.cloneOf(MASTER, 7);
        assertThat(IisMachines.events(machine, 7024)).containsExactly(IisMachines.BAD_SIGNATURE);
        clone = machine.shutDown();
    }

    @Test
    @DisplayName("MB6-01: the master's backup in the place of the metabase: the same 7024")
    void restoreTheMastersBackup() {
        byte[] backup = CodeMachines.file(clone, BACKUP);

        stillFails(
                FaultInjector.on(clone).overwriteFile(IisMachines.FILE, backup).image());
    }

    @Test
    @DisplayName("MB6-02: the master's Metabase.bin: the same 7024")
    void copyTheMastersFile() {
        byte[] file = CodeMachines.file(MASTER);

        stillFails(FaultInjector.on(clone).overwriteFile(IisMachines.FILE, file).image());
    }

    @Test
    @DisplayName("MB6-03: without Metabase.bin there is no configuration, and IIS does not work")
    void deleteTheFile() {
        stillFails(FaultInjector.on(clone).deleteFile(IisMachines.FILE).image());

        Machine healthy = IisMachines.booted(
                FaultInjector.on(MASTER).deleteFile(IisMachines.FILE).image(), 1);
        assertThat(IisMachines.state(healthy, "IISADMIN")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(healthy, "W3SVC")).isEqualTo(ServiceStatus.STOPPED);
        assertThat(IisMachines.events(healthy, 7023)).hasSize(4);
    }

    @Test
    @DisplayName("MB6-04: the service pack again: no help")
    void serviceFiles() {
        MachineBuilder machine = MachineBuilder.of(clone);
        IisFiles.inetsrv().forEach((name, content) -> machine.file("C:\\WINNT\\System32\\inetsrv\\" + name, content));

        stillFails(machine.build());
    }

    @Test
    @DisplayName("MB6-05: the master's machine key on the clone would open it (no tool of NT can do that)")
    void theMastersKey() {
        RegistryValue key = MachineBuilder.of(MASTER)
                .value(MachineKey.KEY, MachineKey.VALUE)
                .orElseThrow();

        Machine machine = IisMachines.booted(
                FaultInjector.on(clone)
                        .setValue(MachineKey.KEY, MachineKey.VALUE, key)
                        .image(),
                2);

        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    @DisplayName("MB6-06: the Option Pack removed and installed again: works, under the new key; old sites are lost")
    void removeAndInstallAgain() {
        Machine machine = IisMachines.booted(clone, 2);
        assertThat(SetupTest.run(machine, machine.logOn("Administrator", ""), SetupTest.REMOVE))
                .isZero();
        machine = restarted(machine);
        Win32 door = machine.logOn("Administrator", "");
        assertThat(door.files().exists(NtPath.of(BACKUP))).isFalse();
        assertThat(IisMachines.state(machine, "IISADMIN")).isEqualTo(IisMachines.NO_SERVICE);
        assertThat(door.accounts().lookupName("IUSR_NTSERVER")).isEmpty();
        assertThat(SetupTest.run(machine, door, SetupTest.INSTALL)).isZero();
        machine = restarted(machine);

        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.events(machine, 7024)).hasSizeLessThan(3);
        assertThat(Requests.call(machine.asSystem(), "EnumKeys", "/LM/W3SVC")).containsExactly("1", "2");
    }

    @Test
    @DisplayName("MB6-07: the clone made first, the Option Pack installed then: works")
    void cloneFirst() {
        Machine machine = IisMachines.cloneOf(SetupTest.base(Edition.SERVER, SetupTest.ALL), 7);
        assertThat(SetupTest.run(machine, machine.logOn("Administrator", ""), SetupTest.INSTALL))
                .isZero();

        assertThat(IisMachines.state(restarted(machine), "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    @DisplayName("MB6-08: Service Pack 6a and Internet Explorer 5.01 before imaging: works")
    void newerSystemFirst() {
        MachineBuilder machine = MachineBuilder.of(IisMachines.installed(BaseInstallation.of(Edition.SERVER, 6)));
        machine.set("HKLM\\SOFTWARE\\Microsoft\\Internet Explorer", "Version", RegistryValue.sz("5.00.2919.6307"));

        assertThat(IisMachines.state(IisMachines.cloneOf(machine.build(), 7), "W3SVC"))
                .isEqualTo(ServiceStatus.RUNNING);
    }

    @Test
    @DisplayName("MB6-09: the system locale French (Standard) on the clone: does not decrypt, does not start")
    void frenchAfterwards() {
        Machine machine = IisMachines.booted(
                MachineBuilder.of(clone)
                        .set(Layout.LANGUAGE, "Default", RegistryValue.sz("040C"))
                        .build(),
                2);

        assertThat(IisMachines.state(machine, "IISADMIN")).isEqualTo(ServiceStatus.STOPPED);
    }

    @Test
    @DisplayName("MB6-10: installed again on the master and imaged in the same order: fails again")
    void theSameOrderAgain() {
        Machine master = IisMachines.booted(MASTER, 3);
        assertThat(SetupTest.run(master, master.logOn("Administrator", ""), SetupTest.REMOVE))
                .isZero();
        master = restarted(master);
        assertThat(SetupTest.run(master, master.logOn("Administrator", ""), SetupTest.INSTALL))
                .isZero();

        Machine again = IisMachines.cloneOf(master.shutDown(), 9);

        assertThat(IisMachines.events(again, 7024)).contains(IisMachines.BAD_SIGNATURE);
    }

    private static void stillFails(MachineImage image) {
        Machine machine = IisMachines.booted(image, 2);
        assertThat(IisMachines.events(machine, 7024)).hasSize(2).allMatch(IisMachines.BAD_SIGNATURE::equals);
        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ServiceStatus.STOPPED);
    }

    private static Machine restarted(Machine machine) {
        Machine next = machine.restart();
        next.boot();
        return next;
    }
}
