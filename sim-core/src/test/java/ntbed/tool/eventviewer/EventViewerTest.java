package ntbed.tool.eventviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.time.FileTime;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;

class EventViewerTest {
    private static final FileTime EIGHT = FileTime.ofLocal(LocalDateTime.of(1999, 3, 1, 8, 1, 7), -480);

    private final FakeDoor machine = new FakeDoor();

    private EventViewer viewer() {
        machine.records.add(entry(1, "EventLog", 6005, EventType.INFORMATION, 0, Optional.empty(), List.of()));
        machine.records.add(entry(2, "Service Control Manager", 7000, EventType.ERROR, 0, Optional.empty(), List.of()));
        machine.records.add(entry(
                3, "Security", 517, EventType.AUDIT_SUCCESS, 1, Optional.of(Sid.SYSTEM), List.of((byte) 2, (byte) -1)));
        return EventViewer.open(machine.door());
    }

    private static EventRecord entry(
            int number, String source, int id, EventType type, int category, Optional<Sid> user, List<Byte> data) {
        FileTime time = EIGHT.plusMillis(number * 1000L);
        return new EventRecord(
                number, time, time, source, id, id, type, category, user, "NTBED", List.of("Psysdup2"), data);
    }

    @Test
    void theListIsNewestFirstInLocalTime() {
        assertThat(viewer().list(Log.SYSTEM))
                .containsExactly(
                        "Event Viewer - System Log on \\\\NTBED",
                        "",
                        "   Date    Time        Source                   Category      Event  User    Computer",
                        "+  3/1/99  8:01:10 AM  Security                 System Event  517    SYSTEM  NTBED",
                        "x  3/1/99  8:01:09 AM  Service Control Manager  None          7000   N/A     NTBED",
                        "i  3/1/99  8:01:08 AM  EventLog                 None          6005   N/A     NTBED");
    }

    @Test
    void theDetailHasTheFieldsAndTheDescription() {
        EventViewer viewer = viewer();
        assertThat(viewer.detail(machine.records.get(1)))
                .containsExactly(
                        "Event Detail",
                        "",
                        "Date:      3/1/99                 Event ID:  7000",
                        "Time:      8:01:09 AM             Source:    Service Control Manager",
                        "User:      N/A                    Type:      Error",
                        "Computer:  NTBED                  Category:  None",
                        "",
                        "Description:",
                        "The Psysdup2 service failed to start due to the following error: ",
                        "The system cannot find the file specified.");
        assertThat(viewer.detail(machine.records.get(2)))
                .contains("User:      NT AUTHORITY\\SYSTEM    Type:      Success Audit")
                .endsWith("Data:", "0000: 02 ff");
    }

    @Test
    void anotherOffsetShowsAnotherTime() {
        machine.bias = Optional.of(RegistryValue.dword(-60));
        assertThat(viewer().rows(Log.SYSTEM).get(0).time()).isEqualTo("5:01:10 PM");
        machine.bias = Optional.of(RegistryValue.sz("junk"));
        assertThat(viewer().rows(Log.SYSTEM).get(0).time()).isEqualTo("8:01:10 AM");
    }

    @Test
    void aFilterLetsThroughWhatFits() {
        EventViewer viewer = viewer();
        assertThat(ids(viewer, EventFilter.ALL.types(EventType.ERROR, EventType.INFORMATION)))
                .containsExactly(7000, 6005);
        assertThat(ids(viewer, EventFilter.ALL.source("service control manager")))
                .containsExactly(7000);
        assertThat(ids(viewer, EventFilter.ALL.eventId(517))).containsExactly(517);
        assertThat(ids(viewer, EventFilter.ALL.between(EIGHT.plusMillis(1000), EIGHT.plusMillis(2000))))
                .containsExactly(7000, 6005);
        assertThat(ids(viewer, EventFilter.ALL)).hasSize(3);
    }

    @Test
    void findLooksIntoDescriptionsFromTheNewest() {
        EventViewer viewer = viewer();
        assertThat(viewer.find(Log.SYSTEM, "the psysdup2 SERVICE")).contains(machine.records.get(2));
        assertThat(viewer.find(Log.SYSTEM, "nowhere")).isEmpty();
    }

    @Test
    void theSecurityLogIsReadWithThePrivilegeSwitchedOn() {
        assertThat(viewer().records(Log.SECURITY)).hasSize(3);
    }

    @Test
    void clearingEmptiesTheLog() {
        EventViewer viewer = viewer();
        viewer.clear(Log.APPLICATION);
        assertThat(viewer.records(Log.APPLICATION)).isEmpty();
        assertThat(machine.traced).containsExactly("open", "Log: Clear All Events, Application");
    }

    @Test
    void withoutItsFileItDoesNotStart() {
        machine.installed = false;
        assertThatThrownBy(this::viewer)
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
    }

    private static List<Integer> ids(EventViewer viewer, EventFilter filter) {
        viewer.filter(filter);
        return viewer.rows(Log.SYSTEM).stream().map(EventViewer.Row::event).toList();
    }
}
