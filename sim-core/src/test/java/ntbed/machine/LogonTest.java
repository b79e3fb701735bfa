package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.component.base.BaseInstallation;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.trace.TraceText;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(MachineInvariants.class)
class LogonTest {
    private static final String VERSION = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";

    private static Machine withUser() {
        Machine machine = TestMachines.booted();
        var accounts = machine.asSystem().accounts();
        Sid sid = accounts.addUser("anna", "secret", "");
        accounts.addMember("Users", sid);
        accounts.addMember("Power Users", sid);
        Sid off = accounts.addUser("otto", "secret", "");
        accounts.addMember("Power Users", off);
        accounts.setDisabled("otto", true);
        Sid none = accounts.addUser("nobody", "secret", "");
        assertThat(accounts.rightsOf(none)).isEmpty();
        return machine;
    }

    @DisplayName("a log-on is refused with the code of its reason")
    @ParameterizedTest
    @CsvSource({
        "anna, wrong, ERROR_LOGON_FAILURE",
        "unknown, secret, ERROR_LOGON_FAILURE",
        "otto, secret, ERROR_ACCOUNT_DISABLED",
        "ELSEWHERE\\anna, secret, ERROR_NO_LOGON_SERVERS"
    })
    void refused(String user, String password, Win32Error error) {
        Machine machine = withUser();
        assertThatThrownBy(() -> machine.logOn(user, password))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    @DisplayName("without the right to log on locally: 1385")
    void rightMissing() {
        Machine machine = withUser();
        machine.asSystem().accounts().revoke(Sid.EVERYONE, Privilege.SE_INTERACTIVE_LOGON);
        assertThatThrownBy(() -> machine.logOn("nobody", "secret"))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_LOGON_TYPE_NOT_GRANTED));
    }

    @Test
    @DisplayName("who comes first gets a copy of Default User; who comes again keeps what is there")
    void defaultUser() {
        NtPath source = NtPath.of("C:\\WINNT\\Profiles\\Default User\\Desktop\\note.txt");
        NtPath own = NtPath.of("C:\\WINNT\\Profiles\\Administrator\\Desktop\\note.txt");
        MachineBuilder builder = TestMachines.builder().file(source.toString(), new byte[] {1, 2});
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        machine.logOn("Administrator", "");
        assertThat(machine.asSystem().files().read(own)).containsExactly(1, 2);
        machine.asSystem().files().delete(own);
        machine.logOn("Administrator", "");
        assertThat(machine.asSystem().files().exists(own)).isFalse();
    }

    @Test
    @DisplayName("a new user's hive is Default User's, and its keys are the user's own; a lost NTUSER.DAT begins anew")
    void defaultUsersHive() {
        NtPath file = NtPath.of("C:\\WINNT\\Profiles\\anna\\NTUSER.DAT");
        Machine machine = Machine.powerOn(BaseInstallation.server(), TestMachines.SEED);
        machine.boot();
        Sid anna = machine.asSystem().accounts().addUser("anna", "secret", "");
        machine.asSystem().accounts().addMember("Administrators", anna);
        Win32 first = machine.logOn("anna", "secret");
        String desktop = "HKCU\\Control Panel\\Desktop";
        assertThat(first.registry().value(desktop, "Wallpaper")).contains(RegistryValue.sz("(None)"));
        first.registry().setValue(desktop, "Wallpaper", RegistryValue.sz("lanmannt.bmp"));
        assertThat(first.registry().tree(desktop).orElseThrow().security().dacl())
                .contains(AccessControlEntry.allow(anna, AccessMask.KEY_ALL_ACCESS));

        Machine again = Machine.powerOn(machine.shutDown(), TestMachines.SEED);
        again.boot();
        assertThat(again.logOn("anna", "secret").registry().value(desktop, "Wallpaper"))
                .contains(RegistryValue.sz("lanmannt.bmp"));
        MachineImage damaged =
                FaultInjector.on(again.shutDown()).deleteFile(file.toString()).image();
        Machine anew = Machine.powerOn(damaged, TestMachines.SEED);
        anew.boot();
        assertThat(anew.logOn("anna", "secret").registry().value(desktop, "Wallpaper"))
                .contains(RegistryValue.sz("(None)"));
    }

    @Test
    @DisplayName("H1: the base Administrator has logged on before: NTUSER.DAT is there, and no log-on makes it anew")
    void baseAdministrator() {
        MachineImage server = BaseInstallation.server();
        NtPath file = NtPath.of("C:\\WINNT\\Profiles\\Administrator\\NTUSER.DAT");
        assertThat(server.drive('C').orElseThrow().find(file)).isPresent();
        Machine machine = Machine.powerOn(server, TestMachines.SEED);
        machine.boot();
        Win32 administrator = machine.logOn("Administrator", "");
        assertThat(administrator.registry().value("HKCU\\Control Panel\\Desktop", "Wallpaper"))
                .contains(RegistryValue.sz("(None)"));
        assertThat(TraceText.of(machine.trace().events())).doesNotContain("Administrator\\NTUSER.DAT");
    }

    @Test
    @DisplayName("without Default User the profile is made all the same")
    void noDefaultUser() {
        MachineBuilder builder = TestMachines.builder().delete("C:\\WINNT\\Profiles");
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        machine.logOn("Administrator", "");
        assertThat(machine.asSystem().files().exists(NtPath.of("C:\\WINNT\\Profiles\\Administrator\\NTUSER.DAT")))
                .isTrue();
    }

    @Test
    @DisplayName("B14: the log-on box is up while services are still starting")
    void early() {
        MachineBuilder builder = TestMachines.builder();
        builder.image("C:\\WINNT\\System32\\Simple.exe", ImageFile.of("service").with("startMillis", "9000"));
        Machine machine = TestMachines.powerOn(builder.build());
        assertThat(machine.waitForLogOnBox()).isTrue();
        assertThat(TestMachines.running(machine)).doesNotContain("Simple");
        assertThat(machine.logOn("Administrator", "").token().userName()).isEqualTo("Administrator");
        machine.boot();
        assertThat(TestMachines.running(machine)).contains("Simple");
    }

    @Test
    @DisplayName("before there is a log-on box nobody can log on")
    void tooEarly() {
        Machine machine = TestMachines.powerOn(TestMachines.image());
        assertThatThrownBy(() -> machine.logOn("Administrator", "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("H1: a user's hive is NTUSER.DAT of the profile, and keeps what the user set, from boot to boot")
    void profile() {
        Machine machine = withUser();
        Win32 anna = machine.logOn("anna", "secret");
        anna.registry().setValue("HKCU\\Software\\Mine", "x", RegistryValue.dword(5));
        assertThat(anna.environment().get("USERPROFILE")).contains("C:\\WINNT\\Profiles\\anna");
        MachineImage image = machine.shutDown();
        assertThat(image.drive('C').orElseThrow().find(NtPath.of("C:\\WINNT\\Profiles\\anna\\NTUSER.DAT")))
                .isPresent();
        Machine again = TestMachines.powerOn(image);
        again.boot();
        Win32 annaAgain = again.logOn(".\\anna", "secret");
        assertThat(annaAgain.registry().value("HKCU\\Software\\Mine", "x")).contains(RegistryValue.dword(5));
    }

    @Test
    @DisplayName("a second log-on ends the first session, and its changes are there when the user comes back")
    void secondUser() {
        Machine machine = withUser();
        machine.logOn("anna", "secret").registry().setValue("HKCU\\Software\\Mine", "x", RegistryValue.dword(5));
        machine.logOn("Administrator", "");
        Win32 anna = machine.logOn("TESTER\\anna", "secret");
        assertThat(anna.registry().value("HKCU\\Software\\Mine", "x")).contains(RegistryValue.dword(5));
        assertThat(TraceText.of(machine.trace().events()))
                .containsSubsequence("anna log on", "anna log off", "Administrator log on");
    }

    @Test
    @DisplayName("the environment comes from kernel, registry and user, each expanded by those before")
    void environment() {
        var environment = TestMachines.booted().logOn("Administrator", "").environment();
        assertThat(environment.get("SystemRoot")).contains("C:\\WINNT");
        assertThat(environment.get("windir")).contains("C:\\WINNT");
        assertThat(environment.get("ComSpec")).contains("C:\\WINNT\\system32\\cmd.exe");
        assertThat(environment.get("Path")).contains("C:\\WINNT\\system32;C:\\WINNT");
        assertThat(environment.get("USERNAME")).contains("Administrator");
        assertThat(environment.get("USERDOMAIN")).contains("TESTER");
        assertThat(environment.get("COMPUTERNAME")).contains("TESTER");
    }

    @Test
    @DisplayName("RunOnce of the machine is run once, Run at each log-on")
    void runOnce() {
        MachineImage image = FaultInjector.on(TestMachines.builder()
                        .image("C:\\WINNT\\System32\\once.exe", ImageFile.of("console"))
                        .image("C:\\WINNT\\System32\\each.exe", ImageFile.of("console"))
                        .build())
                .setValue("HKLM" + VERSION + "RunOnce", "a", RegistryValue.sz("%SystemRoot%\\System32\\once.exe"))
                .setValue("HKLM" + VERSION + "Run", "b", RegistryValue.sz("each"))
                .setValue("HKLM" + VERSION + "Run", "c", RegistryValue.sz("missing"))
                .image();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        machine.logOn("Administrator", "");
        machine.logOn("Administrator", "");
        String trace = TraceText.of(machine.trace().events());
        assertThat(trace.split("once.exe as TESTER", -1)).hasSize(2);
        assertThat(trace.split("each.exe as TESTER", -1)).hasSize(3);
    }

    @Test
    @DisplayName("a program's door has the token, environment and name of its process")
    void doorOfProcess() {
        MachineImage image = TestMachines.builder()
                .image("C:\\WINNT\\System32\\tool.exe", ImageFile.of("console").with("runMillis", "-1"))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        NtProcess process = machine.logOn("Administrator", "").createProcess("tool.exe");
        Win32 door = Win32.of(process);
        assertThat(door.token().userName()).isEqualTo("Administrator");
        assertThat(door.computerName()).isEqualTo("TESTER");
        door.traceToolUse("tool", "looked");
        assertThat(TraceText.of(machine.trace().events())).contains("tool.exe");
    }
}
