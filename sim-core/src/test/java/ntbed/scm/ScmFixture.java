package ntbed.scm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventLogImage;
import ntbed.eventlog.EventLogService;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.filesystem.Volumes;
import ntbed.process.DesktopSession;
import ntbed.process.Environment;
import ntbed.process.GenericPrograms;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.ProcessTable;
import ntbed.process.Program;
import ntbed.process.ProgramCatalog;
import ntbed.process.ServiceStatus;
import ntbed.process.TestDoors;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.time.SeededRandom;
import ntbed.trace.Trace;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** A service control manager with real registry, drives, event log and processes, without a boot around it. */
final class ScmFixture {
    private static final FileTime NOW = FileTime.ofUnixSeconds(920_304_000);
    private static final SecurityDescriptor OPEN = SecurityDescriptor.of(
            Sid.SYSTEM,
            AccessControlEntry.allow(Sid.SYSTEM, AccessMask.GENERIC_ALL),
            AccessControlEntry.allow(Sid.EVERYONE, AccessMask.GENERIC_ALL));
    private static final String SET = "ControlSet001";

    final EventQueue queue = new EventQueue(NOW);
    final Trace trace = new Trace(queue);
    final Registry registry = new Registry(queue, trace);
    final FakeHost host = new FakeHost();
    final FakeAuthority authority = new FakeAuthority();
    private final HiveBuilder system = HiveBuilder.empty(NOW, OPEN);
    private final HiveBuilder software = HiveBuilder.empty(NOW, OPEN);
    private final Map<String, ImageFile> images = new LinkedHashMap<>();
    private final List<NtPath> garbage = new ArrayList<>();
    private final List<String> bootDrivers = new ArrayList<>();
    private ProgramCatalog programs = GenericPrograms.catalog();
    private @Nullable ServiceControlManager manager;
    private @Nullable EventLogService eventLog;
    private @Nullable DesktopSession desktop;
    private @Nullable ProcessTable processes;

    /** A machine with these services. */
    static ScmFixture with(Spec... services) {
        ScmFixture fixture = new ScmFixture();
        for (Spec service : services) {
            fixture.add(service);
        }
        return fixture;
    }

    ScmFixture add(Spec service) {
        service.values.forEach((name, value) -> system.set(SET + "\\Services\\" + service.name, name, value));
        if (service.image != null) {
            RegistryValue path = service.values.get("ImagePath");
            boolean isDriver = service.image.programId().equals("driver");
            String text = path == null
                    ? (isDriver ? "System32\\drivers\\" + service.name + ".sys" : "System32\\" + service.name + ".exe")
                    : path.text().orElseThrow().replace("%SystemRoot%\\", "");
            images.put(text.startsWith("C:") ? text : "C:\\WINNT\\" + text, service.image);
        }
        if (service.values.containsKey("Start")
                && service.values.get("Start").dword().orElse(9) < 2) {
            bootDrivers.add(service.name);
        }
        return this;
    }

    ScmFixture file(String path, ImageFile image) {
        images.put(path, image);
        return this;
    }

    ScmFixture garbage(String path) {
        garbage.add(NtPath.of(path));
        return this;
    }

    ScmFixture control(String key, String name, RegistryValue value) {
        system.set(SET + "\\" + key, name, value);
        return this;
    }

    ScmFixture software(String key, String name, RegistryValue value) {
        software.set(key, name, value);
        return this;
    }

    ScmFixture groups(String... groups) {
        return control("Control\\ServiceGroupOrder", "List", RegistryValue.multiSz(groups));
    }

