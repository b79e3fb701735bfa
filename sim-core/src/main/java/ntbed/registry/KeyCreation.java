package ntbed.registry;

import ntbed.security.SecurityDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * How a missing key is to be created.
 *
 * @param isVolatile gone at power-off (REG_OPTION_VOLATILE)
 * @param className the key's class, often empty
 * @param security its descriptor; null = inherited from the parent
 */
public record KeyCreation(
        boolean isVolatile, String className, @Nullable SecurityDescriptor security) {
    private static final KeyCreation STABLE = new KeyCreation(false, "", null);
    private static final KeyCreation VOLATILE = new KeyCreation(true, "", null);

    /** An ordinary key: no class, inherited security. */
    public static KeyCreation stable() {
        return STABLE;
    }

    /** A key that lives in memory only. */
    public static KeyCreation volatileKey() {
        return VOLATILE;
    }
}
