package ntbed.registry;

import java.util.List;
import java.util.Optional;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;

/** A key with everything below it, as it stood at one moment: an immutable value that costs nothing to hold. */
public interface KeyTree {
    /** The key's own name in the case it was created with. */
    String name();

    /** The class, often empty. */
    String className();

    /** When the key or one of its values was last changed. */
    FileTime lastWriteTime();

    /** Owner, DACL, SACL. */
    SecurityDescriptor security();

    /** Whether it is gone at power-off. */
    boolean isVolatile();

    /** The values in the order they were first set. */
    List<NamedValue> values();

    /** A value by name, without regard to case; the empty name is the default value. */
    Optional<RegistryValue> value(String name);

    /** The subkeys in upper-case order. */
    List<KeyTree> subkeys();

    /** A key below this one by relative path, without regard to case; an empty path is this key. */
    Optional<KeyTree> descend(String path);

    /** How many subkeys there are. */
    default int subkeyCount() {
        return subkeys().size();
    }
}
