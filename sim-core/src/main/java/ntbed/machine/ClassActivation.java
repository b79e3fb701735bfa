package ntbed.machine;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventType;
import ntbed.process.ProcessTable;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.scm.ServiceControlManager;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.SystemMessages;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * How rpcss.exe finds and starts the server of a COM class on its own machine (Q187710, Q218458).
 *
 * <p>Only classes in a service are simulated: {@code HKCR\CLSID\{class}} value {@code AppID}, then
 * {@code HKCR\AppID\{application}} values {@code LocalService} and {@code ServiceParameters}. Whoever may call the
 * class is the server's own matter: launch permissions are not looked at. [M]
 */
final class ClassActivation {
    private static final String CLASSES = "HKLM\\SOFTWARE\\Classes\\";
    private static final String RPCSS = "RpcSs";
    private static final String SOURCE = "DCOM";
    private static final int SERVER_NOT_STARTED = 0xC000_2715; // 10005

    /** How long a service may take until it serves the class. [M] */
    private static final long PATIENCE_MILLIS = 120_000;

    private final PowerCycle cycle;
    private final ProcessTable processes;
    private final Token caller;
    private final String actor;

    ClassActivation(PowerCycle cycle, Token caller, String actor) {
        this.cycle = cycle;
        this.processes = cycle.parts().processes();
        this.caller = caller;
        this.actor = actor;
    }

    void getClassObject(String clsid) {
        if (processes.isServed(clsid)) {
            return;
        }
        RegistryApi registry = cycle.registry(caller, actor);
        KeyTree known = registry.tree(CLASSES + "CLSID\\" + clsid)
                .orElseThrow(() -> Win32Error.REGDB_E_CLASSNOTREG.raise(clsid));
        Optional<KeyTree> application =
                text(known, "AppID").flatMap(appId -> registry.tree(CLASSES + "AppID\\" + appId));
        String service = application
                .flatMap(key -> text(key, "LocalService"))
                .orElseThrow(() -> new NotSimulatedException("the COM class " + clsid + " outside of a service"));
        String parameters =
                application.flatMap(key -> text(key, "ServiceParameters")).orElse("");
        try (ScManagerHandle manager =
                scm().as(Token.system(), "rpcss.exe").openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT)) {
            requireRpcSs(manager);
            start(manager, service, parameters, clsid);
        }
    }

    private ServiceControlManager scm() {
        return cycle.boot().manager().orElseThrow(() -> Win32Error.RPC_S_SERVER_UNAVAILABLE.raise(RPCSS));
    }

    private static void requireRpcSs(ScManagerHandle manager) {
        try (ServiceHandle service = manager.openService(RPCSS, AccessMask.SERVICE_QUERY_STATUS)) {
            if (service.queryServiceStatus().currentState() == ServiceStatus.RUNNING) {
                return;
            }
        } catch (Win32Exception e) {
            if (e.error() != Win32Error.ERROR_SERVICE_DOES_NOT_EXIST) {
                throw e;
            }
        }
        throw Win32Error.RPC_S_SERVER_UNAVAILABLE.raise(RPCSS);
    }

    private void start(ScManagerHandle manager, String name, String parameters, String clsid) {
        try (ServiceHandle service =
                manager.openService(name, AccessMask.SERVICE_START | AccessMask.SERVICE_QUERY_STATUS)) {
            startUnlessRunning(service, parameters, clsid);
            cycle.machine().runWhile(PATIENCE_MILLIS, () -> !processes.isServed(clsid) && lives(service));
            if (processes.isServed(clsid)) {
                return;
            }
            if (!lives(service)) {
                int code = service.queryServiceStatus().win32ExitCode();
                report(SystemMessages.text(code).orElse(""), name, parameters, clsid);
            }
        } catch (Win32Exception e) {
            report(e.error().text(), name, parameters, clsid);
        }
        throw Win32Error.CO_E_SERVER_EXEC_FAILURE.raise(clsid);
    }

    /** A service that is just starting gives the event all the same, which Q184620 calls harmless. */
    private void startUnlessRunning(ServiceHandle service, String parameters, String clsid) {
        try {
            service.startService(parameters.isEmpty() ? List.of() : List.of(parameters));
        } catch (Win32Exception e) {
            if (e.error() != Win32Error.ERROR_SERVICE_ALREADY_RUNNING) {
                throw e;
            }
            report(e.error().text(), service.serviceName(), parameters, clsid);
        }
    }

    private static boolean lives(ServiceHandle service) {
        return service.queryServiceStatus().currentState() != ServiceStatus.STOPPED;
    }

    private void report(String error, String service, String parameters, String clsid) {
        cycle.parts()
                .eventLog()
                .report(
                        Log.SYSTEM,
                        SOURCE,
                        EventType.ERROR,
                        0,
                        SERVER_NOT_STARTED,
                        Optional.of(caller.user()),
                        List.of(error, service, parameters, clsid));
    }

    private static Optional<String> text(KeyTree key, String value) {
        return key.value(value)
                .map(data -> data.rawTexts().isEmpty() ? "" : data.rawTexts().get(0));
    }
}
