package ntbed.eventlog;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;

/** A machine of which only registry and event log run: Service Pack 4, name NTBED, 1 March 1999 8:00 at UTC-8. */
final class TestLogs {
    static final FileTime POWER_ON = FileTime.ofLocal(LocalDateTime.of(1999, 3, 1, 8, 0), -480);
    static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\";
    static final int START_FAILED = 0xC000_1B58;

    final EventQueue queue;
    final Trace trace;
    final Registry registry;
    final EventLogService service;

    TestLogs() {
        this(POWER_ON);
    }

    TestLogs(FileTime powerOn) {
        queue = new EventQueue(powerOn);
        trace = new Trace(queue);
        registry = new Registry(queue, trace);
        SecurityDescriptor open = SecurityDescriptor.of(Sid.SYSTEM, new AccessControlEntry[0]);
        registry.mount(HiveMount.SYSTEM, HiveImage.empty(powerOn, open));
        registry.mount(HiveMount.SOFTWARE, HiveImage.empty(powerOn, open));
        servicePack("Service Pack 4");
        set("HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName", "ComputerName", "NTBED");
        service = new EventLogService(queue, trace, registry);
    }

    static TestLogs started() {
        TestLogs logs = new TestLogs();
        logs.service.start();
        return logs;
    }

    void servicePack(String text) {
        set("HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "CSDVersion", text);
    }

    void set(String path, String name, String text) {
        registry.setValue(path, name, RegistryValue.sz(text), "test");
    }

    void setting(Log log, String name, int number) {
        registry.setValue(SERVICES + log.title(), name, RegistryValue.dword(number), "test");
    }

    void startFailed(String... inserts) {
        service.report(
                Log.SYSTEM,
                "Service Control Manager",
                EventType.ERROR,
                0,
                START_FAILED,
                Optional.empty(),
                List.of(inserts));
    }

    List<Integer> ids(Log log) {
        return service.image().records(log).stream().map(EventRecord::eventId).toList();
    }

    EventRecord last(Log log) {
        List<EventRecord> records = service.image().records(log);
        return records.get(records.size() - 1);
    }

    static Token auditor() {
        Token administrator = administrator();
        Set<Privilege> security = EnumSet.of(Privilege.SE_SECURITY);
        return new Token(administrator.user(), "NTBED", "Administrator", administrator.groups(), security, security);
    }

    static Token administrator() {
        return new Token(
                new Sid("S-1-5-21-1-2-3-500"),
                "NTBED",
                "Administrator",
                List.of(Sid.ADMINISTRATORS, Sid.EVERYONE),
                Set.of(),
                Set.of());
    }

    static Token user(Sid... groups) {
        return new Token(new Sid("S-1-5-21-1-2-3-1000"), "NTBED", "user", List.of(groups), Set.of(), Set.of());
    }
}
