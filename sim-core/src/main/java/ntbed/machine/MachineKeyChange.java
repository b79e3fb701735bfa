package ntbed.machine;

import java.util.Optional;
import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.win32.ServicePack;

/**
 * The one place where a machine key is replaced, and where decision D2 stands: which systems take their key containers
 * along. Q326779 names Service Pack 6a and Internet Explorer 5.01; how those manage it no source tells, so that the
 * containers are sealed anew is made up [M].
 */
final class MachineKeyChange {
    private static final String WINDOWS_NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String EXPLORER = "HKLM\\SOFTWARE\\Microsoft\\Internet Explorer";

    /** The only Service Pack 6 that this project installs is 6a. */
    private static final int FIRST_SERVICE_PACK = 6;

    /** Internet Explorer 5.01 is 5.00.2919.6307; 5.0 was 5.00.2014.0216. */
    private static final int[] FIRST_EXPLORER = {5, 0, 2919};

    private final Registry registry;
    private final String actor;

    MachineKeyChange(Registry registry, String actor) {
        this.registry = registry;
        this.actor = actor;
    }

    void replace(MachineKey after) {
        Optional<MachineKey> before = registry.tree(MachineKey.KEY)
                .flatMap(key -> key.value(MachineKey.VALUE))
                .flatMap(MachineKey::decode);
        Optional<KeyTree> containers = registry.tree(KeyContainers.KEY);
        if (before.isPresent() && containers.isPresent() && containersSurvive()) {
            KeyContainers.rewrapped(containers.get(), before.get(), after)
                    .forEach((container, values) -> values.forEach(
                            (name, value) -> registry.setValue(KeyContainers.path(container), name, value, actor)));
        }
        registry.setValue(MachineKey.KEY, MachineKey.VALUE, after.encode(), actor);
    }

    private boolean containersSurvive() {
        return ServicePack.number(text(WINDOWS_NT, "CSDVersion")) >= FIRST_SERVICE_PACK
                && isRecent(text(EXPLORER, "Version"));
    }

    /** Compares the numbers between the full stops, as far as both have them. */
    private static boolean isRecent(String version) {
        int from = 0;
        for (int wanted : FIRST_EXPLORER) {
            int end = from;
            int number = 0;
            while (end < version.length() && Character.digit(version.charAt(end), 10) >= 0) {
                number = Math.min(number * 10 + Character.digit(version.charAt(end), 10), 1_000_000);
                end++;
            }
            if (end == from || number != wanted) {
                return end > from && number > wanted;
            }
            from = end + 1;
        }
        return true;
    }

    private String text(String key, String name) {
        return registry.tree(key)
                .flatMap(tree -> tree.value(name))
                .flatMap(RegistryValue::text)
                .orElse("");
    }
}
