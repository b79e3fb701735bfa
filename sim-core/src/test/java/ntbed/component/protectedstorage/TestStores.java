package ntbed.component.protectedstorage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ntbed.component.base.BaseInstallation;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;

/** Machines with Protected Storage, whole and broken, and what can be seen on them. */
final class TestStores {
    static final long SEED = 1;
    static final String OWNER = Store.MACHINE_ROOT + "\\" + Store.LOCAL_MACHINE + "\\";
    static final String PSTORES = "C:\\WINNT\\System32\\pstores.exe";
    static final String PSBASE = "C:\\WINNT\\System32\\psbase.dll";
    static final String MISMATCH = "The Protected Storage service terminated with service-specific error 2148270091.";

    private TestStores() {}

    /** The Server with Protected Storage, off. */
    static MachineImage server() {
        return Holder.SERVER;
    }

    static Machine booted(MachineImage image) {
        Machine machine = Machine.powerOn(image, SEED);
        var unused = machine.boot();
        return machine;
    }

    /** The Server, built upon, then booted. */
    static Machine with(Consumer<MachineBuilder> change) {
        MachineBuilder builder = MachineBuilder.of(server());
        change.accept(builder);
        return booted(builder.build());
    }

    /** The Server, broken, then booted. */
    static Machine broken(Consumer<FaultInjector> fault) {
        FaultInjector injector = FaultInjector.on(server());
        fault.accept(injector);
        return booted(injector.image());
    }

    /** Bytes of a file on drive C. */
    static byte[] content(MachineImage image, String path) {
        return Objects.requireNonNull(image.drives().get('C')).content(NtPath.of(path));
    }

    /** Every truncation and every single-byte flip. */
    static List<byte[]> damaged(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            all.add(Arrays.copyOf(bytes, i));
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            all.add(flipped);
        }
        return all;
    }

    /** Runs a command line as that user and lets it end. */
    static void run(Machine machine, Win32 user, String commandLine) {
        var unused = user.createProcess(commandLine);
        machine.settle();
    }

    /** What step 1 of Q321454 leaves of the store: nothing. */
    static void deleteStore(Machine machine) {
        deleteTree(machine.asSystem().registry(), Store.MACHINE_ROOT);
    }

    /** What step 1 of Q321454 leaves of the service entry: nothing. */
    static void deleteEntry(Machine machine) {
        deleteTree(machine.asSystem().registry(), ServiceEntry.KEY);
    }

    private static void deleteTree(RegistryApi registry, String path) {
        for (KeyTree below : registry.tree(path).orElseThrow().subkeys()) {
            deleteTree(registry, path + "\\" + below.name());
        }
        registry.deleteKey(path);
    }

    /** Restarts and answers what the System log says since. */
    static List<String> afterRestart(Machine machine) {
        var unused = machine.restart().boot();
        return errors(machine);
    }

    static int state(Machine machine) {
        return state(machine, ServiceEntry.NAME);
    }

    static int state(Machine machine, String name) {
        Win32 system = machine.asSystem();
        try (ScManagerHandle manager = system.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(name, AccessMask.SERVICE_QUERY_STATUS)) {
            return service.queryServiceStatus().currentState();
        }
    }

    static boolean runs(Machine machine) {
        return state(machine) == ServiceStatus.RUNNING;
    }

    /** Texts of the errors in the System log since the last event 6005, oldest first. */
    static List<String> errors(Machine machine) {
        List<EventRecord> records = machine.asSystem().eventLog().readEventLog(Log.SYSTEM);
        int from = 0;
        for (int i = 0; i < records.size(); i++) {
            from = (records.get(i).eventId() == 6005) ? i : from;
        }
        return records.subList(from, records.size()).stream()
                .filter(entry -> entry.type() == EventType.ERROR)
                .map(entry ->
                        entry.eventId() + " " + machine.asSystem().eventLog().description(entry))
                .toList();
    }

    /** The Server with a service that stands for those that need Protected Storage (Q187710). */
    static MachineImage withDependant() {
        MachineBuilder builder = MachineBuilder.of(server());
        builder.image("C:\\WINNT\\System32\\inetinfo.exe", ImageFile.of("service"));
        builder.service("IISADMIN", 0x10, 2, 1);
        String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\IISADMIN";
        builder.set(key, "DisplayName", RegistryValue.sz("IIS Admin Service"));
        builder.set(key, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\inetinfo.exe"));
        builder.set(key, "DependOnService", RegistryValue.multiSz("ProtectedStorage"));
        builder.set(key, "ObjectName", RegistryValue.sz("LocalSystem"));
        return builder.build();
    }

    private static final class Holder {
        static final MachineImage SERVER = make();

        private static MachineImage make() {
            MachineBuilder builder = MachineBuilder.of(BaseInstallation.server());
            ProtectedStorage.component().install(builder);
            return builder.build();
        }
    }
}
