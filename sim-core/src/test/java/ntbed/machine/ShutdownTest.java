package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.machine.MachineImage.PowerOff;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.trace.TraceText;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MachineInvariants.class)
class ShutdownTest {
    @Test
    @DisplayName("T8: services are told, the log gets 6006, the hives are flushed, and the screen says so")
    void order() {
        Machine machine = TestMachines.booted();
        machine.logOn("Administrator", "");
        machine.asSystem().registry().setValue("HKLM\\SOFTWARE\\Test", "x", RegistryValue.dword(1));
        MachineImage image = machine.shutDown();
        assertThat(image.lastPowerOff()).isEqualTo(PowerOff.SHUT_DOWN);
        assertThat(TraceText.of(machine.trace().events()))
                .containsSubsequence(
                        "stage shutdown",
                        "log off",
                        "RUNNING -> STOP_PENDING",
                        "EventLog 6006",
                        "stage flush",
                        "hive flushed HKEY_LOCAL_MACHINE\\SOFTWARE",
                        "It is now safe to turn off your computer.",
                        "power off");
        assertThat(machine.isOn()).isFalse();
    }

    @Test
    @DisplayName("T8: a service that hangs is waited for as long as WaitToKillServiceTimeout says, no longer")
    void hangingService() {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.service(builder, "Hanger", 2, 1);
        builder.image("C:\\WINNT\\System32\\Hanger.exe", ImageFile.of("service").with("hangOnControl", "true"));
        builder.set("HKLM\\SYSTEM\\CurrentControlSet\\Control", "WaitToKillServiceTimeout", RegistryValue.sz("5000"));
        Machine machine = TestMachines.powerOn(builder.build());
        machine.boot();
        long begin = machine.clock().uptimeMillis();
        machine.shutDown();
        assertThat(machine.clock().uptimeMillis() - begin).isEqualTo(5000);
    }

    @Test
    @DisplayName("an orderly restart goes through the loader again, without 6008")
    void restart() {
        Machine machine = TestMachines.booted();
        assertThat(machine.restart().boot().isStarted()).isTrue();
        assertThat(TestMachines.systemLog(machine.snapshot())).containsExactly(6009, 6005, 6006, 6009, 6005);
        assertThat(machine.trace().events())
                .filteredOn(event -> event instanceof TraceEvent.Power)
                .extracting(event -> ((TraceEvent.Power) event).change())
                .containsExactly("on", "restart");
    }

    @Test
    @DisplayName("ExitWindowsEx needs SeShutdownPrivilege, switched on (1314)")
    void privilege() {
        Machine machine = TestMachines.booted();
        Win32 administrator = machine.logOn("Administrator", "");
        assertThatThrownBy(() -> administrator.exitWindows(true))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_PRIVILEGE_NOT_HELD));
        administrator.withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(true);
        machine.runForMillis(1000);
        assertThat(machine.boot().isStarted()).isTrue();
    }

    @Test
    @DisplayName("a machine that is off gives its image again, and nothing else")
    void off() {
        Machine machine = TestMachines.booted();
        MachineImage image = machine.shutDown();
        assertThat(machine.shutDown()).isSameAs(image);
        assertThat(machine.powerCut()).isSameAs(image);
        assertThat(machine.snapshot()).isSameAs(image);
        assertThatThrownBy(machine::asSystem).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(machine::restart).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("a machine at a blue screen does nothing more, until the reset button")
    void blueScreen() {
        MachineImage image = FaultInjector.on(TestMachines.image())
                .deleteFile("C:\\WINNT\\System32\\csrss.exe")
                .image();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        int events = machine.trace().events().size();
        machine.runForMillis(3_600_000);
        assertThat(machine.trace().events()).hasSize(events);
        assertThat(machine.restart().boot().isStarted()).isFalse();
    }

    @Test
    @DisplayName("the end of winlogon, lsass or services.exe stops a running system")
    void essentialProcess() {
        Machine machine = TestMachines.booted();
        machine.terminate("lsass.exe");
        machine.settle();
        assertThat(machine.boot().isStarted()).isFalse();
        assertThat(machine.screen().text()).contains("STOP c000021a", "lsass.exe");
    }

    @Test
    @DisplayName("set-up runs as SYSTEM instead of the log-on and before any service; its end restarts the machine")
    void setup() {
        MachineImage image = TestMachines.builder()
                .image("C:\\WINNT\\System32\\setup.exe", ImageFile.of("console").with("runMillis", "30000"))
                .set("HKLM\\SYSTEM\\Setup", "SetupType", RegistryValue.dword(1))
                .set("HKLM\\SYSTEM\\Setup", "CmdLine", RegistryValue.sz("C:\\WINNT\\System32\\setup.exe"))
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.runUntilMillis(80_000);
        assertThat(machine.hasLogOnBox()).isFalse();
        assertThat(TestMachines.running(machine)).doesNotContain("Simple");
        machine.as(Token.system()).registry().setValue("HKLM\\SYSTEM\\Setup", "SetupType", RegistryValue.dword(0));
        assertThat(machine.boot().isStarted()).isTrue();
        assertThat(TraceText.of(machine.trace().events()))
                .containsSubsequence("stage setup", "power restart", "stage log-on box");
    }
}
