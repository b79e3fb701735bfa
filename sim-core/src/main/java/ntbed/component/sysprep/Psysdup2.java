package ntbed.component.sysprep;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.time.SeededRandom;
import ntbed.win32.AccessMask;

/**
 * {@code Psysdup2.exe}: a service that waits for the first log-on, changes the product ID of Office 97 through {@code
 * Psydo957.dll}, and is not needed again (Q198417, Q214597). It then deletes its own entry (decision D7).
 *
 * <p>Without the library, or without Office 97, it changes nothing and nothing fails.
 */
final class Psysdup2 implements Program {
    static final String ID = "psysdup2";

    /** Where Office 97 keeps its product ID (decision D12). */
    private static final String SETUP_TABLE =
            "%SystemDrive%\\Program Files\\Microsoft Office\\Office\\Setup\\off97pro.stf";

    private static final String PRODUCT_ID = "ProductID=";
    private static final int STOP = 1;
    private static final int SHUTDOWN = 5;

    /** The log-on comes first, the work a little later [I]. */
    private static final int WORK_MILLIS = 2_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Gives Office 97 a product ID of its own after the first log-on";
    }

    @Override
    public void main(NtProcess process) {
        process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", Psysdup2::serviceMain));
    }

    private static void serviceMain(ServiceContext service) {
        NtProcess process = service.process();
        service.registerServiceCtrlHandler(control -> {
            if (control == STOP || control == SHUTDOWN) {
                end(service);
            }
            return ControlReply.RETURNED;
        });
        service.setServiceStatus(ServiceStatus.of(
                ServiceConfig.WIN32_OWN_PROCESS,
                ServiceStatus.RUNNING,
                ServiceStatus.ACCEPT_STOP | ServiceStatus.ACCEPT_SHUTDOWN));
        Win32 win32 = Win32.of(process);
        win32.whenUserLogsOn(() -> process.after(WORK_MILLIS, () -> {
            changeProductId(process);
            deleteItself(win32, service.serviceName());
            end(service);
        }));
    }

    private static void changeProductId(NtProcess process) {
        NtPath library = process.image().parent().orElseThrow().resolve(ToolSet.PSYDO957);
        NtPath table = NtPath.of(process.environment().expand(SETUP_TABLE));
        if (!process.files().exists(library) || !process.files().exists(table)) {
            return;
        }
        String text = new String(process.files().read(table), StandardCharsets.ISO_8859_1);
        int from = text.indexOf(PRODUCT_ID);
        if (from >= 0) {
            int end = text.indexOf('\r', from);
            String changed = text.substring(0, from + PRODUCT_ID.length())
                    + newId(process.random().fork("office product id"))
                    + (end < 0 ? "" : text.substring(end));
            process.files().write(table, changed.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Product, channel, and a number that is random for each installation (Q117618; the form is ours). */
    private static String newId(SeededRandom random) {
        return String.format(Locale.ROOT, "53491-111-%07d-%05d", random.nextInt(10_000_000), random.nextInt(100_000));
    }

    private static void deleteItself(Win32 win32, String serviceName) {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(serviceName, AccessMask.DELETE)) {
            service.deleteService();
        }
    }

    private static void end(ServiceContext service) {
        service.setServiceStatus(ServiceStatus.stopped(ServiceConfig.WIN32_OWN_PROCESS, 0, 0));
        service.process().exit(0);
    }
}
