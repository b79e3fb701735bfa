package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per error code of {@link EventLogApi}; 0 for what is allowed. */
class EventLogErrorsTest {
    private static final Token ADMINISTRATOR = TestLogs.administrator();
    private static final Token AUDITOR = TestLogs.auditor();
    private static final Token USER = TestLogs.user(Sid.USERS, Sid.EVERYONE);
    private static final Token GUEST = TestLogs.user(Sid.GUESTS, Sid.EVERYONE);

    static Stream<Arguments> rows() {
        BiConsumer<TestLogs, EventLogApi> readSystem = (logs, api) -> api.readEventLog(Log.SYSTEM);
        BiConsumer<TestLogs, EventLogApi> readSecurity = (logs, api) -> api.readEventLog(Log.SECURITY);
        BiConsumer<TestLogs, EventLogApi> clearSystem = (logs, api) -> api.clearEventLog(Log.SYSTEM);
        BiConsumer<TestLogs, EventLogApi> clearSecurity = (logs, api) -> api.clearEventLog(Log.SECURITY);
        BiConsumer<TestLogs, EventLogApi> report = (logs, api) -> report(api, "App");
        return Stream.of(
                row(0, "everybody reads System", USER, readSystem),
                row(0, "a guest reads System", GUEST, readSystem),
                row(5, "a guest who is restricted does not", GUEST, (logs, api) -> {
                    logs.setting(Log.SYSTEM, "RestrictGuestAccess", 1);
                    api.readEventLog(Log.SYSTEM);
                }),
                row(0, "with the privilege Security is read", AUDITOR, readSecurity),
                row(1314, "without it, it is not", ADMINISTRATOR, readSecurity),
                row(0, "everybody reports", USER, report),
                row(1314, "into Security only who may audit", ADMINISTRATOR, (logs, api) -> {
                    logs.setting(Log.SECURITY, "unused", 0);
                    logs.set(TestLogs.SERVICES + "Security\\Auditor", "unused", "");
                    report(api, "Auditor");
                }),
                row(0, "an administrator clears System", ADMINISTRATOR, clearSystem),
                row(5, "a user does not", USER, clearSystem),
                row(0, "with the privilege Security is cleared", AUDITOR, clearSecurity),
                row(1314, "without it, it is not cleared", ADMINISTRATOR, clearSecurity),
                row(1722, "a stopped service cannot be read", USER, (logs, api) -> {
                    logs.service.stop();
                    api.readEventLog(Log.SYSTEM);
                }),
                row(1722, "a stopped service takes no reports", USER, (logs, api) -> {
                    logs.service.stop();
                    report(api, "App");
                }),
                row(1722, "a stopped service does not clear", ADMINISTRATOR, (logs, api) -> {
                    logs.service.stop();
                    api.clearEventLog(Log.SYSTEM);
                }),
                row(1502, "a full log takes no more", USER, (logs, api) -> {
                    logs.setting(Log.APPLICATION, "MaxSize", 1);
                    logs.setting(Log.APPLICATION, "Retention", -1);
                    for (int i = 0; i < 10_000; i++) {
                        report(api, "App");
                    }
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void anOperationGivesItsCode(int code, String what, Token token, BiConsumer<TestLogs, EventLogApi> operation) {
        TestLogs logs = TestLogs.started();
        EventLogApi api = logs.service.as(token, "tester");
        Win32Exception refused = catchThrowableOfType(Win32Exception.class, () -> operation.accept(logs, api));
        assertThat(refused == null ? 0 : refused.code()).as(what).isEqualTo(code);
        if (refused != null) {
            assertThat(logs.trace.events()).last().isInstanceOfSatisfying(TraceEvent.Refused.class, event -> {
                assertThat(event.error().code()).isEqualTo(code);
                assertThat(event.stamp().actor()).isEqualTo("tester");
            });
        }
    }

    @Test
    void clearingSecurityIsAuditedAsItsFirstRecord() {
        TestLogs logs = TestLogs.started();
        logs.service.as(AUDITOR, "tester").clearEventLog(Log.SECURITY);
        EventRecord audit = logs.last(Log.SECURITY);
        assertThat(audit.eventId()).isEqualTo(517);
        assertThat(audit.recordNumber()).isEqualTo(1);
        assertThat(audit.type()).isEqualTo(EventType.AUDIT_SUCCESS);
        assertThat(audit.user()).contains(AUDITOR.user());
        assertThat(logs.service.describe(audit))
                .startsWith("The audit log was cleared\n\tPrimary User Name:\tSYSTEM\n")
                .contains("Client User Name:\tAdministrator");
    }

    @Test
    void aReportMayHaveAUserAndData() {
        TestLogs logs = TestLogs.started();
        EventLogApi api = logs.service.as(USER, "tester");
        byte[] data = {1, -1};
        api.reportEvent("App", EventType.WARNING, 2, 0x8000_0007, Optional.of(USER.user()), List.of("x"), data);
        data[0] = 9;
        EventRecord last = logs.last(Log.APPLICATION);
        assertThat(last.user()).contains(USER.user());
        assertThat(last.data()).containsExactly((byte) 1, (byte) -1);
        assertThat(last.eventId()).isEqualTo(7);
    }

    @Test
    void aSourceReportsIntoTheLogItIsRegisteredUnder() {
        TestLogs logs = TestLogs.started();
        logs.set(TestLogs.SERVICES + "System\\Srv", "EventMessageFile", "netevent.dll");
        EventLogApi api = logs.service.as(USER, "tester");
        report(api, "Srv");
        report(api, "Nobody");
        report(api, "");
        report(api, "System\\Srv");
        assertThat(logs.last(Log.SYSTEM).source()).isEqualTo("Srv");
        assertThat(logs.service.image().records(Log.APPLICATION))
                .extracting(EventRecord::source)
                .containsExactly("Nobody", "", "System\\Srv");
    }

    private static void report(EventLogApi api, String source) {
        api.reportEvent(source, EventType.ERROR, 0, 1, List.of("text"));
    }

    private static Arguments row(int code, String what, Token token, BiConsumer<TestLogs, EventLogApi> operation) {
        return Arguments.of(code, what, token, operation);
    }
}
