package ntbed.component.protectedstorage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The store in the registry: its keys, who may open them, the two records that the service reads at its start.
 *
 * <p>Below the root one key an owner: {@code *Local Machine*} [I], or the user's SID (Q283056); below that {@code Data}
 * with {type}\{subtype}\item, and {@code Data 2\Windows} with the master key. Identifiers: the SDK's pstore.h; that the
 * provider list stands in the machine's store is inferred [I]. Owner SYSTEM, access for SYSTEM alone, everywhere [M].
 */
final class Store {
    /** Name of the root key, of the machine below SOFTWARE, of a user below Software (Q321454, Q175667). */
    static final String NAME = "Microsoft\\Protected Storage System Provider";

    static final String MACHINE_ROOT = "HKEY_LOCAL_MACHINE\\SOFTWARE\\" + NAME;
    static final String LOCAL_MACHINE = "*Local Machine*";
    static final String DATA = "Data";
    static final String MASTER_KEY = "Data 2\\Windows";
    static final String MASTER_KEY_VALUE = "Value";
    static final String ITEM_DATA = "Item Data";
    static final String DISPLAY_STRING = "Display String";
    static final String BEHAVIOR = "Behavior";

    /** Type "Configuration Data". */
    static final String CONFIGURATION = "{8ec99652-8909-11d0-8c4d-00c04fc297eb}";

    /** Subtype "Protected Storage Provider List". */
    static final String PROVIDER_LIST = "{8ed17a64-91d0-11d0-8c43-00c04fc2c621}";

    /** Subtype "Protected Storage". */
    static final String PROTECTED_STORAGE = "{d3121b8e-8a7d-11d0-8c4f-00c04fc297eb}";

    /** The base provider, "System Protected Storage". */
    static final String BASE_PROVIDER = "{8a078c30-3755-11d0-a0bd-00aa0061426a}";

    static final String PROVIDER_TITLE = "System Protected Storage";

    /** Key of the base provider's record, below an owner's key. */
    static final String PROVIDER = DATA + "\\" + CONFIGURATION + "\\" + PROVIDER_LIST + "\\" + BASE_PROVIDER;

