package ntbed.machine;

import java.util.ArrayList;
import java.util.List;
import ntbed.boot.BootChoices;
import ntbed.boot.Hardware;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.lab.BareSystem;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.GenericPrograms;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.Sid;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;

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

    /**
     * The small server: a disk, three more drivers, the event log and one service; Administrator with a blank password.
     */
    public static MachineImage image() {
        return SMALL;
    }

    /** The small server, to be changed before it is built. */
    public static MachineBuilder builder() {
        return MachineBuilder.of(SMALL);
    }

    /** The small server, on and booted. */
    public static Machine booted() {
        Machine machine = powerOn(SMALL);
        machine.boot();
        return machine;
    }

    /** A machine switched on; {@link MachineInvariants} looks at it when the test is over. */
    public static Machine powerOn(MachineImage image) {
        return powerOn(image, BootChoices.normal());
    }

    /** The same with what a person chooses at the loader. */
    public static Machine powerOn(MachineImage image, BootChoices choices) {
        Machine machine = Machine.powerOn(image, SEED, choices);
        MachineInvariants.watch(machine);
        return machine;
    }

    /** The machine after one boot that was good: Last Known Good is what it booted with. */
    public static MachineImage acceptedOnce(MachineImage image) {
        Machine machine = powerOn(image);
        machine.boot();
        machine.logOn("Administrator", "");
        return machine.shutDown();
    }

    /** The drivers that the kernel initialised without error, in order. */
    static List<String> drivers(Machine machine) {
        List<String> names = new ArrayList<>();
        for (TraceEvent event : machine.trace().events()) {
            if (event instanceof TraceEvent.DriverInitialised driver && driver.error() == Win32Error.ERROR_SUCCESS) {
                names.add(driver.driver());
            }
        }
        return names;
    }

    /** The services that came to run, in order. */
    static List<String> running(Machine machine) {
        List<String> names = new ArrayList<>();
        for (TraceEvent event : machine.trace().events()) {
            if (event instanceof TraceEvent.ServiceChanged change && change.to().equals("RUNNING")) {
                names.add(change.service());
            }
        }
        return names;
    }

    /** Numbers of the events in the System log of a machine that is off, oldest first. */
    static List<Integer> systemLog(MachineImage image) {
        List<Integer> ids = new ArrayList<>();
        image.eventLogs().records(Log.SYSTEM).forEach(entry -> ids.add(entry.eventId()));
        return ids;
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

    /** A number in the registry of a running machine; -1 if it is not there. */
    static int number(Machine machine, String key, String name) {
        return machine.asSystem()
                .registry()
                .value(key, name)
                .map(value -> value.dword().orElse(-1))
                .orElse(-1);
    }
}
