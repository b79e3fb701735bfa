package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Whether the current hardware profile, or a damaged device key, disables a service; rebuilds missing keys (K12). */
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

    /**
     * At the start: makes the device keys that are not there, of every service that may be started. One that is there
     * and damaged is left alone; that is why its deletion and a restart mend it (Q181835, Q240452).
     */
    void rebuild(DatabaseReading reading) {
        look();
        for (ServiceDefinition service : missing(reading)) {
            LegacyDevice.describe(
                    service.name(),
                    service.folded(),
                    service.shownName(),
                    (key, name, value) -> registry.setValue(ENUM + "\\" + key, name, value, ScmWorld.ACTOR));
        }
        look();
        devicesAtStart = devices;
    }

    /**
     * CSConfigFlags 1 under the profile's LEGACY_ key; a LEGACY_ key of the service that lacks its instance 0000; or
     * one that has gone since the start.
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

    /** Remembered with the device keys, for all machines that share them and the service database. */
    private List<ServiceDefinition> missing(DatabaseReading reading) {
        KeyTree root = devices;
        if (root == null) {
            return missing(null, reading).services;
        }
        Missing known = root.memo(Missing.class, key -> missing(key, reading));
        return known.isOf(reading) ? known.services : missing(root, reading).services;
    }

    private static Missing missing(@Nullable KeyTree devices, DatabaseReading reading) {
        List<ServiceDefinition> missing = new ArrayList<>();
        for (ServiceDefinition service : reading.services()) {
            if (LegacyDevice.isDueTo(service) && find(devices, LegacyDevice.key(service.folded())) == null) {
                missing.add(service);
            }
        }
        return new Missing(reading, List.copyOf(missing));
    }

    private record Missing(DatabaseReading reading, List<ServiceDefinition> services) {
        @SuppressWarnings("ReferenceEquality") // the very reading, which is remembered with the Services key
        boolean isOf(DatabaseReading other) {
            return reading == other;
        }
    }

    private boolean isDamaged(ServiceDefinition service) {
        String name = LegacyDevice.key(service.folded());
        KeyTree legacy = find(devices, name);
        return legacy == null
                ? find(devicesAtStart, name) != null
                : legacy.descend("0000").isEmpty();
    }

    private static @Nullable KeyTree find(@Nullable KeyTree key, String below) {
        return key == null ? null : key.descend(below).orElse(null);
    }

    private static boolean isOff(KeyTree profile, ServiceDefinition service) {
        Optional<KeyTree> instance = profile.descend(LegacyDevice.key(service.folded()) + "\\0000");
        OptionalInt flags = instance.flatMap(key -> key.value("CSConfigFlags"))
                .map(value -> value.dword())
                .orElse(OptionalInt.empty());
        return flags.isPresent() && (flags.getAsInt() & 1) != 0;
    }
}
