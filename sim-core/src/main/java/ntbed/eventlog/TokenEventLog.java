package ntbed.eventlog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ntbed.registry.Registry;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The logs bound to a token.
 *
 * <p>The Security log needs SeSecurityPrivilege switched on, 1314 otherwise (MSDN "OpenEventLog"). Application and
 * System are open to everybody for reading, and to Administrators, Server Operators and SYSTEM for clearing (MSDN
 * "Event Logging Security"). While the service does not run its RPC server is away: 1722. [I]
 */
final class TokenEventLog implements EventLogApi {
    private static final int AUDIT_LOG_CLEARED = 0x0000_0205;
    private static final int CATEGORY_SYSTEM_EVENT = 1;

    private final EventLogService service;
    private final Registry registry;
    private final Trace trace;
    private final Token token;
    private final String actor;

    TokenEventLog(EventLogService service, Registry registry, Trace trace, Token token, String actor) {
        this.service = service;
        this.registry = registry;
        this.trace = trace;
        this.token = token;
        this.actor = actor;
    }

    @Override
    public List<EventRecord> readEventLog(Log log) {
        requireRunning("read event log", log.title());
        if (log == Log.SECURITY) {
            requirePrivilege("read event log", log, Privilege.SE_SECURITY);
        } else if (token.is(Sid.GUESTS) && !service.settings(log).guestsMayRead()) {
            throw refuse("read event log", log.title(), Win32Error.ERROR_ACCESS_DENIED);
        }
        return Collections.unmodifiableList(service.file(log).records());
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
        requireRunning("report event", source);
        Log log = logOf(source);
        if (log == Log.SECURITY) {
            requirePrivilege("report event", log, Privilege.SE_AUDIT);
        }
        if (!service.writeFor(log, source, type, category, rawEventId, user, inserts, data)) {
            throw refuse("report event", log.title(), Win32Error.ERROR_LOG_FILE_FULL);
        }
    }

    @Override
    public void clearEventLog(Log log) {
        requireRunning("clear event log", log.title());
        if (log == Log.SECURITY) {
            requirePrivilege("clear event log", log, Privilege.SE_SECURITY);
        } else if (!token.is(Sid.ADMINISTRATORS) && !token.is(Sid.SERVER_OPERATORS) && !token.is(Sid.SYSTEM)) {
            throw refuse("clear event log", log.title(), Win32Error.ERROR_ACCESS_DENIED);
        }
        service.clear(log);
        if (log == Log.SECURITY) {
            service.report(
                    log,
                    "Security",
                    EventType.AUDIT_SUCCESS,
                    CATEGORY_SYSTEM_EVENT,
                    AUDIT_LOG_CLEARED,
                    Optional.of(token.user()),
                    List.of("SYSTEM", "NT AUTHORITY", "(0x0,0x3E7)", token.userName(), token.domain(), "(0x0,0x0)"));
        }
    }

    @Override
    public String description(EventRecord eventRecord) {
        return service.describe(eventRecord);
    }

    /** The log whose key has a subkey of that name; Application otherwise (MSDN "RegisterEventSource"). */
    private Log logOf(String source) {
        if (!source.isEmpty() && source.indexOf('\\') < 0) {
            for (Log log : Log.values()) {
                if (registry.tree(EventLogService.ROOT + log.title() + "\\" + source)
                        .isPresent()) {
                    return log;
                }
            }
        }
        return Log.APPLICATION;
    }

    private void requireRunning(String operation, String object) {
        if (!service.isRunning()) {
            throw refuse(operation, object, Win32Error.RPC_S_SERVER_UNAVAILABLE);
        }
    }

    private void requirePrivilege(String operation, Log log, Privilege privilege) {
        if (!token.has(privilege)) {
            throw refuse(operation, log.title(), Win32Error.ERROR_PRIVILEGE_NOT_HELD);
        }
    }

    private Win32Exception refuse(String operation, String object, Win32Error error) {
        trace.emit(actor, stamp -> new TraceEvent.Refused(stamp, operation, object, error));
        return error.raise(object);
    }
}