    /** SYSTEM owns it and nobody else may do anything [M]. */
    static final SecurityDescriptor SYSTEM_ONLY =
            SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS));

    private static final RegistryValue PROVIDER_RECORD =
            StoreRecord.of(providerBody()).encode();

    private Store() {}

    /** Where a store is written. */
    private interface Target {
        void key(String path);

        void set(String path, String name, RegistryValue value);
    }

    /** Puts an empty machine store on a machine that is off. */
    static void install(MachineBuilder machine) {
        machine.key(MACHINE_ROOT).security(MACHINE_ROOT, SYSTEM_ONLY);
        write(machine, MACHINE_ROOT + "\\" + LOCAL_MACHINE);
    }

    private static void write(MachineBuilder machine, String owner) {
        layOut(owner, new Target() {
            @Override
            public void key(String path) {
                machine.key(path);
            }

            @Override
            public void set(String path, String name, RegistryValue value) {
                machine.set(path, name, value);
            }
        });
    }

    /**
     * Makes an empty machine store on a running machine (decision D5; row 9 of the start-up table).
     *
     * @throws Win32Exception 5
     */
    static void createMachineStore(RegistryApi registry) {
        create(registry, MACHINE_ROOT, LOCAL_MACHINE);
    }

    /**
     * Makes an owner's empty store, and the root above it if missing.
     *
     * @param root for example {@link #MACHINE_ROOT}
     * @throws Win32Exception 5
     */
    static void create(RegistryApi registry, String root, String owner) {
        KeyCreation creation = new KeyCreation(false, "", SYSTEM_ONLY);
        registry.createKey(root, creation, AccessMask.KEY_READ).close();
        layOut(root + "\\" + owner, new Target() {
            @Override
            public void key(String path) {
                registry.createKey(path, creation, AccessMask.KEY_READ).close();
            }

            @Override
            public void set(String path, String name, RegistryValue value) {
                registry.setValue(path, name, value);
            }
        });
    }

    private static void layOut(String owner, Target target) {
        boolean isMachine = owner.endsWith(LOCAL_MACHINE);
        target.key(owner);
        String type = owner + "\\" + DATA;
        target.key(type);
        if (isMachine) {
            type += "\\" + CONFIGURATION;
            target.key(type);
            target.set(type, DISPLAY_STRING, RegistryValue.sz("Configuration Data"));
            target.key(type + "\\" + PROVIDER_LIST);
            target.set(
                    type + "\\" + PROVIDER_LIST, DISPLAY_STRING, RegistryValue.sz("Protected Storage Provider List"));
            target.key(owner + "\\" + PROVIDER);
            target.set(owner + "\\" + PROVIDER, DISPLAY_STRING, RegistryValue.sz(PROVIDER_TITLE));
            target.set(owner + "\\" + PROVIDER, ITEM_DATA, PROVIDER_RECORD);
            target.key(type + "\\" + PROTECTED_STORAGE);
            target.set(type + "\\" + PROTECTED_STORAGE, DISPLAY_STRING, RegistryValue.sz("Protected Storage"));
        }
        target.key(owner + "\\Data 2");
        target.key(owner + "\\" + MASTER_KEY);
        target.set(owner + "\\" + MASTER_KEY, MASTER_KEY_VALUE, MasterKeyRecord.NONE_YET);
    }

    /** What the base provider's record says: who it is, and its library. */
    private static byte[] providerBody() {
        return (BASE_PROVIDER + "\0" + PROVIDER_TITLE + "\0" + ProtectedStorage.PROVIDER_LIBRARY + "\0")
                .getBytes(StandardCharsets.UTF_16LE);
    }

    /**
     * What is wrong with the machine store; empty if it is well formed. Reads digests, deciphers nothing.
     *
     * @throws Win32Exception 5 SYSTEM may not open it
     */
    static Optional<Malformation> examine(RegistryApi registry) {
        String owner = MACHINE_ROOT + "\\" + LOCAL_MACHINE + "\\";
        Optional<Malformation> provider = examine(registry, owner + PROVIDER, ProviderCheck.class);
        return provider.isPresent() ? provider : examine(registry, owner + MASTER_KEY, MasterKeyCheck.class);
    }

    private static Optional<Malformation> examine(RegistryApi registry, String path, Class<? extends Check> kind) {
        try (RegistryKey key = registry.openKey(path, AccessMask.KEY_READ)) {
            KeyTree tree = key.tree();
            Check check = kind == ProviderCheck.class
                    ? tree.memo(ProviderCheck.class, Store::checkProvider)
                    : tree.memo(MasterKeyCheck.class, Store::checkMasterKey);
            return check.malformation();
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.ERROR_FILE_NOT_FOUND) {
                return Optional.of(Malformation.MISSING_KEY);
            }
            throw e;
        }
    }

    private static ProviderCheck checkProvider(KeyTree key) {
        StoreRecord.Reading reading = StoreRecord.read(key.value(ITEM_DATA));
        boolean isOther = reading.whole().isPresent()
                && !Arrays.equals(reading.whole().get().body(), providerBody());
        return new ProviderCheck(isOther ? Optional.of(Malformation.BAD_CONTENT) : reading.malformation());
    }

    private static MasterKeyCheck checkMasterKey(KeyTree key) {
        return new MasterKeyCheck(MasterKeyRecord.malformation(key.value(MASTER_KEY_VALUE)));
    }

    /** What a key was found to be; a key keeps it as long as it stays as it is. */
    private sealed interface Check {
        Optional<Malformation> malformation();
    }

    private record ProviderCheck(Optional<Malformation> malformation) implements Check {}

    private record MasterKeyCheck(Optional<Malformation> malformation) implements Check {}
}
