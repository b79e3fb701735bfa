package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import ntbed.registry.RegistryValue;

/** What set-up writes into the registry beside the services. */
final class RegistryEntries {
    private RegistryEntries() {}

    /** One value. */
    record Entry(String key, String name, RegistryValue value) {}

    static List<Entry> of(Plan plan) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(Layout.INET_STP, "MajorVersion", RegistryValue.dword(4)));
        entries.add(new Entry(Layout.INET_STP, "MinorVersion", RegistryValue.dword(0)));
        entries.add(new Entry(Layout.INET_STP, "PathWWWRoot", RegistryValue.sz(plan.webRoot())));
        if (plan.has(IisService.FTP)) {
            entries.add(new Entry(Layout.INET_STP, "PathFTPRoot", RegistryValue.sz(plan.ftpRoot())));
        }
        entries.add(new Entry(Layout.INET_STP, Layout.WEB_USER, RegistryValue.sz(plan.webAccount())));
        entries.add(new Entry(Layout.INET_STP, Layout.APPLICATION_USER, RegistryValue.sz(plan.applicationAccount())));
        String clsid = Layout.CLASSES + "CLSID\\" + Layout.CLSID;
        entries.add(new Entry(clsid, "", RegistryValue.sz("IIS Admin Service")));
        entries.add(new Entry(clsid, "AppID", RegistryValue.sz(Layout.CLSID)));
        String application = Layout.CLASSES + "AppID\\" + Layout.CLSID;
        entries.add(new Entry(application, "", RegistryValue.sz("IIS Admin Service")));
        entries.add(new Entry(application, "LocalService", RegistryValue.sz(Layout.IISADMIN)));
        return entries;
    }
}
