package ntbed.tool.eventviewer;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.eventlog.EventLogApi;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.FileApi;
import ntbed.machine.AccountApi;
import ntbed.machine.Win32;
import ntbed.process.Environment;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.win32.Win32Error;

/** As much of a machine's door as Event Viewer knocks at. */
final class FakeDoor implements EventLogApi {
    final List<EventRecord> records = new ArrayList<>();
    final List<String> traced = new ArrayList<>();
    Optional<RegistryValue> bias = Optional.of(RegistryValue.dword(480));
    boolean installed = true;
    private boolean audits;

    Win32 door() {
        return answering(Win32.class, (name, arguments) -> switch (name) {
            case "environment" -> Environment.of(Map.of("SystemRoot", "C:\\WINNT"));
            case "files" -> answering(FileApi.class, (operation, path) -> installed);
            case "registry" -> answering(RegistryApi.class, (operation, path) -> bias);
            case "accounts" -> answering(AccountApi.class, (operation, sid) -> Optional.of("NT AUTHORITY\\SYSTEM"));
            case "computerName" -> "NTBED";
            case "eventLog" -> this;
            case "withPrivilege" -> {
                audits = arguments[0] == Privilege.SE_SECURITY;
                yield door();
            }
            default -> traced.add(arguments[1].toString());
        });
    }

    private interface Behaviour {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.answer(method.getName(), arguments)));
    }

    @Override
    public List<EventRecord> readEventLog(Log log) {
        if (log == Log.SECURITY && !audits) {
            throw Win32Error.ERROR_PRIVILEGE_NOT_HELD.raise(log.title());
        }
        return records;
    }

    @Override
    public void reportEvent(
            String source,
            EventType type,
            int category,
            int rawEventId,
            Optional<Sid> user,
            List<String> inserts,
            byte[] data) {
        throw new AssertionError("Event Viewer reports nothing");
    }

    @Override
    public void clearEventLog(Log log) {
        records.clear();
    }

    @Override
    public String description(EventRecord eventRecord) {
        return "The " + eventRecord.inserts().get(0) + " service failed to start due to the following error: \n"
                + "The system cannot find the file specified.";
    }
}
