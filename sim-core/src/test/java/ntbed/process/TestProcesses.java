package ntbed.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventLogService;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.filesystem.Volumes;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.Registry;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.time.SeededRandom;
import ntbed.trace.Trace;
import ntbed.win32.AccessMask;

/** A machine of drives, registry, event log, desktop and processes, with a few images in System32. */
final class TestProcesses {
    static final FileTime POWER_ON = FileTime.ofUnixSeconds(920_304_000);
    static final NtPath ROOT = NtPath.of("C:\\WINNT");
    static final Environment ENVIRONMENT =
            Environment.of(Map.of("SystemRoot", "C:\\WINNT", "Path", "C:\\WINNT\\System32;C:\\Tools;relative"));

    private static final SecurityDescriptor OPEN =
            SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_ALL_ACCESS));

    final EventQueue queue = new EventQueue(POWER_ON);
    final Trace trace = new Trace(queue);
    final Registry registry = new Registry(queue, trace);
    final EventLogService events = new EventLogService(queue, trace, registry);
    final DesktopSession desktop = new DesktopSession(trace, registry, events);
    final Volumes volumes;
    final ProcessTable table;

    TestProcesses(Program... own) {
        this(files(), own);
    }

    TestProcesses(VolumeBuilder files, Program... own) {
        registry.mount(HiveMount.SYSTEM, HiveImage.empty(POWER_ON, OPEN));
        TreeMap<Character, VolumeImage> drives = new TreeMap<>(Map.of('C', files.build(POWER_ON)));
        volumes = new Volumes(queue, trace, drives);
        events.start();
        ProgramCatalog programs = GenericPrograms.catalog().plus(own);
        table = new ProcessTable(
                queue,
                trace,
                volumes,
                programs,
                new SeededRandom(1),
                new TestDoors(registry, volumes, events, desktop));
    }

    /** {@code System32\console.exe}, {@code service.exe} and {@code services.exe}, {@code drivers\good.sys}. */
    static VolumeBuilder files() {
        VolumeBuilder files = VolumeBuilder.create(1L << 30);
        NtPath system32 = ROOT.resolve("System32");
        files.file(system32.resolve("console.exe"), ImageFile.of("console").encode());
        files.file(system32.resolve("service.exe"), ImageFile.of("service").encode());
        files.file(
                system32.resolve("services.exe"), ImageFile.of("shared-service").encode());
        files.file(system32.resolve("drivers\\good.sys"), ImageFile.of("driver").encode());
        return files;
    }

    NtProcess create(String commandLine) {
        return table.create(Token.system(), commandLine, ENVIRONMENT, Optional.empty());
    }

    List<Integer> loggedIds() {
        List<Integer> ids = new ArrayList<>();
        events.image().records(Log.SYSTEM).forEach(entry -> ids.add(entry.eventId()));
        return ids;
    }
}
