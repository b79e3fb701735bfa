package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.component.sysprep.SysprepTools;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/** Machines with IIS, and clones of them, for the tests of this package. */
final class IisMachines {
    static final String FILE = "C:\\WINNT\\System32\\inetsrv\\Metabase.bin";
    static final String BAD_SIGNATURE =
            "The IIS Admin Service service terminated with service-specific error 2148073478.";
    static final int NO_SERVICE = -1;
    private static final String ANSWERS = String.join(
            "\r\n",
            "[NT4Preinstall]",
            "OemSkipEula = YES",
            "OEMSkipWelcome = 1",
            "ProductID = \"123-1234567\"",
            "FullName = \"A. Person\"",
            "OrgName = \"A Company\"",
            "ComputerName = CLONE",
            "AdminPassword = *",
            "OEMNoWaitAfterGUIMode = 1",
            "");

    private IisMachines() {}

    static MachineImage server() {
        return installed(BaseInstallation.of(Edition.SERVER, 4));
    }

    static MachineImage workstation() {
        return installed(BaseInstallation.of(Edition.WORKSTATION, 4));
    }

    static MachineImage installed(MachineImage base) {
        MachineBuilder machine = MachineBuilder.of(base);
        ProtectedStorage.component().install(machine);
        Iis.component().install(machine);
        return machine.build();
    }

    static Machine booted(MachineImage image, long seed) {
        Machine machine = Machine.powerOn(image, seed);
        machine.boot();
        return machine;
    }

    /** Runs Sysprep on the master and switches the copy on; the mini-wizard needs no person. */
    static Machine cloneOf(MachineImage master, long seed, String... switches) {
        MachineBuilder builder = MachineBuilder.of(master);
        SysprepTools.component().install(builder);
        builder.file("C:\\Sysprep\\answers.txt", ANSWERS.getBytes(StandardCharsets.ISO_8859_1));
        Machine prepared = booted(builder.build(), 1);
        Win32 door = prepared.logOn("Administrator", "");
        var unused = door.createProcess(
                "C:\\Sysprep\\Sysprep.exe answers.txt -quiet" + (switches.length == 0 ? "" : " " + switches[0]));
        prepared.runForMillis(120_000);
        return booted(prepared.shutDown(), seed);
    }

    static int state(Machine machine, String service) {
        try (ScManagerHandle manager = machine.asSystem().services().openSCManager(null, null, 1);
                ServiceHandle handle = manager.openService(service, AccessMask.SERVICE_QUERY_STATUS)) {
            ServiceStatus status = handle.queryServiceStatus();
            return status.currentState();
        } catch (Win32Exception none) {
            return NO_SERVICE;
        }
    }

    static List<String> events(Machine machine, int id) {
        return machine.asSystem().eventLog().readEventLog(Log.SYSTEM).stream()
                .filter(event -> event.eventId() == id)
                .map(event -> describe(machine, event))
                .toList();
    }

    private static String describe(Machine machine, EventRecord event) {
        return machine.asSystem().eventLog().description(event);
    }

    /** The key names of all services. */
    static List<String> names(boolean server) {
        return IisService.of(server).stream().map(IisService::name).toList();
    }

    static byte[] content(Machine machine, String path) {
        return machine.asSystem().files().read(NtPath.of(path));
    }
}
