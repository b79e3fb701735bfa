package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Program;
import ntbed.process.ServiceStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SetupTest {
    static final String INSTALL = "C:\\Ntoptpak\\iis\\iissetup.exe /install C:\\Ntoptpak\\answers.txt";
    static final String REMOVE = "C:\\Ntoptpak\\iis\\iissetup.exe /remove";
    static final String ALL = "[Components]\r\niis_common = ON\r\niis_www = ON\r\niis_ftp=ON\r\n";

    @Test
    @DisplayName("MB-07: set-up on the clone: services start, names and keys are the clone's")
    void installsOnTheClone() {
        Machine clone = IisMachines.cloneOf(base(Edition.SERVER, ALL), 7);
        Win32 door = clone.logOn("Administrator", "");

        assertThat(run(clone, door, INSTALL)).isZero();
        Machine restarted = clone.restart();
        restarted.boot();

        for (IisService service : java.util.List.of(IisService.ADMIN, IisService.WEB, IisService.FTP)) {
            assertThat(IisMachines.state(restarted, service.name())).isEqualTo(ServiceStatus.RUNNING);
        }
        assertThat(IisMachines.events(restarted, 7024)).isEmpty();
        assertThat(restarted.asSystem().accounts().lookupName("IUSR_CLONE")).isPresent();
        assertThat(restarted.asSystem().accounts().lookupName("IWAM_CLONE")).isPresent();
        assertThat(Iis.readable(IisMachines.content(restarted, IisMachines.FILE)))
                .contains("/LM/W3SVC\t6020\t1\t2\tSTRING\tIUSR_CLONE")
                .contains("/LM/W3SVC\t6021\t5\t2\tSTRING\t(secure)");
    }

    @Test
    @DisplayName("MB6-06: removing the Option Pack and installing it again helps; the old metabase is lost")
    void removingAndInstallingAgainHelps() {
        Machine clone = IisMachines.cloneOf(withIis(Edition.SERVER), 7);
        assertThat(IisMachines.events(clone, 7024)).hasSize(1);
        Win32 door = clone.logOn("Administrator", "");

        assertThat(run(clone, door, REMOVE)).isZero();
        clone = clone.restart();
        clone.boot();
        door = clone.logOn("Administrator", "");
        assertThat(door.files().exists(ntbed.filesystem.NtPath.of(IisMachines.FILE)))
                .isFalse();
        assertThat(run(clone, door, INSTALL)).isZero();
        clone = clone.restart();
        clone.boot();

        assertThat(IisMachines.state(clone, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(clone, "SMTPSVC")).isEqualTo(-1);
    }

    /** A base machine with the Option Pack's files on its disk. */
    static MachineImage base(Edition edition, String answers) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.of(edition, 4));
        ProtectedStorage.component().install(machine);
        machine.programs(Iis.component().programs().toArray(new Program[0]));
        return disc(machine, answers).build();
    }

    private static MachineImage withIis(Edition edition) {
        return disc(MachineBuilder.of(IisMachines.installed(BaseInstallation.of(edition, 4))), ALL)
                .build();
    }

    static MachineBuilder disc(MachineBuilder machine, String answers) {
        Iis.discFiles().forEach((name, content) -> machine.file("C:\\Ntoptpak\\" + name, content));
        return machine.file("C:\\Ntoptpak\\answers.txt", answers.getBytes(StandardCharsets.ISO_8859_1));
    }

    static int run(Machine machine, Win32 door, String commandLine) {
        var unused = door.createProcess(commandLine);
        machine.runForMillis(120_000);
        return machine.asSystem()
                .registry()
                .value(Layout.INET_STP, Layout.LAST_RESULT)
                .flatMap(value -> java.util.Optional.of(value.dword().orElse(-1)))
                .orElse(-1);
    }
}