    /** A program of the test's own. */
    ScmFixture program(String id, Consumer<NtProcess> main) {
        programs = programs.plus(new Program() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String heading() {
                return "A program of a test";
            }

            @Override
            public void main(NtProcess process) {
                main.accept(process);
            }
        });
        return this;
    }

    /** Builds the machine and lets the manager read its database; the kernel's drivers are loaded before. */
    ScmFixture open() {
        registry.mount(HiveMount.SYSTEM, system.key(SET + "\\Services").build());
        registry.mount(HiveMount.SOFTWARE, software.build());
        registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\" + SET, "kernel");
        EventLogService log = new EventLogService(queue, trace, registry);
        log.open(EventLogImage.empty());
        log.start();
        eventLog = log;
        DesktopSession screen = new DesktopSession(trace, registry, log);
        desktop = screen;
        TreeMap<Character, VolumeImage> drives = new TreeMap<>();
        drives.put('C', volume());
        Volumes volumes = new Volumes(queue, trace, drives);
        SeededRandom random = new SeededRandom(1);
        ProcessTable table = new ProcessTable(
                queue, trace, volumes, programs, random, new TestDoors(registry, volumes, log, screen));
        processes = table;
        Environment environment = Environment.of(Map.of("SystemRoot", "C:\\WINNT"));
        ServiceControlManager scm = new ServiceControlManager(
                new ScmWorld(host, registry, volumes, log, table, screen, authority, environment, queue, trace));
        manager = scm;
        bootDrivers.forEach(driver -> loadAsKernel(scm.drivers(), driver));
        scm.openDatabase();
        return this;
    }

    private void loadAsKernel(DriverLoader drivers, String driver) {
        KeyTree key = registry.tree(ScmWorld.key(driver)).orElseThrow();
        ServiceDefinition definition = Objects.requireNonNull(ServiceDefinition.read(key));
        boolean refused = drivers.needsWin32Service(definition); // G9
        drivers.loadedByKernel(driver, refused ? Win32Error.ERROR_SERVICE_DEPENDENCY_FAIL : drivers.load(definition));
    }

    /** Another descriptor for a service's key. */
    ScmFixture security(String service, SecurityDescriptor security) {
        system.security(SET + "\\Services\\" + service, security);
        return this;
    }

    private VolumeImage volume() {
        VolumeBuilder volume =
                VolumeBuilder.create(2_000_000_000L).directory(NtPath.of("C:\\WINNT\\System32\\drivers"));
        images.forEach((path, image) -> volume.file(NtPath.of(path), image.encode()));
        garbage.forEach(path -> volume.file(path, new byte[] {1, 2, 3}));
        return volume.build(NOW);
    }

    /** Opens and runs auto-start to its end. */
    ScmFixture boot() {
        open();
        manager().autoStart(() -> {});
        boolean unused = queue.runUntil(manager()::autoStartComplete);
        return this;
    }

    ServiceControlManager manager() {
        return Objects.requireNonNull(manager);
    }

    DesktopSession desktop() {
        return Objects.requireNonNull(desktop);
    }

    ProcessTable processes() {
        return Objects.requireNonNull(processes);
    }

    ScmFixture run(long millis) {
        queue.runUntilMillis(queue.uptimeMillis() + millis);
        return this;
    }

    ServiceControlApi api() {
        return manager().as(Token.system(), "test");
    }

    ServiceControlApi.ScManagerHandle scm() {
        return api().openSCManager(null, null, AccessMask.SC_MANAGER_ALL_ACCESS);
    }

    ServiceControlApi.ServiceHandle service(String name) {
        return scm().openService(name, AccessMask.SERVICE_ALL_ACCESS);
    }

    ServiceStatus status(String name) {
        try (ServiceControlApi.ServiceHandle service = service(name)) {
            return service.queryServiceStatus();
        }
    }

    String state(String name) {
        return status(name).stateName();
    }

    int start(String name) {
        return code(() -> {
            try (ServiceControlApi.ServiceHandle service = service(name)) {
                service.startService(List.of());
            }
        });
    }

    int control(String name, int control) {
        return code(() -> {
            try (ServiceControlApi.ServiceHandle service = service(name)) {
                var unused = service.controlService(control);
            }
        });
    }

    /** The code an action fails with; 0 if it does not. */
    static int code(Runnable action) {
        try {
            action.run();
            return 0;
        } catch (Win32Exception e) {
            return e.code();
        }
    }

    /** The manager's events, oldest first: number and inserts, separated by {@code |}. */
    List<String> events() {
        EventLogService log = Objects.requireNonNull(eventLog);
        List<String> events = new ArrayList<>();
        for (EventRecord entry : log.image().records(Log.SYSTEM)) {
            if (entry.source().equals(ScmEvents.SOURCE)) {
                List<String> parts = new ArrayList<>(List.of(Integer.toString(entry.eventId())));
                parts.addAll(entry.inserts());
                events.add(String.join("|", parts));
            }
        }
        return events;
    }

    /** Numbers of all events of another source. */
    List<Integer> eventsOf(String source) {
        return Objects.requireNonNull(eventLog).image().records(Log.SYSTEM).stream()
                .filter(entry -> entry.source().equals(source))
                .map(EventRecord::eventId)
                .toList();
    }

    /** Windows that came up once a user had logged on. */
    List<String> popups() {
        desktop().userLoggedOn();
        return desktop().shown().stream()
                .map(dialog -> dialog.title() + ": " + dialog.text())
                .toList();
    }

    /** Services in the order in which they reached START_PENDING or, drivers, RUNNING. */
    List<String> started() {
        List<String> order = new ArrayList<>();
        trace.events().forEach(event -> {
            if (event instanceof ntbed.trace.TraceEvent.ServiceChanged change
                    && change.from().equals("STOPPED")
                    && !change.detail().equals("loaded by the kernel")) {
                order.add(change.service());
            }
        });
        return order;
    }

    Optional<RegistryValue> value(String service, String name) {
        return registry.value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + service, name);
    }
}
