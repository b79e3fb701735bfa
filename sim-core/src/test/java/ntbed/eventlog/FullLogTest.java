package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullLogTest {
    private static final int NEVER = -1;
    private static final String LONG_TEXT = "x".repeat(5_000);
    private static final long DAY = 86_400_000;

    private final TestLogs logs = TestLogs.started();
    private final EventLogApi system = logs.service.as(Token.system(), "test");

    @Test
    void asNeededTheOldestGiveWayAndNumbersRise() {
        logs.setting(Log.APPLICATION, "MaxSize", 65_536);
        logs.setting(Log.APPLICATION, "Retention", 0);
        fill(100);
        List<EventRecord> records = system.readEventLog(Log.APPLICATION);
        assertThat(records).hasSize(6);
        assertThat(records.get(0).recordNumber()).isEqualTo(95);
        assertThat(records.get(5).recordNumber()).isEqualTo(100);
        assertThat(logs.ids(Log.SYSTEM)).doesNotContain(6000);
    }

    @Test
    void neverMeansFullWith1502AndOneWarning() {
        logs.setting(Log.APPLICATION, "MaxSize", 65_536);
        logs.setting(Log.APPLICATION, "Retention", NEVER);
        fill(6);
        assertFull();
        assertFull();
        assertThat(system.readEventLog(Log.APPLICATION)).hasSize(6);
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005, 6000);
        assertThat(system.description(logs.last(Log.SYSTEM))).isEqualTo("The Application log file is full.");
        assertThat(logs.last(Log.SYSTEM).type()).isEqualTo(EventType.WARNING);
    }

    @Test
    void afterClearingThereIsRoomAndTheWarningMayComeAgain() {
        logs.setting(Log.APPLICATION, "MaxSize", 65_536);
        logs.setting(Log.APPLICATION, "Retention", NEVER);
        fill(6);
        assertFull();
        system.clearEventLog(Log.APPLICATION);
        fill(1);
        assertThat(system.readEventLog(Log.APPLICATION)).hasSize(1);
        assertThat(system.readEventLog(Log.APPLICATION).get(0).recordNumber()).isEqualTo(1);
        fill(5);
        assertFull();
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005, 6000, 6000);
    }

    @Test
    void recordsOlderThanTheRetentionGiveWay() {
        logs.setting(Log.APPLICATION, "MaxSize", 65_536);
        logs.setting(Log.APPLICATION, "Retention", 2 * 86_400);
        fill(3);
        logs.queue.runUntilMillis(DAY);
        fill(3);
        assertFull();
        logs.queue.runUntilMillis(2 * DAY);
        fill(3);
        assertFull();
        assertThat(system.readEventLog(Log.APPLICATION).get(0).recordNumber()).isEqualTo(4);
    }

    @Test
    void aFullSystemLogWarnsOnceIfTheWarningStillFits() {
        logs.setting(Log.SYSTEM, "MaxSize", 65_536);
        logs.setting(Log.SYSTEM, "Retention", NEVER);
        for (int i = 0; i < 20; i++) {
            logs.startFailed("X", LONG_TEXT);
        }
        assertThat(logs.ids(Log.SYSTEM)).containsExactly(6009, 6005, 7000, 7000, 7000, 7000, 7000, 7000, 6000);
    }

    @ParameterizedTest
    @CsvSource({"0,65536", "1,65536", "65536,65536", "65537,131072", "-1,4294967296"})
    void sizesAreRoundedUpTo64Kilobytes(int size, long bytes) {
        logs.setting(Log.SYSTEM, "MaxSize", size);
        assertThat(logs.service.settings(Log.SYSTEM).maxSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"S-1-5-18,0,108", "S-1-5-18,1,108", "S-1-5-18,3,108", "S-1-5-18,4,112", "S-1-5-21-1-2-3-500,0,124"})
    void aRecordTakesItsPartsOneToFourZeroBytesAndItsLengthAgain(String user, int dataBytes, int bytes) {
        byte[] data = new byte[dataBytes];
        system.reportEvent("App", EventType.ERROR, 0, 1, Optional.of(new Sid(user)), List.of("abcde"), data);
        assertThat(LogFile.size(logs.last(Log.APPLICATION))).isEqualTo(bytes);
    }

    @Test
    void aSettingOfTheWrongTypeCountsAsTheDefault() {
        logs.registry.setValue(TestLogs.SERVICES + "System", "MaxSize", RegistryValue.sz("junk"), "test");
        logs.registry.setValue(TestLogs.SERVICES + "System", "Retention", RegistryValue.binary((byte) 1), "test");
        assertThat(logs.service.settings(Log.SYSTEM)).isEqualTo(LogSettings.DEFAULT);
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            system.reportEvent("App", EventType.INFORMATION, 0, 1, List.of(LONG_TEXT));
        }
    }

    private void assertFull() {
        assertThatThrownBy(() -> fill(1))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_LOG_FILE_FULL));
    }
}
