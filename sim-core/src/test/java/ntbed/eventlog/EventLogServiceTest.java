package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.security.Sid;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogServiceTest {
    private static final long MINUTE = 60_000;

    private final TestLogs logs = new TestLogs();

    @Test
    void aCleanStartLogsProductAndStart() {
        logs.service.start();
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005);
        List<EventRecord> records = logs.service.image().records(Log.SYSTEM);
        assertThat(logs.service.describe(records.get(0)))
                .isEqualTo("Microsoft (R) Windows NT (R) 4.0 1381 Service Pack 4 Uniprocessor Free.");
        assertThat(logs.service.describe(records.get(1))).isEqualTo("The Event log service was started.");
        assertThat(records.get(1).source()).isEqualTo("EventLog");
        assertThat(records.get(1).type()).isEqualTo(EventType.INFORMATION);
        assertThat(records.get(1).computer()).isEqualTo("NTBED");
    }

    @ParameterizedTest
    @CsvSource({"'',false", "Service Pack 3,false", "Service Pack 4,true", "Service Pack 6,true", "Service Pack,false"})
    void productStopAndAbnormalEndAreNewInServicePack4(String pack, boolean logged) {
        logs.servicePack(pack);
        logs.service.open(new EventLogImageEdit(EventLogImage.empty()).powerCut(TestLogs.POWER_ON));
        logs.service.start();
        logs.service.stop();
        assertThat(logs.ids(Log.SYSTEM)).isEqualTo(logged ? List.of(6009, 6008, 6005, 6006) : List.of(6005));
    }

    @Test
    void afterAPowerCutTheLastTimeTheMachineWasAliveIsNamed() {
        logs.service.start();
        logs.queue.runUntilMillis(17 * MINUTE);
        TestLogs next = new TestLogs(TestLogs.POWER_ON.plusMillis(60 * MINUTE));
        next.service.open(logs.service.image());
        next.service.start();
        assertThat(next.ids(Log.SYSTEM)).containsExactly(6009, 6005, 6009, 6008, 6005);
        assertThat(next.service.describe(
                        next.service.image().records(Log.SYSTEM).get(3)))
                .isEqualTo("The previous system shutdown at 8:15:00 AM on 3/1/99 was unexpected.");
    }

    @Test
    void afterACleanStopNothingIsReportedAmiss() {
        logs.service.start();
        logs.service.stop();
        TestLogs next = new TestLogs();
        next.service.open(logs.service.image());
        next.service.start();
        assertThat(next.ids(Log.SYSTEM)).containsExactly(6009, 6005, 6006, 6009, 6005);
    }

    @Test
    void startingOrStoppingTwiceIsOnce() {
        logs.service.start();
        logs.service.start();
        logs.service.stop();
        logs.service.stop();
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005, 6006);
    }

    @Test
    void whatIsReportedBeforeTheStartWaitsAndKeepsItsTime() {
        logs.queue.runUntilMillis(2_500);
        logs.startFailed("X", "%%2");
        assertThat(logs.ids(Log.SYSTEM)).isEmpty();
        logs.queue.runUntilMillis(9_900);
        logs.service.start();
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005, 7000);
        EventRecord queued = logs.last(Log.SYSTEM);
        assertThat(queued.generated()).isEqualTo(TestLogs.POWER_ON.plusMillis(2_000));
        assertThat(queued.written()).isEqualTo(TestLogs.POWER_ON.plusMillis(9_000));
    }

    @Test
    void whatWaitedKeepsItsCause() {
        logs.trace.under(77, () -> logs.startFailed("X", "%%2"));
        logs.service.start();
        assertThat(logs.trace.events()).last().satisfies(event -> {
            assertThat(event).isInstanceOf(TraceEvent.EventLogged.class);
            assertThat(event.stamp().cause()).isEqualTo(77);
        });
    }

    @Test
    void aRecordHasEverythingEventViewerShows() {
        logs.service.start();
        logs.service.report(
                Log.APPLICATION, "App", EventType.WARNING, 3, 0x8000_0001, Optional.of(Sid.SYSTEM), List.of("a", "b"));
        assertThat(logs.last(Log.APPLICATION))
                .isEqualTo(new EventRecord(
                        1,
                        TestLogs.POWER_ON,
                        TestLogs.POWER_ON,
                        "App",
                        1,
                        0x8000_0001,
                        EventType.WARNING,
                        3,
                        Optional.of(Sid.SYSTEM),
                        "NTBED",
                        List.of("a", "b"),
                        List.of()));
    }

    @Test
    void everyRecordIsInTheTraceWithItsText() {
        logs.service.start();
        logs.startFailed("Psysdup2", "%%2");
        assertThat(logs.trace.events()).last().isInstanceOfSatisfying(TraceEvent.EventLogged.class, event -> {
            assertThat(event.log()).isEqualTo("System");
            assertThat(event.recordNumber()).isEqualTo(3);
            assertThat(event.description())
                    .isEqualTo("The Psysdup2 service failed to start due to the following error: \n"
                            + "The system cannot find the file specified.");
        });
    }

    @Test
    void anEventWithoutATemplateIsShownAsNtShowsIt() {
        logs.service.start();
        logs.service.report(
                Log.SYSTEM, "Unknown", EventType.ERROR, 0, 0xC000_0007, Optional.empty(), List.of("one", "two"));
        assertThat(logs.service.describe(logs.last(Log.SYSTEM)))
                .isEqualTo("The description for Event ID ( 7 ) in Source ( Unknown ) could not be found. "
                        + "It contains the following insertion string(s): one, two.");
    }

    @Test
    void theNameTheMachineBootedWithCounts() {
        logs.set(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName",
                "ComputerName",
                "OLDNAME");
        logs.service.start();
        assertThat(logs.last(Log.SYSTEM).computer()).isEqualTo("OLDNAME");
    }

    @Test
    void anImageDoesNotChangeWithTheRunningService() {
        logs.service.start();
        EventLogImage image = logs.service.image();
        logs.startFailed("X", "%%2");
        assertThat(image.records(Log.SYSTEM)).hasSize(2);
        assertThat(image.nextNumber(Log.SYSTEM)).isEqualTo(3);
        assertThat(image.stoppedCleanly()).isFalse();
    }
}
