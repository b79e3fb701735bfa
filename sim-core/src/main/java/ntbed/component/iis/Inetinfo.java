package ntbed.component.iis;

import java.util.LinkedHashMap;
import java.util.Map;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher.ServiceMain;

/**
 * {@code inetinfo.exe}: the one process of all Internet services. IISADMIN loads the metabase; the others find it
 * there. The process stays until IISADMIN has stopped (Q185382).
 */
final class Inetinfo implements Program {
    static final String ID = "inetinfo";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Runs the Internet services and keeps the metabase";
    }

    @Override
    public void main(NtProcess process) {
        AdminService admin = new AdminService(process);
        Map<String, ServiceMain> services = new LinkedHashMap<>();
        services.put(Layout.IISADMIN, admin::serviceMain);
        for (IisService service : IisService.ALL) {
            if (!service.equals(IisService.ADMIN)) {
                services.put(service.name(), context -> new PublishingService(context, admin).start());
            }
        }
        process.serviceDispatcher().startServiceCtrlDispatcher(services);
    }
}
