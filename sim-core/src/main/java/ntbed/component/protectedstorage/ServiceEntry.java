package ntbed.component.protectedstorage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;

/**
 * What stands under {@code Services\ProtectedStorage} (Q321454, Q266208). Type, ErrorControl and account are inferred
 * [I]: it shows dialogs of its own (Q282015), its failed start raises the message at start-up, its keys are SYSTEM's.
 */
final class ServiceEntry {
    static final String NAME = "ProtectedStorage";
    static final String DISPLAY_NAME = "Protected Storage";
    static final String IMAGE_PATH = "%SystemRoot%\\System32\\pstores.exe";
    static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\" + NAME;

    private static final String RPC = "RpcSs";

    private ServiceEntry() {}

    static ServiceConfig config() {
        return new ServiceConfig(
                DISPLAY_NAME,
                ServiceConfig.WIN32_OWN_PROCESS | ServiceConfig.INTERACTIVE_PROCESS,
                ServiceConfig.AUTO_START,
                1,
                IMAGE_PATH,
                "",
                Optional.empty(),
                List.of(RPC),
                List.of(),
                "LocalSystem",
                Optional.empty());
    }

    /** The values as NT 4.0 orders them. */
    private static Map<String, RegistryValue> values() {
        ServiceConfig config = config();
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        values.put("Type", RegistryValue.dword(config.serviceType()));
        values.put("Start", RegistryValue.dword(config.startType()));
        values.put("ErrorControl", RegistryValue.dword(config.errorControl()));
        values.put("ImagePath", RegistryValue.expandSz(IMAGE_PATH));
        values.put("DisplayName", RegistryValue.sz(DISPLAY_NAME));
        values.put("DependOnService", RegistryValue.multiSz(RPC));
        values.put("ObjectName", RegistryValue.sz(config.serviceStartName()));
        return values;
    }

    static void install(MachineBuilder machine) {
        values().forEach((name, value) -> machine.set(KEY, name, value));
    }

    /** Writes the values that are missing or differ. */
    static void complete(RegistryApi registry) {
        values().forEach((name, value) -> {
            boolean same = registry.value(KEY, name).filter(value::equals).isPresent();
            if (!same) {
                registry.setValue(KEY, name, value);
            }
        });
    }
}
