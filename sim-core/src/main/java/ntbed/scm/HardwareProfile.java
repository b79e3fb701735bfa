package ntbed.scm;

import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;

/** Whether the current hardware profile disables a service (K12). */
final class HardwareProfile {
    /** Below the control set. {@code Hardware Profiles\Current} is a link to the profile in use. */
    private static final String PROFILE =
            ScmWorld.CONTROL_SET + "\\Hardware Profiles\\Current\\System\\CurrentControlSet\\Enum\\Root";

    private HardwareProfile() {}

    private static final String ENUM = ScmWorld.CONTROL_SET + "\\Enum\\Root";

    /**
     * CSConfigFlags 1 under the profile's LEGACY_ key, or a LEGACY_ key of the service that lacks its instance 0000. A
     * missing LEGACY_ key disables nothing: the system rebuilds it at the restart that follows its deletion.
     */
    static boolean isDisabled(Registry registry, ServiceDefinition service) {
        return isOffInProfile(registry, service) || isDamaged(registry, service);
    }

    private static boolean isDamaged(Registry registry, ServiceDefinition service) {
        Optional<KeyTree> root = registry.tree(ENUM);
        Optional<KeyTree> legacy = root.isEmpty() ? root : root.get().descend("LEGACY_" + service.folded());
        return legacy.isPresent() && legacy.get().descend("0000").isEmpty();
    }

    private static boolean isOffInProfile(Registry registry, ServiceDefinition service) {
        Optional<KeyTree> root = registry.tree(PROFILE);
        if (root.isEmpty() || root.get().subkeyCount() == 0) {
            return false;
        }
        Optional<KeyTree> instance = root.get().descend("LEGACY_" + service.folded() + "\\0000");
        if (instance.isEmpty()) {
            return false;
        }
        OptionalInt flags = instance.get()
                .value("CSConfigFlags")
                .map(value -> value.dword())
                .orElse(OptionalInt.empty());
        return flags.isPresent() && (flags.getAsInt() & 1) != 0;
    }
}
