package ntbed.tool.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";

    private final MachineBuilder builder = MachineBuilder.of(BaseInstallation.server());

    @Test
    @DisplayName("N1: net start lists display names in database order, indented by three blanks")
    void list() {
        Net.Result result = Net.run(door(), "start");
        assertThat(result.exitCode()).isZero();
        assertThat(result.lines()).startsWith("These Windows NT services are started:", "");
        assertThat(result.lines()).endsWith("", "The command completed successfully.");
        assertThat(result.lines()).contains("   Computer Browser", "   Workstation", "   EventLog");
        assertThat(result.lines().indexOf("   Alerter"))
                .isLessThan(result.lines().indexOf("   Computer Browser"));
        assertThat(result.lines().indexOf("   Server"))
                .isLessThan(result.lines().indexOf("   Workstation"));
    }

    @Test
    @DisplayName("N2: a start and a stop that succeed print two lines each")
    void success() {
        Win32 door = door();
        assertThat(Net.run(door, "start UPS").lines())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).matches("The UPS service is starting\\.+"))
                .endsWith("The UPS service was started successfully.");
        Net.Result stopped = Net.run(door, "stop UPS");
        assertThat(stopped.exitCode()).isZero();
        assertThat(stopped.lines())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).matches("The UPS service is stopping\\.+"))
                .endsWith("The UPS service was stopped successfully.");
    }

    @Test
    @DisplayName("N3: what StartService refuses is a system error without a line before it")
    void refusedStart() {
        builder.set(SERVICES + "UPS", "Start", RegistryValue.dword(4));
        Net.Result result = Net.run(door(), "start ups");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.lines())
                .containsExactly(
                        "System error 1058 has occurred.",
                        "",
                        "The specified service is disabled and cannot be started.");
    }

    @Test
    @DisplayName("N3: a missing file as well")
    void missingFile() {
        builder.delete("C:\\WINNT\\System32\\ups.exe");
        assertThat(Net.run(door(), "start ups").lines())
                .containsExactly("System error 2 has occurred.", "", "The system cannot find the file specified.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "4294967295"})
    @DisplayName("N2: a wait hint is a DWORD: the longest one does not end the patience at once")
    void longWaitHint(String hint) {
        builder.image(
                "C:\\WINNT\\System32\\ups.exe",
                ImageFile.of("service").with("startMillis", "200000").with("waitHintMillis", hint));
        assertThat(Net.run(door(), "start ups").exitCode()).isZero();
    }

    @Test
    @DisplayName("N5: a service that hangs with the longest wait hint is given up after a day: 2186")
    void hangsWithLongWaitHint() {
        builder.image(
                "C:\\WINNT\\System32\\ups.exe",
                ImageFile.of("service").with("hangAtStart", "true").with("waitHintMillis", "4294967295"));
        Win32 door = door();
        long before = door.clock().uptimeMillis();
        assertThat(Net.run(door, "start ups").exitCode()).isEqualTo(2);
        assertThat(door.clock().uptimeMillis() - before).isBetween(86_400_000L, 86_600_000L);
    }

    @Test
    @DisplayName("N4: a service that ends while it starts: its code, its own code, or none")
    void endsWhileStarting() {
        assertThat(startOf(ImageFile.of("service").with("exitCode", "13")))
                .containsExactly(
                        "The UPS service could not be started.",
                        "",
                        "A system error has occurred.",
                        "",
                        "System error 13 has occurred.",
                        "",
                        "The data is invalid.");
        assertThat(startOf(ImageFile.of("service").with("exitCode", "1066").with("specificCode", "2612")))
                .containsExactly(
                        "The UPS service could not be started.",
                        "",
                        "A service specific error occurred: 2612.",
                        "",
                        "More help is available by typing NET HELPMSG 3547.");
        assertThat(startOf(ImageFile.of("service").with("exitCode", "0")))
                .containsExactly(
                        "The UPS service could not be started.",
                        "",
                        "The service did not report an error.",
                        "",
                        "More help is available by typing NET HELPMSG 3534.");
    }

    /** What follows the first line. */
    private List<String> startOf(ImageFile image) {
        builder.image("C:\\WINNT\\System32\\ups.exe", image);
        Net.Result result = Net.run(door(), "start ups");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.lines().get(0)).matches("The UPS service is starting\\.+");
        return result.lines().subList(1, result.lines().size());
    }

    @Test
    @DisplayName("N5: network messages carry their help number")
    void networkMessages() {
        Win32 door = door();
        assertThat(Net.run(door, "start browser").lines())
                .containsExactly(
                        "The requested service has already been started.",
                        "",
                        "More help is available by typing NET HELPMSG 2182.");
        assertThat(Net.run(door, "start nobody").lines())
                .containsExactly(
                        "The service name is invalid.", "", "More help is available by typing NET HELPMSG 2185.");
        assertThat(Net.run(door, "stop ups").lines())
                .containsExactly(
                        "The UPS service is not started.", "", "More help is available by typing NET HELPMSG 3521.");
        assertThat(Net.run(door, "pause ups").lines())
                .containsExactly(
                        "The service has not been started.", "", "More help is available by typing NET HELPMSG 2184.");
        assertThat(Net.run(door, "pause eventlog").lines())
                .containsExactly(
                        "The requested pause or stop is not valid for this service.",
                        "",
                        "More help is available by typing NET HELPMSG 2191.");
    }

    @Test
    @DisplayName("N5: a service that never answers is 2186")
    void noAnswer() {
        builder.image("C:\\WINNT\\System32\\ups.exe", ImageFile.of("service").with("connectMillis", "-1"));
        assertThat(Net.run(door(), "start ups").lines())
                .containsExactly(
                        "The service is not responding to the control function.",
                        "",
                        "More help is available by typing NET HELPMSG 2186.");
    }

    @Test
    @DisplayName("N6: a code without a text names the number in hexadecimal")
    void noText() {
        assertThat(startOf(ImageFile.of("service").with("exitCode", "10049")))
                .endsWith(
                        "System error 10049 has occurred.",
                        "The system cannot find message for message number 0x2741.",
                        "The message file for BASE.");
    }

    @Test
    @DisplayName("N7: dependents are listed and asked about, then stopped first")
    void dependents() {
        Win32 door = door();
        Net.Result refused = Net.run(door, "stop workstation", "N");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.lines())
                .startsWith(
                        "The following services are dependent on the Workstation service.",
                        "Stopping the Workstation service will also stop these services.",
                        "")
                .contains("   Messenger", "   Computer Browser", "   Alerter")
                .endsWith("", "Do you want to continue this operation? (Y/N) [Y]: N");
        assertThat(Net.run(door, "stop workstation", "perhaps").lines()).endsWith("No valid response was provided.");

        Net.Result stopped = Net.run(door, "stop workstation /y");
        assertThat(stopped.exitCode()).isZero();
        assertThat(stopped.lines()).endsWith("The Workstation service was stopped successfully.");
        assertThat(stopped.lines().indexOf("The Messenger service was stopped successfully."))
                .isBetween(0, stopped.lines().indexOf("The Workstation service was stopped successfully."));
    }

    @ParameterizedTest
    @DisplayName("N8: key names and display names, with or without quotes, in any case")
    @ValueSource(strings = {"ClipSrv", "clipsrv", "\"ClipBook Server\"", "clipbook server"})
    void names(String name) {
        Net.Result result = Net.run(door(), "start " + name);
        assertThat(result.lines()).endsWith("The ClipBook Server service was started successfully.");
    }

    @Test
    @DisplayName("N9: HELPMSG prints the message, an explanation, an action")
    void helpMessages() {
        Win32 door = door();
        assertThat(Net.run(door, "helpmsg 2185").lines())
                .contains("The service name is invalid.", "EXPLANATION", "ACTION");
        assertThat(Net.run(door, "helpmsg 5").lines())
                .contains("Access is denied.")
                .doesNotContain("EXPLANATION");
        Net.Result unknown = Net.run(door, "helpmsg 99999");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.lines().get(0)).isEqualTo("99999 is not a valid Windows NT network message number.");
        assertThat(Net.run(door, "start /?").lines()).contains("NET START [service]");
        assertThat(Net.run(door, "start /HELP").lines()).contains("NET START [service]");
        assertThat(Net.run(door, "help start").lines()).contains("NET START [service]");
    }

    @ParameterizedTest
    @DisplayName("N10: exit code 0, or 2 on any error")
    @CsvSource({"start, 0", "start ups, 0", "start nobody, 2", "stop ups, 2", "helpmsg 2, 0", "'', 2", "stop, 2"})
    void exitCodes(String arguments, int exitCode) {
        assertThat(Net.run(door(), arguments).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void pauseAndContinue() {
        builder.image("C:\\WINNT\\System32\\ups.exe", ImageFile.of("service").with("accept", "stop pause"));
        Win32 door = door();
        Net.run(door, "start ups");
        assertThat(Net.run(door, "pause ups").lines()).containsExactly("The UPS service was paused successfully.");
        assertThat(Net.run(door, "continue ups").lines())
                .containsExactly("The UPS service was continued successfully.");
    }

    @Test
    void whatIsNotSimulatedSaysSo() {
        assertThatThrownBy(() -> Net.run(door(), "use z: \\\\server\\share"))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("NET USE");
    }

    @Test
    void withoutItsFileThereIsNoCommand() {
        builder.delete("C:\\WINNT\\System32\\net.exe");
        assertThatThrownBy(() -> Net.run(door(), "start")).isInstanceOf(Win32Exception.class);
    }

    private Win32 door() {
        Machine machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        return machine.logOn("Administrator", "");
    }
}
