package ntbed.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.tool.eventviewer.EventViewer;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** What a person sees at a machine that is on. */
final class StationView implements Observation {
    private final Station station;

    StationView(Station station) {
        this.station = station;
    }

    @Override
    public List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (Desktop.Dialog dialog : station.machine().desktop().shown()) {
            windows.add(new Window(dialog.title(), dialog.text()));
        }
        return windows;
    }

    @Override
    public List<Event> events(Log log) {
        EventViewer viewer = EventViewer.open(station.eyes());
        List<Event> events = new ArrayList<>();
        int first = firstSinceStart(log);
        for (EventRecord entry : viewer.records(log)) {
            if (entry.recordNumber() >= first) {
                EventViewer.Row row = viewer.row(entry);
                events.add(
                        0,
                        new Event(
                                log,
                                entry.recordNumber(),
                                row.source(),
                                row.event(),
                                row.type(),
                                row.category(),
                                row.user(),
                                station.eyes().eventLog().description(entry)));
            }
        }
        return events;
    }

    /** Number of the log's first record since the machine last started; beyond the last if there is none. */
    private int firstSinceStart(Log log) {
        int first = Integer.MAX_VALUE;
        for (TraceEvent event : station.machine().trace().events()) {
            if (event instanceof TraceEvent.Power) {
                first = Integer.MAX_VALUE;
            } else if (event instanceof TraceEvent.EventLogged logged
                    && logged.log().equals(log.title())) {
                first = Math.min(first, logged.recordNumber());
            }
        }
        return first;
    }

    @Override
    public List<String> detail(Event event) {
        EventViewer viewer = EventViewer.open(station.eyes());
        for (EventRecord entry : viewer.records(event.log())) {
            if (entry.recordNumber() == event.recordNumber()) {
                return viewer.detail(entry);
            }
        }
        return List.of();
    }

    @Override
    public Optional<Service> service(String name) {
        int access = AccessMask.SERVICE_QUERY_CONFIG | AccessMask.SERVICE_QUERY_STATUS;
        try (ScManagerHandle manager =
                        station.eyes().services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(name, access)) {
            ServiceStatus status = service.queryServiceStatus();
            int exitCode = status.win32ExitCode() == Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code()
                    ? status.serviceSpecificExitCode()
                    : status.win32ExitCode();
            String state = Nearest.fold(status.stateName()).replace('_', ' ');
            return Optional.of(
                    new Service(name, state, start(service.queryServiceConfig().startType()), exitCode));
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.ERROR_SERVICE_DOES_NOT_EXIST) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String start(int startType) {
        return switch (startType) {
            case ServiceConfig.BOOT_START -> "boot";
            case ServiceConfig.SYSTEM_START -> "system";
            case ServiceConfig.AUTO_START -> "automatic";
            case ServiceConfig.DEMAND_START -> "manual";
            case ServiceConfig.DISABLED -> "disabled";
            default -> Integer.toString(startType);
        };
    }

    @Override
    public boolean fileExists(String path) {
        if (!station.isOn()) {
            NtPath file = NtPath.of(path);
            VolumeImage volume = station.image().drives().get(file.drive());
            return volume != null && volume.find(file).isPresent();
        }
        return station.eyes().files().exists(NtPath.of(path));
    }

    @Override
    public boolean keyExists(String path) {
        return station.machine().asSystem().registry().tree(path).isPresent();
    }

    @Override
    public Optional<String> value(String key, String name) {
        return station.machine().asSystem().registry().value(key, name).map(RegistryValue::toString);
    }

    @Override
    public Optional<byte[]> content(Target target) {
        Win32 system = station.machine().asSystem();
        if (target.isFile()) {
            NtPath file = NtPath.of(target.file());
            return system.files().exists(file) ? Optional.of(system.files().read(file)) : Optional.empty();
        }
        return system.registry().value(target.key(), target.name()).map(RegistryValue::data);
    }

    @Override
    public Optional<Permissions> permissions(Target target) {
        Win32 system = station.machine().asSystem();
        if (target.isFile()) {
            NtPath file = NtPath.of(target.file());
            return system.files().exists(file)
                    ? Optional.of(permissions(system, system.files().security(file), AccessMask.FILE_ALL_ACCESS))
                    : Optional.empty();
        }
        return system.registry()
                .tree(target.key())
                .map(key -> permissions(system, key.security(), AccessMask.KEY_ALL_ACCESS));
    }

    private static Permissions permissions(Win32 system, SecurityDescriptor security, int all) {
        Map<String, String> allow = new LinkedHashMap<>();
        List<AccessControlEntry> dacl = security.dacl();
        if (dacl != null) {
            for (AccessControlEntry entry : dacl) {
                String account = name(system, entry.sid());
                String right = entry.kind() == AccessControlEntry.Kind.DENIED ? "no access" : right(entry.mask(), all);
                allow.merge(account, right, (one, other) -> one.equals(other) ? one : "special access");
            }
        } else {
            allow.put("Everyone", "full control");
        }
        return new Permissions(name(system, security.owner()), allow);
    }

    private static String right(int mask, int all) {
        int read = all == AccessMask.KEY_ALL_ACCESS ? AccessMask.KEY_READ : AccessMask.FILE_GENERIC_READ;
        boolean full = (mask & all) == all || (mask & AccessMask.GENERIC_ALL) != 0;
        boolean reads = mask == read || mask == AccessMask.GENERIC_READ;
        return full ? "full control" : reads ? "read" : "special access";
    }

    /** As the tools of NT 4.0 show it: those that every machine has without an authority, {@code SYSTEM}. */
    private static String name(Win32 system, Sid sid) {
        String name = system.accounts().lookupSid(sid).orElse(sid.text());
        boolean everywhere = name.startsWith("BUILTIN\\") || name.startsWith("NT AUTHORITY\\");
        return everywhere ? name.substring(name.indexOf('\\') + 1) : name;
    }

    /** Asked of the registry itself: a tool shows a key dimmed when the person may not open it. */
    @Override
    public boolean isDimmed(String path) {
        int access = AccessMask.KEY_QUERY_VALUE | AccessMask.KEY_ENUMERATE_SUB_KEYS;
        try (RegistryKey key = station.user().registry().openKey(path, access)) {
            return key.path().isEmpty();
        } catch (Win32Exception e) {
            return e.error() == Win32Error.ERROR_ACCESS_DENIED;
        }
    }

    @Override
    public Optional<Window> message() {
        return station.message();
    }

    @Override
    public Optional<String> toolWindow() {
        return station.tool().flatMap(ToolSession::window);
    }

    @Override
    public List<String> toolLines() {
        return station.tool().map(ToolSession::lines).orElse(List.of());
    }
}
