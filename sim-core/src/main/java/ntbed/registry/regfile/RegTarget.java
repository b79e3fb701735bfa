package ntbed.registry.regfile;

import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Exception;

/** Where an import goes; every method throws {@link Win32Exception} for what is refused. */
interface RegTarget {
    /** Makes the key if it is missing; the values that follow are its. */
    void key(String path);

    /** Deletes a key with all below it; nothing happens if it is not there. Never a root key or a hive's root. */
    void deleteKey(String path);

    /** Sets a value of the current key. */
    void setValue(String name, RegistryValue value);

    /** Deletes a value of the current key; nothing happens if it is not there. */
    void deleteValue(String name);

    /** The end of the import. */
    void done();
}
