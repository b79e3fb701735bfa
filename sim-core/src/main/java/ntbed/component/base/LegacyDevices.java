package ntbed.component.base;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;

/**
 * The keys below {@code Enum\Root} that NT makes for each driver and service it has started, {@code LEGACY_NAME\0000}:
 * a hardware profile can disable a service there (rule K12).
 */
final class LegacyDevices {
    private static final String SET = "ControlSet001\\";
    private static final int ADAPTER = 4;
    private static final int DISABLED = 4;

    private final HiveBuilder system;

    LegacyDevices(MachineBuilder machine) {
        this.system = machine.hive(HiveMount.SYSTEM);
    }

    void add(List<String> services) {
        for (String service : services) {
            if (number(service, "Type", ADAPTER) != ADAPTER && number(service, "Start", DISABLED) != DISABLED) {
                add(service);
            }
        }
    }

    private void add(String service) {
        String key = SET + "Enum\\Root\\LEGACY_" + NtPath.fold(service);
        String instance = key + "\\0000";
        String shown = system.value(SET + "Services\\" + service, "DisplayName")
                .flatMap(RegistryValue::text)
                .orElse(service);
        system.set(key, "NextInstance", RegistryValue.dword(1));
        system.set(instance, "Service", RegistryValue.sz(service));
        system.set(instance, "Class", RegistryValue.sz("LegacyDriver"));
        system.set(instance, "ConfigFlags", RegistryValue.dword(0));
        system.set(instance, "DeviceDesc", RegistryValue.sz(shown));
    }

    private int number(String service, String name, int otherwise) {
        return system.value(SET + "Services\\" + service, name)
                .map(value -> value.dword().orElse(otherwise))
                .orElse(otherwise);
    }
}
