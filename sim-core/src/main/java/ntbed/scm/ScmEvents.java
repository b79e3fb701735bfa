package ntbed.scm;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventLogService;
import ntbed.eventlog.EventType;

/**
 * The events the manager writes into the System log, one method each, with NT's inserts: services by the name people
 * see, errors as {@code %%code}, which the viewer expands. The texts stand in {@code ntbed.eventlog}.
 */
final class ScmEvents {
    /** Source of all of them. */
    static final String SOURCE = "Service Control Manager";

    private static final int SEVERITY_ERROR = 0xC000_0000;

    private final EventLogService eventLog;

    ScmEvents(EventLogService eventLog) {
        this.eventLog = eventLog;
    }

    /** 7000. */
    void startFailed(ServiceRecord service, int code) {
        error(7000, shown(service), text(code));
    }

    /** 7001. */
    void dependencyFailed(ServiceRecord service, ServiceRecord dependency) {
        error(7001, shown(service), shown(dependency), text(dependency.errorForDependents()));
    }

    /** 7002. */
    void groupFailed(ServiceRecord service, String group) {
        error(7002, shown(service), group);
    }

    /** 7003; the dependency has no shown name, so its raw one. */
    void dependencyMissing(ServiceRecord service, String dependency) {
        error(7003, shown(service), dependency);
    }

    /** 7005; the error is an NTSTATUS in hexadecimal (Q128488). */
    void callFailed(String function, String error) {
        error(7005, function, error);
    }

    /** 7006. */
    void callFailed(String function, String argument, int code) {
        error(7006, function, argument, text(code));
    }

    /** 7007. */
    void reverted() {
        error(7007);
    }

    /** 7008. */
    void badAccountName() {
        error(7008);
    }

    /** 7009. */
    void connectTimeout(long millis) {
        error(7009, Long.toString(millis));
    }

    /** 7011. */
    void transactionTimeout(long millis) {
        error(7011, Long.toString(millis));
    }

    /** 7013. */
    void firstLogonFailed(int code) {
        error(7013, text(code));
    }

    /** 7014. */
    void secondLogonFailed(int code) {
        error(7014, text(code));
    }

    /** 7015. */
    void driverNeedsService(String driver) {
        error(7015, driver);
    }

    /** 7016. */
    void badState(ServiceRecord service, int state) {
        error(7016, shown(service), Integer.toUnsignedString(state));
    }

    /** 7017. */
    void circularOnDemand(ServiceRecord service) {
        error(7017, shown(service));
    }

    /** 7018. */
    void circularAtAutoStart() {
        error(7018);
    }

    /** 7019. */
    void needsLaterService(ServiceRecord service) {
        error(7019, shown(service));
    }

    /** 7020. */
    void needsLaterGroup(ServiceRecord service) {
        error(7020, shown(service));
    }

    /** 7021. */
    void aboutToRevert(String shownName) {
        error(7021, shownName);
    }

    /** 7022. */
    void hungOnStarting(ServiceRecord service) {
        error(7022, shown(service));
    }

    /** 7023. */
    void exited(ServiceRecord service, int code) {
        error(7023, shown(service), text(code));
    }

    /** 7024. */
    void exitedWithOwnCode(ServiceRecord service, int code) {
        error(7024, shown(service), Integer.toUnsignedString(code));
    }

    /** 7026; raw driver names, one a line. */
    void driversFailed(List<String> drivers) {
        error(7026, String.join("\r\n", drivers));
    }

    /** 7028; the key's own name, as articles print it. */
    void tookOwnership(String key) {
        error(7028, key);
    }

    private void error(int id, String... inserts) {
        eventLog.report(
                Log.SYSTEM, SOURCE, EventType.ERROR, 0, SEVERITY_ERROR | id, Optional.empty(), List.of(inserts));
    }

    private static String shown(ServiceRecord service) {
        return service.definition().shownName();
    }

    private static String text(int code) {
        return "%%" + Integer.toUnsignedString(code);
    }
}
