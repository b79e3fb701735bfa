package ntbed.component.protectedstorage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.SeededRandom;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Types, subtypes and items of one owner, as PStoreCreateType and its kin of the SDK's pstore.h handle them; the codes
 * are those of pstore.h. A user reaches the machine's store and the own one, nobody else's; only administrators and
 * SYSTEM change the machine's; nobody changes the configuration that the service itself reads [M].
 */
final class ItemStore {
    private static final KeyCreation SYSTEM_ONLY = new KeyCreation(false, "", Store.SYSTEM_ONLY);

    private final RegistryApi registry;
    private final UserStores users;
    private final MasterKeys keys;
    private final SeededRandom random;

    ItemStore(Win32 win32, UserStores users, SeededRandom random) {
        this.registry = win32.registry();
        this.users = users;
        this.keys = new MasterKeys(win32, random.fork("master keys"));
        this.random = random.fork("items");
    }

    /** Whose store is meant. */
    enum Owner {
        /** PST_KEY_CURRENT_USER. */
        CURRENT_USER,
        /** PST_KEY_LOCAL_MACHINE. */
        LOCAL_MACHINE
    }

    /**
     * A store as a caller meets it.
     *
     * @throws Win32Exception PST_E_STORAGE_ERROR the user's hive is not loaded
     */
    View view(Token caller, Owner owner) {
        String path = owner == Owner.LOCAL_MACHINE
                ? Store.MACHINE_ROOT + "\\" + Store.LOCAL_MACHINE
                : users.require(caller.user());
        boolean mayChange = owner == Owner.CURRENT_USER || caller.is(Sid.ADMINISTRATORS) || caller.is(Sid.SYSTEM);
        return new View(path, mayChange);
    }

    /** One owner's types, subtypes and items; every method throws {@link Win32Exception} with a PST_E_ code. */
    final class View {
        private final String owner;
        private final String data;
        private final boolean mayChange;

        private View(String owner, boolean mayChange) {
            this.owner = owner;
            this.data = owner + "\\" + Store.DATA;
            this.mayChange = mayChange;
        }

        /** PST_E_TYPE_EXISTS, PST_E_NO_PERMISSIONS. */
        void createType(String type, String displayName) {
            create(type, displayName);
        }

        /** PST_E_TYPE_NO_EXISTS, PST_E_TYPE_EXISTS, PST_E_NO_PERMISSIONS. */
        void createSubtype(String type, String subtype, String displayName) {
            requireThere(type, Win32Error.PST_E_TYPE_NO_EXISTS);
            create(type + "\\" + subtype, displayName);
        }

        private void create(String place, String displayName) {
            requireChangeable(place);
            if (tree(place).isPresent()) {
                throw Win32Error.PST_E_TYPE_EXISTS.raise(place);
            }
            registry.createKey(data + "\\" + place, SYSTEM_ONLY, AccessMask.KEY_READ)
                    .close();
            registry.setValue(data + "\\" + place, Store.DISPLAY_STRING, RegistryValue.sz(displayName));
        }

        /** A type or subtype goes: PST_E_TYPE_NO_EXISTS, PST_E_NOTEMPTY, PST_E_NO_PERMISSIONS. */
        void deleteType(String place) {
            requireChangeable(place);
            KeyTree found = require(place, Win32Error.PST_E_TYPE_NO_EXISTS);
            if (found.subkeyCount() > 0) {
                throw Win32Error.PST_E_NOTEMPTY.raise(place);
            }
            registry.deleteKey(data + "\\" + place);
        }

        /** PST_E_TYPE_NO_EXISTS; PST_E_ITEM_EXISTS unless {@code overwrite}; PST_E_NO_PERMISSIONS; those of keys. */
        void writeItem(String subtype, String name, byte[] secret, boolean overwrite) {
            requireChangeable(subtype);
            requireThere(subtype, Win32Error.PST_E_TYPE_NO_EXISTS);
            String place = subtype + "\\" + name;
            if (!overwrite && tree(place).isPresent()) {
                throw Win32Error.PST_E_ITEM_EXISTS.raise(place);
            }
            byte[] enciphered = ItemCipher.encipher(keys.require(owner), random, place, secret);
            String key = data + "\\" + place;
            registry.createKey(key, SYSTEM_ONLY, AccessMask.KEY_READ).close();
            registry.setValue(key, Store.DISPLAY_STRING, RegistryValue.sz(name));
            registry.setValue(key, Store.ITEM_DATA, StoreRecord.of(enciphered).encode());
            registry.setValue(key, Store.BEHAVIOR, RegistryValue.dword(0));
        }

        /**
         * PST_E_TYPE_NO_EXISTS, PST_E_ITEM_NO_EXISTS; PST_E_STORAGE_ERROR the record is damaged or does not decipher;
         * PST_E_WRONG_PASSWORD the store is another installation's; PST_E_NO_PERMISSIONS the service's own records.
         */
        byte[] readItem(String subtype, String name) {
            requireNotOwn(subtype);
            String place = subtype + "\\" + name;
            requireThere(subtype, Win32Error.PST_E_TYPE_NO_EXISTS);
            KeyTree item = require(place, Win32Error.PST_E_ITEM_NO_EXISTS);
            StoreRecord.Reading reading = StoreRecord.read(item.value(Store.ITEM_DATA));
            byte[] enciphered = reading.whole()
                    .orElseThrow(() -> Win32Error.PST_E_STORAGE_ERROR.raise(place + ": "
                            + reading.malformation().map(Malformation::shown).orElse("")))
                    .body();
            Optional<byte[]> key = keys.find(owner);
            return key.flatMap(master -> ItemCipher.decipher(master, place, enciphered))
                    .orElseThrow(() -> Win32Error.PST_E_STORAGE_ERROR.raise(place));
        }

        /** PST_E_TYPE_NO_EXISTS, PST_E_ITEM_NO_EXISTS, PST_E_NO_PERMISSIONS. */
        void deleteItem(String subtype, String name) {
            requireChangeable(subtype);
            requireThere(subtype, Win32Error.PST_E_TYPE_NO_EXISTS);
            requireThere(subtype + "\\" + name, Win32Error.PST_E_ITEM_NO_EXISTS);
            registry.deleteKey(data + "\\" + subtype + "\\" + name);
        }

        /** Names below a place, {@code ""} for the types, in the order of the registry: PST_E_TYPE_NO_EXISTS. */
        List<String> names(String place) {
            List<String> names = new ArrayList<>();
            for (KeyTree key : require(place, Win32Error.PST_E_TYPE_NO_EXISTS).subkeys()) {
                names.add(key.name());
            }
            return names;
        }

        private void requireChangeable(String place) {
            if (!mayChange) {
                throw Win32Error.PST_E_NO_PERMISSIONS.raise(place);
            }
            requireNotOwn(place);
        }

        private void requireNotOwn(String place) {
            if (CaseFolding.startsWith(place, Store.CONFIGURATION)) {
                throw Win32Error.PST_E_NO_PERMISSIONS.raise(place);
            }
        }

        private void requireThere(String place, Win32Error otherwise) {
            if (tree(place).isEmpty()) {
                throw otherwise.raise(place);
            }
        }

        private KeyTree require(String place, Win32Error otherwise) {
            return tree(place).orElseThrow(() -> otherwise.raise(place));
        }

        private Optional<KeyTree> tree(String place) {
            return registry.tree(place.isEmpty() ? data : data + "\\" + place);
        }
    }
}
