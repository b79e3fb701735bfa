package ntbed.process;

import java.util.Map;
import java.util.TreeMap;
import ntbed.security.Token;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;

/**
 * Who serves which endpoint of this machine: local procedure calls as {@code ncalrpc} makes them (SDK "RPC"), which
 * need no name service. Names are ports of the object manager, so case does not count. [I]
 */
final class RpcEndpoints {
    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private record Endpoint(RunningProcess process, RpcServer server) {}

    /** Opens an endpoint: 87 for an empty name, 1740 where a living process has it. */
    void open(RunningProcess process, String name, RpcServer server) {
        if (name.isEmpty()) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("RPC endpoint without a name");
        }
        String key = CaseFolding.fold(name);
        if (endpoints.containsKey(key)) {
            throw Win32Error.RPC_S_DUPLICATE_ENDPOINT.raise(name);
        }
        endpoints.put(key, new Endpoint(process, server));
    }

    /** Takes away all that a process serves. */
    void close(RunningProcess process) {
        endpoints.values().removeIf(endpoint -> endpoint.process == process);
    }

    boolean isOpen(String name) {
        return endpoints.containsKey(CaseFolding.fold(name));
    }

    byte[] call(Token caller, String name, byte[] request) {
        Endpoint endpoint = endpoints.get(CaseFolding.fold(name));
        if (endpoint == null) {
            throw Win32Error.RPC_S_SERVER_UNAVAILABLE.raise(name);
        }
        byte[] answer = endpoint.server.call(caller, request.clone());
        if (!endpoint.process.isAlive()) {
            throw Win32Error.RPC_S_CALL_FAILED.raise(name);
        }
        return answer.clone();
    }
}
