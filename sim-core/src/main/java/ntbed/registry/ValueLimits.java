package ntbed.registry;

import ntbed.win32.Win32Error;

/** How long a value's name and data may be. */
final class ValueLimits {
    /** Longest name in characters (RegSetValueEx, MSDN). */
    static final int MAX_NAME_LENGTH = 16_383;

    /** Most bytes of data: 1 MB on NT 4.0. */
    static final int MAX_DATA_BYTES = 1 << 20;

    private ValueLimits() {}

    /**
     * Refuses what NT refuses.
     *
     * @throws ntbed.win32.Win32Exception 87 the name is too long, 1450 the data is too long (that code: [I])
     */
    static void require(String name, RegistryValue value, String path) {
        if (name.length() > MAX_NAME_LENGTH) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
        }
        if (value.size() > MAX_DATA_BYTES) {
            throw Win32Error.ERROR_NO_SYSTEM_RESOURCES.raise(path);
        }
    }
}
