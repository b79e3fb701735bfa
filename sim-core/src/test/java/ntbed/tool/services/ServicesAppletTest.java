package ntbed.tool.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.NetService;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.tool.services.ServicesApplet.Row;
import ntbed.tool.services.ServicesApplet.StartupType;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesAppletTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

    private final MachineBuilder builder = MachineBuilder.of(BaseInstallation.server());

    @Test
    void theListHasStatusAndStartup() {
        ServicesApplet applet = ServicesApplet.open(door());
        assertThat(applet.rows()).extracting(Row::service).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(applet.row("computer browser")).contains(new Row("Computer Browser", "Started", "Automatic"));
        assertThat(applet.row("UPS")).contains(new Row("UPS", "", "Manual"));
        assertThat(applet.row("Beep")).as("a driver").isEmpty();
        applet.close();
    }

    @Test
    void startAndStopShowInTheList() {
        ServicesApplet applet = ServicesApplet.open(door());
        assertThat(applet.start("UPS")).isTrue();
        assertThat(applet.row("UPS")).contains(new Row("UPS", "Started", "Manual"));
        assertThat(applet.stop("UPS")).isEmpty();
        assertThat(applet.row("UPS")).contains(new Row("UPS", "", "Manual"));
    }

    @Test
    void dependentsAreAskedAboutBeforeAStop() {
        Win32 door = door();
        ServicesApplet applet = ServicesApplet.open(door);
        Desktop.Dialog question = applet.stop("Workstation").orElseThrow();
        assertThat(question.text()).contains("Messenger").contains("Computer Browser");
        door.desktop().answer(question, new Desktop.Answer("Cancel", Map.of()));
        assertThat(applet.row("Messenger").orElseThrow().status()).isEqualTo("Started");
        door.desktop().answer(applet.stop("Workstation").orElseThrow(), new Desktop.Answer("OK", Map.of()));
        assertThat(applet.row("Messenger").orElseThrow().status()).isEmpty();
        assertThat(applet.row("Workstation").orElseThrow().status()).isEmpty();
    }

    @Test
    @DisplayName("C1: a failure names service, computer and the error with four digits, in a window titled Services")
    void couldNotStart() {
        builder.delete("C:\\WINNT\\System32\\ups.exe");
        Win32 door = door();
        assertThat(ServicesApplet.open(door).start("UPS")).isFalse();
        Desktop.Dialog box = last(door);
        assertThat(box.title()).isEqualTo("Services");
        assertThat(box.text())
                .isEqualTo("Could not start the UPS service on \\\\NTSERVER.\n"
                        + "Error 0002: The system cannot find the file specified.");
    }

    @ParameterizedTest
    @DisplayName("C2: seven Win32 codes are shown as network codes, all others as they are")
    @CsvSource({
        "1053, 2186", "1056, 2182", "1062, 2184", "1060, 2185", "1055, 2180", "1061, 2189", "1052, 2191",
        "1058, 1058", "1067, 1067", "1068, 1068", "1069, 1069", "1072, 1072", "1075, 1075", "2, 2"
    })
    void remapped(int win32Code, int shown) {
        assertThat(NetService.remap(win32Code)).isEqualTo(shown);
    }

    @Test
    @DisplayName("C2: a service that does not connect is 2186 in the applet, 1053 in the log")
    void timeout() {
        builder.image("C:\\WINNT\\System32\\ups.exe", ImageFile.of("service").with("connectMillis", "-1"));
        Win32 door = door();
        assertThat(ServicesApplet.open(door).start("UPS")).isFalse();
        assertThat(last(door).text()).endsWith("Error 2186: The service is not responding to the control function.");
    }

    @Test
    @DisplayName("C3: an exit code without a text is 2140")
    void noText() {
        builder.image("C:\\WINNT\\System32\\ups.exe", ImageFile.of("service").with("exitCode", "10049"));
        Win32 door = door();
        assertThat(ServicesApplet.open(door).start("UPS")).isFalse();
        assertThat(last(door).text()).endsWith("Error 2140: An internal Windows NT error occurred.");
    }

    @Test
    @DisplayName("C4: a service-specific code has a sentence of its own")
    void specific() {
        builder.image(
                "C:\\WINNT\\System32\\ups.exe",
                ImageFile.of("service").with("exitCode", "1066").with("specificCode", "2612"));
        Win32 door = door();
        assertThat(ServicesApplet.open(door).start("UPS")).isFalse();
        assertThat(last(door).text()).isEqualTo("The UPS service returned service specific error 2612.");
    }

    @Test
    @DisplayName("C3: a service-specific code with its error bit set is 2140")
    void specificStatus() {
        builder.image(
                "C:\\WINNT\\System32\\ups.exe",
                ImageFile.of("service").with("exitCode", "1066").with("specificCode", "2148270091"));
        Win32 door = door();
        assertThat(ServicesApplet.open(door).start("UPS")).isFalse();
        assertThat(last(door).text())
                .isEqualTo("Could not start the UPS service on \\\\" + door.computerName() + ".\n"
                        + "Error 2140: An internal Windows NT error occurred.");
    }

    @Test
    void theStartupTypeIsChosenInADialog() {
        Win32 door = door();
        ServicesApplet applet = ServicesApplet.open(door);
        applet.startup("UPS").choose(StartupType.DISABLED);
        assertThat(applet.row("UPS").orElseThrow().startup()).isEqualTo("Disabled");
        assertThat(door.registry().value(SERVICES + "UPS", "Start")).contains(RegistryValue.dword(4));
        applet.startup("UPS").cancel();
        assertThat(applet.start("UPS")).isFalse();
        assertThat(last(door).text()).endsWith("Error 1058: The specified service is disabled and cannot be started.");
    }

    @Test
    void aLockedDatabaseIsReported() {
        Win32 door = door();
        ServicesApplet applet = ServicesApplet.open(door);
        try (ScManagerHandle other =
                door.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_LOCK)) {
            var lock = other.lockServiceDatabase();
            applet.startup("UPS").choose(StartupType.DISABLED);
            assertThat(last(door).text()).endsWith("Error 2180: The service database is locked.");
            lock.unlock();
        }
        assertThat(applet.row("UPS").orElseThrow().startup()).isEqualTo("Manual");
    }

    @Test
    @DisplayName("C5: the applet grants the right to log on as a service and says so; a missing password is 1057")
    void account() {
        Win32 door = door();
        Sid worker = door.accounts().addUser("Worker", "secret", "");
        ServicesApplet applet = ServicesApplet.open(door);
        applet.startup("UPS").logOnAs("Worker", "", "");
        assertThat(last(door).text()).endsWith("Error 1057: The account name is invalid or does not exist.");
        applet.startup("UPS").logOnAs("Worker", "one", "two");
        assertThat(last(door).text()).contains("does not match");
        assertThat(door.accounts().rightsOf(worker)).isEmpty();

        applet.startup("UPS").logOnAs("Worker", "wrong", "wrong");
        assertThat(door.accounts().rightsOf(worker)).isEqualTo(List.of(Privilege.SE_SERVICE_LOGON));
        assertThat(last(door).text())
                .isEqualTo("The account .\\Worker has been granted the Log On As A Service right.");
        assertThat(door.registry().value(SERVICES + "UPS", "ObjectName").flatMap(RegistryValue::text))
                .isEqualTo(Optional.of(".\\Worker"));
        assertThat(applet.start("UPS")).isFalse();
        assertThat(last(door).text()).contains("Error 1069:");

        applet.startup("UPS").logOnAs("Worker", "secret", "secret");
        assertThat(applet.start("UPS")).isTrue();
    }

    private static Desktop.Dialog last(Win32 door) {
        List<Desktop.Dialog> shown = door.desktop().shown();
        return shown.get(shown.size() - 1);
    }

    private Win32 door() {
        Machine machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        return machine.logOn("Administrator", "");
    }
}
