package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.boot.BootChoices;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootOutcome.Started;
import ntbed.boot.BootOutcome.StopError;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.trace.TraceEvent.Stage;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(MachineInvariants.class)
class ControlSetsTest {
    private static final String SELECT = "HKLM\\SYSTEM\\Select";
    private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
    private static final String SIMPLE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Simple";
    private static final BootChoices LKG = BootChoices.useLastKnownGood();

    private static int select(Machine machine, String name) {
        return TestMachines.number(machine, SELECT, name);
    }

    private static boolean has(Machine machine, String key) {
        return machine.asSystem().registry().tree(key).isPresent();
    }

    @Test
    @DisplayName("B4: CurrentControlSet leads to the set that Default names, and is not stored in the hive")
    void currentControlSet() {
        MachineImage image = FaultInjector.on(TestMachines.acceptedOnce(TestMachines.image()))
                .setValue(SELECT, "Default", RegistryValue.dword(2))
                .image();
        Machine machine = TestMachines.powerOn(image);
        assertThat(machine.boot()).isEqualTo(new Started(2, false));
        machine.asSystem().registry().setValue(CONTROL, "Mark", RegistryValue.sz("x"));
        assertThat(machine.asSystem().registry().value("HKLM\\SYSTEM\\ControlSet002\\Control", "Mark"))
                .isPresent();
        assertThat(machine.shutDown()
                        .disk()
                        .hive(HiveMount.SYSTEM)
                        .orElseThrow()
                        .root()
                        .descend("CurrentControlSet"))
                .isEmpty();
    }

