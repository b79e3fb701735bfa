package ntbed.registry;

import java.util.List;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.Win32Exception;

/**
 * An open key: a handle with the access it was opened with.
 *
 * <p>Every method throws {@link Win32Exception} 6 after {@link #close}, 1018 once the key was deleted, 5 where the
 * handle lacks the right.
 */
public interface RegistryKey extends AutoCloseable {
    /** Full path with the root's long name, as opened. */
    String path();

    /** The access that was granted at opening. */
    int access();

    /** A subkey, as {@link RegistryApi#openKey}; an empty name gives another handle to this key. */
    RegistryKey openKey(String subKey, int access);

    /** A subkey, as {@link RegistryApi#createKey}. */
    RegistryKey createKey(String subKey, KeyCreation creation, int access);

    /** Deletes a subkey, as {@link RegistryApi#deleteKey}. */
    void deleteKey(String subKey);

    /**
     * Reads a value, as {@code RegQueryValueEx} with a buffer that suffices; the empty name is the default value.
     *
     * @throws Win32Exception 2 no such value
     */
    RegistryValue queryValue(String name);

    /**
     * Reads a value into a buffer of limited size.
     *
     * @param bufferBytes size of the caller's buffer
     * @throws Win32Exception 2 no such value, 234 the buffer is too small
     */
    RegistryValue queryValue(String name, int bufferBytes);

    /**
     * Sets a value, as {@code RegSetValueEx}; a new one goes to the end of the enumeration.
     *
     * @throws Win32Exception 87 the name is longer than 16,383 characters, 1450 the data is longer than 1 MB
     */
    void setValue(String name, RegistryValue value);

    /** Deletes a value; throws 2 when there is none of that name. */
    void deleteValue(String name);

    /** Name of the subkey at an index in upper-case order, as {@code RegEnumKeyEx}; 259 past the end. */
    String enumKey(int index);

    /** The value at an index in the order of setting, as {@code RegEnumValue}; 259 past the end. */
    NamedValue enumValue(int index);

    /** The key as it stands: class, counts, last-write time, and everything below it. Needs KEY_QUERY_VALUE. */
    KeyTree tree();

    /** The security descriptor; needs READ_CONTROL. */
    SecurityDescriptor security();

    /**
     * Replaces owner (needs WRITE_OWNER) and DACL (needs WRITE_DAC), whichever differ. 1307 for an owner not
     * allowed.
     */
    void setSecurity(SecurityDescriptor descriptor);

    /**
     * Replaces the owner alone, as {@code RegSetKeySecurity} with OWNER_SECURITY_INFORMATION; needs WRITE_OWNER;
     * 1307.
     */
    void setOwner(Sid owner);

    /** Replaces the DACL alone, as {@code RegSetKeySecurity} with DACL_SECURITY_INFORMATION; needs WRITE_DAC. */
    void setDacl(List<AccessControlEntry> dacl);

    /** Writes the hive of this key to disk now, as {@code RegFlushKey}. */
    void flush();

    /** Gives the handle back; a second close throws 6. */
    @Override
    void close();
}
