package ntbed.component.base;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.lab.MachineBuilder;
import ntbed.machine.lab.RegistryScript;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;

/** Writes the scripts of a fresh machine into its hives, which have no links yet: a key's hive is looked up once. */
final class ScriptTarget implements RegistryScript.Target {
    private static final String MACHINE = "HKEY_LOCAL_MACHINE\\";
    private static final String USERS = "HKEY_USERS\\";
    private static final String SERVICES = "ControlSet001\\Services\\";

    private final MachineBuilder machine;
    private final List<String> services = new ArrayList<>();
    private HiveBuilder hive;
    private String pathInHive = "";

    ScriptTarget(MachineBuilder machine) {
        this.machine = machine;
        this.hive = machine.hive(HiveMount.SYSTEM);
    }

    @Override
    public void key(String path) {
        int from = path.startsWith(MACHINE) ? MACHINE.length() : USERS.length();
        int end = path.indexOf('\\', from);
        String name = end < 0 ? path.substring(from) : path.substring(from, end);
        pathInHive = end < 0 ? "" : path.substring(end + 1);
        hive = machine.hive(mount(path, name));
        hive.key(pathInHive);
        if (pathInHive.startsWith(SERVICES) && pathInHive.indexOf('\\', SERVICES.length()) < 0) {
            services.add(pathInHive.substring(SERVICES.length()));
        }
    }

    @Override
    public void set(String path, String name, RegistryValue value) {
        hive.set(pathInHive, name, value);
    }

    /** The service keys that were written, in order. */
    List<String> services() {
        return services;
    }

    private static HiveMount mount(String path, String name) {
        if (path.startsWith(MACHINE) && name.equals("SYSTEM")) {
            return HiveMount.SYSTEM;
        }
        if (path.startsWith(MACHINE) && name.equals("SOFTWARE")) {
            return HiveMount.SOFTWARE;
        }
        if (path.startsWith(USERS) && name.equals(".DEFAULT")) {
            return HiveMount.DEFAULT;
        }
        throw new AssertionError("no such hive on a fresh machine: " + path);
    }
}
