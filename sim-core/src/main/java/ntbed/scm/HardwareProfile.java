package ntbed.scm;

import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Whether the current hardware profile, or a damaged device key, disables a service (K12). */
final class HardwareProfile {
    private static final String ENUM = ScmWorld.CONTROL_SET + "\\Enum\\Root";

    /** Below the control set. {@code Hardware Profiles\Current} is a link to the profile in use. */
    private static final String PROFILE =
            ScmWorld.CONTROL_SET + "\\Hardware Profiles\\Current\\System\\CurrentControlSet\\Enum\\Root";

    private final Registry registry;
    private @Nullable KeyTree seen;
    private @Nullable KeyTree devices;
    private @Nullable KeyTree inProfile;
    private @Nullable KeyTree devicesAtStart;

    HardwareProfile(Registry registry) {
        this.registry = registry;
    }

    /** The device keys as they are when the machine has started: a service without one counts as rebuilt. */
    void remember() {
        look();
        devicesAtStart = devices;
    }

    /**
     * CSConfigFlags 1 under the profile's LEGACY_ key; a LEGACY_ key of the service that lacks its instance 0000; or
     * one that has gone since the start. A key that was deleted before the start disables nothing, for the system
     * rebuilds it then (Q181835, Q240452).
     */
    boolean disables(ServiceDefinition service) {
        look();
        return (inProfile != null && isOff(inProfile, service)) || isDamaged(service);
    }

    /** Both keys are looked up again when anything in the control set has changed. */
    private void look() {
        KeyTree controlSet = registry.tree(ScmWorld.CONTROL_SET).orElse(null);
        if (controlSet == null || !controlSet.equals(seen)) {
            seen = controlSet;
            devices = registry.tree(ENUM).orElse(null);
            inProfile = registry.tree(PROFILE).orElse(null);
        }
    }

    private boolean isDamaged(ServiceDefinition service) {
        String name = "LEGACY_" + service.folded();
        KeyTree legacy = find(devices, name);
        return legacy == null
                ? find(devicesAtStart, name) != null
                : legacy.descend("0000").isEmpty();
    }

    private static @Nullable KeyTree find(@Nullable KeyTree key, String below) {
        return key == null ? null : key.descend(below).orElse(null);
    }

    private static boolean isOff(KeyTree profile, ServiceDefinition service) {
        Optional<KeyTree> instance = profile.descend("LEGACY_" + service.folded() + "\\0000");
        OptionalInt flags = instance.flatMap(key -> key.value("CSConfigFlags"))
                .map(value -> value.dword())
                .orElse(OptionalInt.empty());
        return flags.isPresent() && (flags.getAsInt() & 1) != 0;
    }
}
