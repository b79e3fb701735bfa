package ntbed.tool.mmc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import ntbed.machine.TestMachines;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.Win32Error;

/** A metabase object of the test's own: answers what the console asks, from a table of records by path. */
final class FakeMetabase implements Program {
    static final String INETSRV = "C:\\WINNT\\System32\\inetsrv\\";

    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String CLASSES = "HKLM\\SOFTWARE\\Classes\\";
    private static final int OWN_PROCESS = 0x10;

    final Map<String, Map<Integer, String>> keys = new TreeMap<>();
    final List<String> backups = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    FakeMetabase() {
        key("/LM");
        key("/LM/MSFTPSVC");
        key("/LM/W3SVC").put(6016, "6016\t1\t2\tDWORD\t513");
        key("/LM/W3SVC").put(6020, "6020\t1\t2\tSTRING\tIUSR_TESTER");
        key("/LM/W3SVC").put(6022, "6022\t1\t2\tDWORD\t1");
        site("/LM/MSFTPSVC/1", "Default FTP Site", 21, "C:\\\\Inetpub\\\\ftproot");
        site("/LM/W3SVC/1", "Default Web Site", 80, "C:\\\\Inetpub\\\\wwwroot");
        site("/LM/W3SVC/2", "Administration Web Site", 5555, "C:\\\\Inetpub\\\\gone");
        key("/LM/W3SVC/1").put(1016, "1016\t16\t1\tDWORD\t2");
        key("/LM/W3SVC/1/ROOT/Scripts").put(3001, "3001\t1\t2\tSTRING\tC:\\\\Inetpub\\\\scripts");
    }

    Map<Integer, String> key(String path) {
        return keys.computeIfAbsent(path, unused -> new TreeMap<>());
    }

    private void site(String path, String comment, int port, String directory) {
        key(path).put(1015, "1015\t0\t1\tSTRING\t" + comment);
        key(path).put(1023, "1023\t0\t1\tMULTISZ\t:" + port + ":\t10.0.0.1:8080:other");
        key(path + "/ROOT").put(3001, "3001\t1\t2\tSTRING\t" + directory);
    }

    /** A small server with the console, the class, its service and the services of the sites. */
    MachineBuilder machine() {
        MachineBuilder machine = TestMachines.builder();
        TestMachines.service(machine, "RpcSs", 2, 1);
        machine.service("IISADMIN", OWN_PROCESS, 3, 1);
        machine.set(SERVICES + "IISADMIN", "ImagePath", RegistryValue.expandSz(INETSRV + "inetinfo.exe"));
        machine.image(INETSRV + "inetinfo.exe", ImageFile.of(id()));
        TestMachines.service(machine, "W3SVC", 3, 1);
        machine.set(SERVICES + "W3SVC", "DependOnService", RegistryValue.multiSz("IISADMIN"));
        TestMachines.service(machine, "MSFTPSVC", 3, 1);
        machine.image(INETSRV + "iisui.dll", ImageFile.of("library"));
        String clsid = MetabaseClient.CLASS_ID;
        machine.set(CLASSES + "CLSID\\" + clsid, "AppID", RegistryValue.sz(clsid));
        machine.set(CLASSES + "AppID\\" + clsid, "LocalService", RegistryValue.sz("IISADMIN"));
        machine.file("C:\\Inetpub\\wwwroot\\default.htm", new byte[] {1});
        machine.file("C:\\Inetpub\\wwwroot\\images\\a.gif", new byte[] {2});
        machine.file("C:\\Inetpub\\scripts\\run.asp", new byte[] {3});
        machine.directory("C:\\Inetpub\\ftproot");
        machine.programs(this);
        return machine;
    }

    @Override
    public String id() {
        return "fake-metabase";
    }

    @Override
    public String heading() {
        return "Serves a table as the metabase object";
    }

    @Override
    public void main(NtProcess process) {
        process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", service -> {
            service.registerServiceCtrlHandler(control -> {
                service.setServiceStatus(ServiceStatus.stopped(OWN_PROCESS, 0, 0));
                return ControlReply.RETURNED;
            });
            process.serve(MetabaseClient.CLASS_ID, this::answer);
            service.setServiceStatus(ServiceStatus.of(OWN_PROCESS, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP));
        }));
    }

    private byte[] answer(Token caller, byte[] request) {
        if (!caller.is(Sid.ADMINISTRATORS)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise("metabase");
        }
        asked.add(new String(request, UTF_8));
        String[] lines = new String(request, UTF_8).split("\n", -1);
        return String.join("\n", answer(lines)).getBytes(UTF_8);
    }

    private List<String> answer(String[] lines) {
        return switch (lines[0]) {
            case "EnumKeys" -> children(lines[1]);
            case "GetData" -> List.of(lookup(lines[1], Integer.parseInt(lines[2])));
            case "EnumBackups" -> backups;
            case "Restore" -> throw Win32Error.NTE_BAD_SIGNATURE.raise("backup");
            default -> {
                change(lines);
                yield List.of();
            }
        };
    }

    private void change(String[] lines) {
        switch (lines[0]) {
            case "SetData" -> set(require(lines[1]), lines[2]);
            case "AddKey" -> key(lines[1]);
            case "Backup" -> backups.add(lines[1] + "\t0");
            case "DeleteBackup" -> backups.remove(lines[1] + "\t" + lines[2]);
            default -> throw Win32Error.ERROR_INVALID_PARAMETER.raise(lines[0]);
        }
    }

    private Map<Integer, String> require(String path) {
        Map<Integer, String> key = keys.get(path);
        if (key == null) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(path);
        }
        return key;
    }

    private void set(Map<Integer, String> key, String line) {
        int id = Integer.parseInt(line.substring(0, line.indexOf('\t')));
        if (id == SiteState.COMMAND) {
            String[] states = {"", "2", "4", "6", "2"};
            key.put(1016, "1016\t16\t1\tDWORD\t" + states[line.charAt(line.length() - 1) - '0']);
        } else {
            key.put(id, line);
        }
    }

    private String lookup(String path, int id) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Map<Integer, String> key = keys.get(at);
            if (key != null && key.containsKey(id)) {
                return key.get(id);
            }
        }
        throw Win32Error.MD_ERROR_DATA_NOT_FOUND.raise(path);
    }

    private List<String> children(String path) {
        Map<Integer, String> unused = require(path);
        TreeSet<String> children = new TreeSet<>();
        for (String other : keys.keySet()) {
            if (other.startsWith(path + "/") && other.indexOf('/', path.length() + 1) < 0) {
                children.add(other.substring(path.length() + 1));
            }
        }
        return List.copyOf(children);
    }
}
