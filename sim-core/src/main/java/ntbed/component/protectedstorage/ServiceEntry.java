package ntbed.component.protectedstorage;

import java.util.List;
import java.util.Optional;
import ntbed.machine.lab.MachineBuilder;
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

    static void install(MachineBuilder machine) {
        ServiceConfig config = config();
        machine.service(NAME, config.serviceType(), config.startType(), config.errorControl());
        machine.set(KEY, "DisplayName", RegistryValue.sz(DISPLAY_NAME));
        machine.set(KEY, "ImagePath", RegistryValue.expandSz(IMAGE_PATH));
        machine.set(KEY, "DependOnService", RegistryValue.multiSz(RPC));
        machine.set(KEY, "ObjectName", RegistryValue.sz(config.serviceStartName()));
    }
}
