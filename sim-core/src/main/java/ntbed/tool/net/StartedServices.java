package ntbed.tool.net;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/** {@code net start} without a name: what runs, in the order of the service database (N1). */
final class StartedServices {
    private static final int WIN32_SERVICES = 0x30;
    private static final int ACTIVE = 1;

    private StartedServices() {}

    static Net.Result list(Win32 win32) {
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_ENUMERATE_SERVICE;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, access)) {
            List<String> lines = new ArrayList<>();
            lines.add(NetText.message(NetText.THESE_ARE_STARTED));
            lines.add("");
            for (EnumeratedService service : manager.enumServicesStatus(WIN32_SERVICES, ACTIVE, Integer.MAX_VALUE)) {
                lines.add("   " + service.displayName());
            }
            lines.add("");
            lines.add(NetText.message(NetText.COMPLETED));
            return new Net.Result(0, lines);
        } catch (Win32Exception refused) {
            return new Net.Result(2, NetText.error(refused.code()));
        }
    }
}
