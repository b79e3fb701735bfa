package ntbed.machine;

import java.util.List;
import ntbed.boot.Hardware;
import ntbed.machine.lab.BareSystem;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.GenericPrograms;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.Sid;

/**
 * The one place where machines for tests are made: a small healthy server, and ways to add to it. Whatever a test sets
 * beyond that matters to it.
 */
public final class TestMachines {
    /** The seed of tests that do not care. */
    public static final long SEED = 1;

    /** SID of the small server. */
    public static final Sid MACHINE_SID = new Sid("S-1-5-21-1111-2222-3333");

    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final MachineImage SMALL = small().build();

    private TestMachines() {}

    /** The small server: a disk, three more drivers, the event log and one service; Administrator with a blank password. */
    public static MachineImage image() {
        return SMALL;
    }

    /** The small server, to be changed before it is built. */
    public static MachineBuilder builder() {
        return MachineBuilder.of(SMALL);
    }

    /** The small server, on and booted. */
    public static Machine booted() {
        Machine machine = Machine.powerOn(SMALL, SEED);
        machine.boot();
        return machine;
    }

    private static MachineBuilder small() {
        MachineBuilder machine = BareSystem.install(MachineBuilder.blank(Hardware.server("test")), "TESTER", 4);
        machine.programs(GenericPrograms.catalog().all().toArray(new Program[0]));
        driver(machine, "Atapi", 0, 1, "SCSI miniport");
        driver(machine, "Disk", 0, 1, "SCSI class");
        machine.set(SERVICES + "Disk", "DependOnGroup", RegistryValue.multiSz("SCSI miniport"));
        driver(machine, "Beep", 1, 1, "Base");
        driver(machine, "Null", 1, 1, "Base");
        driver(machine, "Npfs", 1, 1, "File system");
        machine.image(SYSTEM32 + "services.exe", ImageFile.of("shared-service"));
        machine.service("EventLog", 0x20, 2, 1);
        machine.set(SERVICES + "EventLog", "Group", RegistryValue.sz("Event log"));
        machine.set(SERVICES + "EventLog", "ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\services.exe"));
        service(machine, "Simple", 2, 1);
        return machine.accounts(AccountDatabase.server(MACHINE_SID));
    }

    /** Adds a kernel driver with its file. */
    public static MachineBuilder driver(
            MachineBuilder machine, String name, int start, int errorControl, String group) {
        machine.service(name, 1, start, errorControl);
        if (!group.isEmpty()) {
            machine.set(SERVICES + name, "Group", RegistryValue.sz(group));
        }
        return machine.image(SYSTEM32 + "drivers\\" + name + ".sys", ImageFile.of(ImageFile.DRIVER));
    }

    /** Adds a driver whose DriverEntry fails with a Win32 code. */
    public static MachineBuilder failingDriver(
            MachineBuilder machine, String name, int start, int errorControl, int code) {
        machine.service(name, 1, start, errorControl);
        ImageFile image = ImageFile.of(ImageFile.DRIVER).with("driverEntry", Integer.toString(code));
        return machine.image(SYSTEM32 + "drivers\\" + name + ".sys", image);
    }

    /** Adds a healthy service of its own process with its file. */
    public static MachineBuilder service(MachineBuilder machine, String name, int start, int errorControl) {
        machine.service(name, 0x10, start, errorControl);
        machine.set(SERVICES + name, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\" + name + ".exe"));
        return machine.image(SYSTEM32 + name + ".exe", ImageFile.of("service"));
    }

    /** The texts of a value of a running machine. */
    static List<String> texts(Machine machine, String key, String name) {
        return machine.asSystem()
                .registry()
                .value(key, name)
                .flatMap(RegistryValue::texts)
                .orElse(List.of());
    }
}
