package ntbed.tool.net;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.NetService;
import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/** What the commands on one service have in common: finding it, printing, ending. */
abstract class ServiceCommand {
    final Win32 win32;
    final NetService netService;
    private final List<String> lines = new ArrayList<>();

    ServiceCommand(Win32 win32) {
        this.win32 = win32;
        this.netService = new NetService(win32, this::dot);
    }

    /** Does the command's work on the service with that key name. */
    abstract Net.Result perform(String keyName, String displayName);

    /** Finds the service by key or display name (N8) and does the work. */
    final Net.Result run(String name) {
        try {
            String keyName = netService.keyName(name);
            return perform(keyName, displayName(keyName));
        } catch (Win32Exception refused) {
            return failed(NetText.error(refused.code()));
        }
    }

    final String displayName(String keyName) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT)) {
            return manager.getServiceDisplayName(keyName, 257);
        }
    }

    final ServiceStatus status(String keyName) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(keyName, AccessMask.SERVICE_QUERY_STATUS)) {
            return service.queryServiceStatus();
        }
    }

    final void print(String line) {
        lines.add(line);
    }

    final void print(List<String> more) {
        lines.addAll(more);
    }

    final Net.Result done() {
        return new Net.Result(0, lines);
    }

    final Net.Result failed(List<String> more) {
        lines.addAll(more);
        return new Net.Result(2, lines);
    }

    private void dot() {
        if (!lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ".");
        }
    }
}
