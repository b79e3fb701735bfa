package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Program;
import ntbed.process.ServiceStatus;
import ntbed.trace.TraceText;
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

        for (IisService service : List.of(IisService.ADMIN, IisService.WEB, IisService.FTP)) {
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
        assertThat(door.files().exists(NtPath.of(IisMachines.FILE))).isFalse();
        assertThat(run(clone, door, INSTALL)).isZero();
        clone = clone.restart();
        clone.boot();

        assertThat(IisMachines.state(clone, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(clone, "SMTPSVC")).isEqualTo(-1);
    }

    @Test
    @DisplayName("MB-07 on Workstation: Personal Web Server, whatever else the answer file wants")
    void installsPersonalWebServer() {
        Machine machine = IisMachines.booted(base(Edition.WORKSTATION, ALL), 1);

        assertThat(run(machine, machine.logOn("Administrator", ""), INSTALL)).isZero();
        machine = machine.restart();
        machine.boot();

        assertThat(IisMachines.state(machine, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.state(machine, "MSFTPSVC")).isEqualTo(IisMachines.NO_SERVICE);
    }

    @Test
    @DisplayName("X-06: installing again keeps the metabase and adds what was not installed; sites and passwords stay")
    void installingAgainAdds() {
        Machine machine = IisMachines.booted(base(Edition.SERVER, "[Components]\r\niis_www=ON\r\n"), 1);
        Win32 door = machine.logOn("Administrator", "");
        assertThat(run(machine, door, INSTALL)).isZero();
        var unused = Requests.call(door, "SetData", "/LM/W3SVC/1", "1015\t0\t1\tSTRING\tMine");
        List<String> before = Requests.call(door, "GetAll", "/LM/W3SVC");
        assertThat(IisMachines.state(machine, "MSFTPSVC")).isEqualTo(IisMachines.NO_SERVICE);
        door.files().write(NtPath.of("C:\\Ntoptpak\\answers.txt"), ALL.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(machine, door, INSTALL)).isZero();
        assertThat(run(machine, door, INSTALL)).isZero();
        machine = machine.restart();
        machine.boot();

        Win32 again = machine.logOn("Administrator", "");
        assertThat(IisMachines.state(machine, "MSFTPSVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(Requests.call(again, "GetAll", "/LM/W3SVC")).isEqualTo(before);
        assertThat(Requests.call(again, "GetData", "/LM/W3SVC/1", "1015").get(0))
                .endsWith("Mine");
        assertThat(Requests.call(again, "GetData", "/LM/MSFTPSVC", "6021"))
                .isEqualTo(Requests.call(again, "GetData", "/LM/W3SVC", "6021"));
    }

    @Test
    @DisplayName("removing twice is as removing once; the home directory stays")
    void removingAgain() {
        Machine machine = IisMachines.booted(withIis(Edition.SERVER), 1);
        Win32 door = machine.logOn("Administrator", "");

        assertThat(run(machine, door, REMOVE)).isZero();
        assertThat(run(machine, door, REMOVE)).isZero();

        assertThat(door.files().exists(NtPath.of("C:\\Inetpub\\wwwroot\\default.htm")))
                .isTrue();
        assertThat(door.files().exists(NtPath.of("C:\\WINNT\\System32\\inetsrv")))
                .isFalse();
    }

    @Test
    @DisplayName("PathWWWRoot of section [iis] is the home directory")
    void theHomeDirectory() {
        Machine machine = IisMachines.booted(
                base(Edition.SERVER, ALL + "[iis]\r\nPathWWWRoot = \"C:\\Pages\"\r\nPathFTPRoot = nonsense\r\n"), 1);
        Win32 door = machine.logOn("Administrator", "");

        assertThat(run(machine, door, INSTALL)).isZero();

        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1/ROOT", "3001").get(0))
                .endsWith("C:\\\\Pages");
        assertThat(door.files().exists(NtPath.of("C:\\Pages\\default.htm"))).isTrue();
        assertThat(Requests.call(door, "GetData", "/LM/MSFTPSVC/1/ROOT", "3001").get(0))
                .endsWith("ftproot");
    }

    @Test
    @DisplayName("Q218458: without NTLMSSP set-up ends with 0x80080005, after 7003 and DCOM event 10005")
    void withoutNtlmssp() {
        MachineImage image = FaultInjector.on(base(Edition.SERVER, ALL))
                .deleteKey(Layout.SERVICES + "NtLmSsp")
                .image();
        Machine machine = IisMachines.booted(image, 1);

        int result = run(machine, machine.logOn("Administrator", ""), INSTALL);

        assertThat(Integer.toHexString(result)).isEqualTo("80080005");
        assertThat(IisMachines.events(machine, 10005)).isNotEmpty();
        assertThat(IisMachines.events(machine, 7003)).anyMatch(text -> text.contains("NTLMSSP"));
    }

    @Test
    void aWrongCommandAndAMissingFileAreRefused() {
        Machine machine = IisMachines.booted(base(Edition.SERVER, ALL), 1);
        Win32 door = machine.logOn("Administrator", "");

        assertThat(run(machine, door, "C:\\Ntoptpak\\iis\\iissetup.exe")).isEqualTo(87);
        assertThat(run(machine, door, "C:\\Ntoptpak\\iis\\iissetup.exe /install C:\\none.txt"))
                .isEqualTo(2);
        assertThat(IisMachines.state(machine, "IISADMIN")).isEqualTo(IisMachines.NO_SERVICE);
    }

    @Test
    @DisplayName("no password and no key is in a trace, a message or an event")
    void secretsStaySecret() {
        Machine machine = IisMachines.booted(base(Edition.SERVER, ALL), 1);
        Win32 door = machine.logOn("Administrator", "");
        assertThat(run(machine, door, INSTALL)).isZero();
        String web = field(Requests.call(door, "GetData", "/LM/W3SVC", "6021").get(0));
        String application =
                field(Requests.call(door, "GetData", "/LM/W3SVC", "7502").get(0));
        byte[] key = MachineKey.of(machine.asSystem().registry()).orElseThrow().bytes();
        byte[] container = machine.asSystem()
                .registry()
                .value(KeyContainers.path(Layout.CONTAINER), "Exchange")
                .orElseThrow()
                .data();

        String trace = TraceText.of(machine.trace().events());

        assertThat(trace).contains("Metabase.bin", "(").doesNotContain(web, application);
        for (byte[] secret : List.of(key, container)) {
            assertThat(trace).doesNotContain(HexFormat.ofDelimiter(" ").formatHex(secret, 0, 8));
        }
    }

    private static String field(String line) {
        return line.substring(line.lastIndexOf('\t') + 1);
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
                .flatMap(value -> Optional.of(value.dword().orElse(-1)))
                .orElse(-1);
    }
}