    @Test
    @DisplayName("L1: after a good boot Current is Default, Failed is 0, Last Known Good is another set")
    void normalSelect() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()));
        machine.boot();
        assertThat(select(machine, "Current")).isEqualTo(1);
        assertThat(select(machine, "Default")).isEqualTo(1);
        assertThat(select(machine, "Failed")).isZero();
        assertThat(select(machine, "LastKnownGood")).isEqualTo(2);
        assertThat(has(machine, "HKLM\\SYSTEM\\ControlSet002")).isTrue();
    }

    @Test
    @DisplayName("L2: a copy has all four parts of a control set")
    void parts() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()));
        machine.boot();
        for (String part : new String[] {"Control", "Enum", "Hardware Profiles", "Services"}) {
            assertThat(has(machine, "HKLM\\SYSTEM\\ControlSet002\\" + part))
                    .as(part)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("L3: Last Known Good is the state at boot, not at log-on, and the Clone goes when it is accepted")
    void stateAtBoot() {
        Machine machine = TestMachines.booted();
        machine.asSystem().registry().setValue(CONTROL, "AfterBoot", RegistryValue.sz("x"));
        machine.logOn("Administrator", "");
        assertThat(machine.asSystem().registry().value("HKLM\\SYSTEM\\ControlSet002\\Control", "AfterBoot"))
                .isEmpty();
        assertThat(has(machine, "HKLM\\SYSTEM\\Clone")).isFalse();
    }

    @Test
    @DisplayName("L4: the boot is good when auto-start is over and somebody has logged on, whichever comes last")
    void bothConditions() {
        Machine late = TestMachines.booted();
        assertThat(has(late, "HKLM\\SYSTEM\\ControlSet002")).isFalse();
        late.logOn("Administrator", "");
        assertThat(has(late, "HKLM\\SYSTEM\\ControlSet002")).isTrue();

        Machine early = TestMachines.powerOn(TestMachines.image());
        assertThat(early.waitForLogOnBox()).isTrue();
        early.logOn("Administrator", "");
        assertThat(has(early, "HKLM\\SYSTEM\\ControlSet002")).isFalse();
        early.boot();
        assertThat(has(early, "HKLM\\SYSTEM\\ControlSet002")).isTrue();
    }

    @Test
    @DisplayName("L5: with ReportBootOK 0 a log-on does not accept the boot; NotifyBootConfigStatus does")
    void reportBootOk() {
        MachineImage image = FaultInjector.on(TestMachines.image())
                .setValue(
                        "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
                        "ReportBootOK",
                        RegistryValue.sz("0"))
                .image();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        machine.logOn("Administrator", "");
        assertThat(has(machine, "HKLM\\SYSTEM\\ControlSet002")).isFalse();
        machine.asSystem().services().notifyBootConfigStatus(true);
        assertThat(has(machine, "HKLM\\SYSTEM\\ControlSet002")).isTrue();
    }

    @Test
    @DisplayName("L7: NotifyBootConfigStatus(false) restarts into Last Known Good; there it gives 1074")
    void notifyBad() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()));
        machine.boot();
        machine.asSystem().services().notifyBootConfigStatus(false);
        assertThat(machine.boot()).isEqualTo(new Started(3, true));
        assertThatThrownBy(() -> machine.asSystem().services().notifyBootConfigStatus(false))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_ALREADY_RUNNING_LKG));
    }

    @Test
    @DisplayName("L8: Last Known Good runs as a copy under the next free number; the old Default is Failed")
    void numbering() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()), LKG);
        assertThat(machine.boot()).isEqualTo(new Started(3, true));
        assertThat(select(machine, "Current")).isEqualTo(3);
        assertThat(select(machine, "Default")).isEqualTo(3);
        assertThat(select(machine, "Failed")).isEqualTo(1);
        assertThat(select(machine, "LastKnownGood")).isEqualTo(2);
    }

    @Test
    @DisplayName("L1: however often Last Known Good is used, there are never more than four control sets")
    void atMostFour() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()), LKG);
        machine.boot();
        for (int i = 0; i < 5; i++) {
            machine.restart(LKG).boot();
        }
        long sets = machine.asSystem().registry().tree("HKLM\\SYSTEM").orElseThrow().subkeys().stream()
                .filter(key -> key.name().startsWith("ControlSet0"))
                .count();
        assertThat(sets).isLessThanOrEqualTo(4);
    }

    @Test
    @DisplayName("L8: a Failed that names no control set, or 0 for none, costs no other set its life")
    void staleFailed() {
        MachineImage good = TestMachines.acceptedOnce(TestMachines.image());
        MachineImage stale = FaultInjector.on(good)
                .setValue(SELECT, "Failed", RegistryValue.dword(3))
                .image();
        assertThat(TestMachines.powerOn(stale, LKG).boot()).isEqualTo(new Started(4, true));

        MachineImage withZero = FaultInjector.on(good)
                .setValue("HKLM\\SYSTEM\\ControlSet000\\Control", "Mark", RegistryValue.sz("x"))
                .image();
        Machine machine = TestMachines.powerOn(withZero, LKG);
        machine.boot();
        assertThat(has(machine, "HKLM\\SYSTEM\\ControlSet000")).isTrue();
    }

    @Test
    @DisplayName("L8: Last Known Good that never was cannot be chosen: Default boots")
    void noLastKnownGoodYet() {
        assertThat(TestMachines.powerOn(TestMachines.image(), LKG).boot()).isEqualTo(new Started(1, false));
    }

    @Test
    @DisplayName("L9: Last Known Good brings back the control set alone, neither SOFTWARE nor files")
    void controlSetAlone() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()));
        machine.boot();
        var registry = machine.asSystem().registry();
        registry.setValue(CONTROL, "Mark", RegistryValue.sz("x"));
        registry.setValue("HKLM\\SOFTWARE\\Mine", "Mark", RegistryValue.sz("x"));
        machine.restart(LKG).boot();
        var after = machine.asSystem().registry();
        assertThat(after.value(CONTROL, "Mark")).isEmpty();
        assertThat(after.value("HKLM\\SOFTWARE\\Mine", "Mark")).isPresent();
    }

    @Test
    @DisplayName("L10: Last Known Good cures until somebody logs on to the broken system, then no more")
    void untilLogOn() {
        Machine machine = TestMachines.powerOn(TestMachines.acceptedOnce(TestMachines.image()));
        machine.boot();
        machine.logOn("Administrator", "");
        machine.asSystem().registry().setValue(SIMPLE, "Start", RegistryValue.dword(4));
        MachineImage broken = machine.shutDown();

        Machine cured = TestMachines.powerOn(broken, LKG);
        cured.boot();
        assertThat(TestMachines.number(cured, SIMPLE, "Start")).isEqualTo(2);

        Machine tooLate = TestMachines.powerOn(TestMachines.acceptedOnce(broken), LKG);
        tooLate.boot();
        assertThat(TestMachines.number(tooLate, SIMPLE, "Start")).isEqualTo(4);
    }

    @Test
    @DisplayName("E3: a service with ErrorControl Severe leaves 7021 and 7007 and restarts into Last Known Good")
    void severeService() {
        Machine machine = TestMachines.powerOn(withBrokenService(2));
        assertThat(machine.boot()).isEqualTo(new Started(3, true));
        machine.settle();
        assertThat(TestMachines.systemLog(machine.snapshot())).containsSubsequence(7021, 7007, 7000);
    }

    @Test
    @DisplayName("E4: a critical service that fails under Last Known Good as well ends the boot")
    void criticalService() {
        StopError stop = (StopError) TestMachines.powerOn(withBrokenService(3)).boot();
        assertThat(stop.code()).isEqualTo(0xC000_021A);
    }

    @DisplayName("E3, E4: without any Last Known Good a failure does not restart for ever: as if it ran already")
    @ParameterizedTest
    @CsvSource({"true, 2, true", "true, 3, false", "false, 2, true", "false, 3, false"})
    void nothingToRevertTo(boolean isDriver, int errorControl, boolean starts) {
        MachineBuilder builder = TestMachines.builder();
        if (isDriver) {
            TestMachines.failingDriver(builder, "Broken", 1, errorControl, 31);
        } else {
            TestMachines.service(builder, "Broken", 2, errorControl);
            builder.image("C:\\WINNT\\System32\\Broken.exe", ImageFile.of(ImageFile.DRIVER));
        }
        BootOutcome outcome = TestMachines.powerOn(builder.build()).boot();
        assertThat(outcome).isInstanceOf(starts ? Started.class : StopError.class);
    }

    @Test
    @DisplayName("E7: after an automatic Last Known Good the message says that a previous configuration is used")
    void message() {
        Machine machine = TestMachines.powerOn(withBrokenService(2));
        machine.boot();
        machine.logOn("Administrator", "");
        machine.settle();
        assertThat(machine.desktop().shown())
                .singleElement()
                .satisfies(dialog ->
                        assertThat(dialog.text()).startsWith("Windows NT could not be started as configured."));
    }

    private static MachineImage withBrokenService(int errorControl) {
        MachineBuilder builder = TestMachines.builder();
        TestMachines.service(builder, "Broken", 2, errorControl);
        MachineImage good = TestMachines.acceptedOnce(builder.build());
        return FaultInjector.on(good)
                .deleteFile("C:\\WINNT\\System32\\Broken.exe")
                .image();
    }

    @Test
    @DisplayName("D15: a dependency list of the wrong type makes services.exe die, and the system with it")
    void wrongType() {
        MachineImage image = FaultInjector.on(TestMachines.image())
                .setValue(SIMPLE, "DependOnService", RegistryValue.sz("EventLog"))
                .image();
        Machine machine = TestMachines.powerOn(image);
        assertThat(machine.boot().isStarted()).isFalse();
        assertThat(machine.screen().text()).contains("services.exe");
        assertThat(machine.trace().events())
                .anyMatch(event -> event instanceof Stage stage
                        && stage.stage().equals("services.exe faulted")
                        && stage.detail().contains("Services\\Simple"));
    }

    @Test
    @DisplayName("K2: a service made with a registry editor is unknown until the next boot")
    void madeByHand() {
        Machine machine = TestMachines.booted();
        var registry = machine.asSystem().registry();
        for (String name : new String[] {"Type", "Start", "ErrorControl"}) {
            registry.setValue(
                    "HKLM\\SYSTEM\\CurrentControlSet\\Services\\ByHand",
                    name,
                    RegistryValue.dword(name.equals("Type") ? 0x10 : 3));
        }
        assertThatThrownBy(() -> open(machine)).isInstanceOf(Win32Exception.class);
        machine.restart().boot();
        open(machine);
    }

    private static void open(Machine machine) {
        ScManagerHandle manager =
                machine.asSystem().services().openSCManager(null, null, AccessMask.SC_MANAGER_ALL_ACCESS);
        manager.openService("ByHand", AccessMask.SERVICE_QUERY_STATUS).close();
    }
}
