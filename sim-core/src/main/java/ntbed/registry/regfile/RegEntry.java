package ntbed.registry.regfile;

import ntbed.registry.RegistryValue;

/** One line of a registration file that means something. */
sealed interface RegEntry {
    /** Number of the line, from 1; for data on several lines that of the first. */
    int line();

    /** The values that follow belong to this key, which is made if it is missing. */
    record Key(int line, String path) implements RegEntry {}

    /** A key is deleted with all below it. */
    record DeleteKey(int line, String path) implements RegEntry {}

    /** A value is set; the empty name is the default value. */
    record SetValue(int line, String name, RegistryValue value) implements RegEntry {}

    /** A value is deleted. */
    record DeleteValue(int line, String name) implements RegEntry {}
}
