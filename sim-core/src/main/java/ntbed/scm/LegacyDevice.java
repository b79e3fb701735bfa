package ntbed.scm;

import ntbed.registry.RegistryValue;

/**
 * The device key that NT keeps for each driver and service below {@code Enum\Root}, {@code LEGACY_NAME\0000}: a
 * hardware profile can disable the service there (K12).
 */
public final class LegacyDevice {
    private static final String PREFIX = "LEGACY_";

    /** A longer name makes no key (RegCreateKeyEx). */
    private static final int MAX_SERVICE_CHARS = 255 - PREFIX.length();

    private LegacyDevice() {}

    /** Takes a value of the device key, under the key's path below {@code Enum\Root}. */
    public interface Values {
        /** Sets it. */
        void set(String key, String name, RegistryValue value);
    }

    /** Name of a service's device key; {@code folded} is its name in the form for comparing. */
    public static String key(String folded) {
        return PREFIX + folded;
    }

    /**
     * Whether the system makes a device key for a service: adapters and what is disabled or deleted are not started.
     */
    static boolean isDueTo(ServiceDefinition service) {
        return service.type() != ServiceConfig.ADAPTER
                && service.start() != ServiceConfig.DISABLED
                && !service.deleted()
                && service.name().length() <= MAX_SERVICE_CHARS;
    }

    /**
     * What stands in a service's device key as the system makes it.
     *
     * @param service its name
     * @param folded the same in the form for comparing
     * @param shown what people see of it
     */
    public static void describe(String service, String folded, String shown, Values to) {
        String key = key(folded);
        String instance = key + "\\0000";
        to.set(key, "NextInstance", RegistryValue.dword(1));
        to.set(instance, "Service", RegistryValue.sz(service));
        to.set(instance, "Class", RegistryValue.sz("LegacyDriver"));
        to.set(instance, "ConfigFlags", RegistryValue.dword(0));
        to.set(instance, "DeviceDesc", RegistryValue.sz(shown));
    }
}
