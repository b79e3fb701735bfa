package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.security.Sid;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Databases that no installation would leave, through a whole boot: it ends, and throws nothing. */
@ExtendWith(MachineInvariants.class)
class MalformedServicesTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final int NO_PATH = 7000;

    private static Machine bootWell(MachineImage image) {
        Machine machine = Machine.powerOn(image, TestMachines.SEED);
        assertThat(machine.boot().isStarted()).isTrue();
        machine.logOn("Administrator", "");
        machine.settle();
        return machine;
    }

    private static long failures(Machine machine, int event) {
        return machine.asSystem().eventLog().readEventLog(Log.SYSTEM).stream()
                .filter(entry -> entry.eventId() == event)
                .count();
    }

    @Test
    @DisplayName("a service key without ImagePath fails alone, with one 7000")
    void withoutImagePath() {
        MachineBuilder builder = TestMachines.builder().service("Pathless", 0x10, 2, 1);
        assertThat(failures(bootWell(builder.build()), NO_PATH)).isEqualTo(1);
    }

    @Test
    @DisplayName("a cycle of 500 automatic services: every one stays down, the rest of the machine starts")
    void cycleOf500() {
        MachineBuilder builder = TestMachines.builder();
        for (int i = 0; i < 500; i++) {
            TestMachines.service(builder, "Ring" + i, 2, 1);
            builder.set(SERVICES + "Ring" + i, "DependOnService", RegistryValue.multiSz("Ring" + (i + 1) % 500));
        }
        Machine machine = bootWell(builder.build());
        assertThat(TestMachines.running(machine)).contains("Simple").noneMatch(name -> name.startsWith("Ring"));
        assertThat(machine.desktop().shown()).hasSize(1);
    }

    @Test
    @DisplayName("10,000 services more, a tenth of them automatic and without a file")
    void tenThousand() {
        MachineBuilder builder = TestMachines.builder();
        for (int i = 0; i < 10_000; i++) {
            builder.service("Many" + i, 0x10, i % 10 == 0 ? 2 : 3, 1);
            builder.set(SERVICES + "Many" + i, "ImagePath", RegistryValue.sz("C:\\gone\\many.exe"));
        }
        Machine machine = bootWell(builder.build());
        assertThat(failures(machine, NO_PATH)).isBetween(1L, 1_000L);
        assertThat(TestMachines.running(machine)).contains("Simple");
    }

    @Test
    @DisplayName("dependency lists of junk and values of random type and size in 300 keys neither throw nor hang")
    void junkEverywhere() {
        String[] values = {
            "Type",
            "Start",
            "ErrorControl",
            "ImagePath",
            "Group",
            "Tag",
            "DependOnService",
            "DependOnGroup",
            "ObjectName",
            "DisplayName"
        };
        SeededRandom chance = new SeededRandom(TestMachines.SEED).fork("junk");
        List<String> names = new ArrayList<>(List.of("", "+", "\\", "/", "Simple", "+Base", "Junk1", "EventLog\\x"));
        MachineBuilder builder = TestMachines.builder();
        for (int i = 0; i < 300; i++) {
            String name = "Junk" + i;
            // Type and Start of driver and service alike; nothing Critical, which may rightly stop the machine.
            TestMachines.service(builder, name, 2, chance.nextInt(2));
            String damaged = values[i % values.length];
            if (!damaged.equals("ErrorControl") && !damaged.equals("Start")) {
                byte[] data = chance.nextBytes(chance.nextInt(24));
                builder.set(SERVICES + name, damaged, RegistryValue.of(new ValueType(chance.nextInt(12)), data));
            }
            List<String> needed =
                    List.of(names.get(chance.nextInt(names.size())), names.get(chance.nextInt(names.size())), name);
            builder.set(SERVICES + name, i % 2 == 0 ? "DependOnService" : "DependOnGroup", multiSz(needed));
        }
        Machine machine = Machine.powerOn(builder.build(), TestMachines.SEED);
        assertThat(machine.boot()).isNotNull();
        machine.restart().boot();
        machine.shutDown();
    }

    /** Raw: an empty string in the middle is what no function of NT would write. */
    private static RegistryValue multiSz(List<String> texts) {
        byte[] data = String.join("\0", texts).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        return RegistryValue.of(ValueType.REG_MULTI_SZ, data);
    }

    @Test
    @DisplayName("a machine SID that leaves no room for relative ids, and SIDs that are none, do not stop log-on")
    void malformedSids() {
        String full = "S-1-5-21-1-2-3-4-5-6-7-8-9-10-11-12-13-14";
        MachineBuilder builder = TestMachines.builder()
                .set("HKLM\\SAM\\SAM\\Domains\\Account", "Sid", RegistryValue.sz(full))
                .key("HKLM\\SECURITY\\Policy\\Accounts\\S-1-5-21-no")
                .set("HKLM\\SAM\\SAM\\Domains\\Builtin\\Aliases\\00000220", "Sid", RegistryValue.sz("S-1-"));
        Machine machine = Machine.powerOn(builder.build(), TestMachines.SEED);
        assertThat(machine.boot().isStarted()).isTrue();
        assertThat(machine.asSystem().accounts().machineSid()).isEqualTo(new Sid("S-1-5-21-0-0-0"));
    }

    @Test
    @DisplayName("a new machine SID passes over profiles whose names only begin like a SID")
    void malformedProfileNames() {
        String profiles = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";
        String old = TestMachines.MACHINE_SID.text();
        MachineImage image = TestMachines.builder()
                .key(profiles + old + "-500")
                .key(profiles + old + "-500.bak")
                .key(profiles + old + "-")
                .build();
        Machine machine = TestMachines.powerOn(image);
        machine.boot();
        machine.asSystem().accounts().replaceMachineSid(new Sid("S-1-5-21-4-5-6"));
        assertThat(machine.asSystem().registry().tree(profiles + "S-1-5-21-4-5-6-500"))
                .isPresent();
        assertThat(machine.asSystem().registry().tree(profiles + old + "-500.bak"))
                .isPresent();
    }

    @Test
    @DisplayName("a set-up whose program is not there does not throw out of the boot: log-on comes up [M]")
    void setUpWithoutProgram() {
        MachineImage image = FaultInjector.on(TestMachines.image())
                .setValue("HKLM\\SYSTEM\\Setup", "SetupType", RegistryValue.dword(1))
                .setValue("HKLM\\SYSTEM\\Setup", "CmdLine", RegistryValue.sz("C:\\gone.exe"))
                .image();
        assertThat(image.disk().hive(HiveMount.SYSTEM)).isPresent();
        assertThat(TestMachines.powerOn(image).boot().isStarted()).isTrue();
    }
}
