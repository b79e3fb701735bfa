package ntbed.component.base;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.scm.LegacyDevice;

/** The device keys of a machine that has been started before: {@link LegacyDevice} (rule K12). */
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
        String shown = system.value(SET + "Services\\" + service, "DisplayName")
                .flatMap(RegistryValue::text)
                .orElse(service);
        LegacyDevice.describe(
                service,
                NtPath.fold(service),
                shown,
                (key, name, value) -> system.set(SET + "Enum\\Root\\" + key, name, value));
    }

    private int number(String service, String name, int otherwise) {
        return system.value(SET + "Services\\" + service, name)
                .map(value -> value.dword().orElse(otherwise))
                .orElse(otherwise);
    }
}
