package ntbed.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The key containers of a machine, as {@code CryptAcquireContext} with CRYPT_MACHINE_KEYSET opens, makes and deletes
 * them: each a key below {@link #KEY} (Q200614).
 */
public final class KeyContainers {
    /** Where NT 4.0 keeps them. */
    public static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\MachineKeys";

    private final RegistryApi registry;

    private KeyContainers(RegistryApi registry) {
        this.registry = registry;
    }

    /** The containers that a token can reach. The private keys also need the machine key, which SYSTEM alone reads. */
    public static KeyContainers of(RegistryApi registry) {
        return new KeyContainers(registry);
    }

    /** The key of a container. */
    public static String path(String container) {
        return KEY + "\\" + container;
    }

    /**
     * Opens a container.
     *
     * @throws Win32Exception NTE_BAD_KEYSET there is none, NTE_PERM the token may not read it, NTE_FAIL there is no
     *     machine key for this token, and the codes of {@link KeyContainer#decode}
     */
    public KeyContainer open(String container) {
        return KeyContainer.decode(container, values(container)::value, machineKey());
    }

    /**
     * Makes a container and its keys.
     *
     * @throws Win32Exception NTE_EXISTS there is one of that name, NTE_PERM, NTE_FAIL as {@link #open}
     */
    public KeyContainer create(String container, SeededRandom random) {
        if (registry.tree(path(container)).isPresent()) {
            throw Win32Error.NTE_EXISTS.raise(container);
        }
        MachineKey machineKey = machineKey();
        KeyContainer made = KeyContainer.generate(container, random);
        made.encode(machineKey).forEach((name, value) -> set(container, name, value));
        return made;
    }

    /**
     * Deletes a container with its keys, whether or not they can be read.
     *
     * @throws Win32Exception NTE_BAD_KEYSET there is none, NTE_PERM
     */
    public void delete(String container) {
        try {
            registry.deleteKey(path(container));
        } catch (Win32Exception refused) {
            throw code(refused).raise(container);
        }
    }

    /**
     * What becomes of the containers when the machine key is replaced: each that opens under the old key is sealed with
     * the new one; the others stay as they are.
     *
     * @param containers the key of all containers
     * @return the values to write, by path of the container's key below {@link #KEY}
     */
    public static SortedMap<String, SortedMap<String, RegistryValue>> rewrapped(
            KeyTree containers, MachineKey before, MachineKey after) {
        SortedMap<String, SortedMap<String, RegistryValue>> rewrapped = new TreeMap<>();
        for (KeyTree container : containers.subkeys()) {
            // One that was foreign or damaged before does not become better by a new key.
            opened(container, before).ifPresent(open -> rewrapped.put(container.name(), open.encode(after)));
        }
        return rewrapped;
    }

    private static Optional<KeyContainer> opened(KeyTree container, MachineKey machineKey) {
        try {
            return Optional.of(KeyContainer.decode(container.name(), container::value, machineKey));
        } catch (Win32Exception closed) {
            return Optional.empty();
        }
    }

    /** The names of all containers. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        registry.tree(KEY).ifPresent(key -> key.subkeys().forEach(container -> names.add(container.name())));
        return names;
    }

    private Values values(String container) {
        try {
            registry.openKey(path(container), AccessMask.KEY_READ).close();
        } catch (Win32Exception refused) {
            throw code(refused).raise(container);
        }
        KeyTree tree = registry.tree(path(container)).orElseThrow(() -> Win32Error.NTE_BAD_KEYSET.raise(container));
        return tree::value;
    }

    private void set(String container, String name, RegistryValue value) {
        try {
            registry.setValue(path(container), name, value);
        } catch (Win32Exception refused) {
            throw code(refused).raise(container);
        }
    }

    private static Win32Error code(Win32Exception refused) {
        return switch (refused.error()) {
            case ERROR_FILE_NOT_FOUND -> Win32Error.NTE_BAD_KEYSET;
            case ERROR_ACCESS_DENIED -> Win32Error.NTE_PERM;
            default -> refused.error();
        };
    }

    private MachineKey machineKey() {
        return MachineKey.of(registry).orElseThrow(() -> Win32Error.NTE_FAIL.raise("machine key"));
    }

    private interface Values {
        Optional<RegistryValue> value(String name);
    }
}
