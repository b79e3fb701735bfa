package ntbed.component.protectedstorage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;

/**
 * The owners' master keys and the installation's secret that they are wrapped under. Both are made when the first item
 * needs them: chance of the running service, mixed with computer name and machine SID.
 *
 * <p>The secret stands among the private data of the security authority, where SYSTEM alone reads it; its name and form
 * are ours [M]. A store that was carried to another installation finds another secret there, or none (rule PS-07).
 */
final class MasterKeys {
    static final String SECRET_KEY = "HKEY_LOCAL_MACHINE\\SECURITY\\Policy\\Secrets\\L$ProtectedStorage\\CurrVal";
    private static final int SECRET_BYTES = StoreRecord.DIGEST_BYTES;

    private final Win32 win32;
    private final SeededRandom random;

    MasterKeys(Win32 win32, SeededRandom random) {
        this.win32 = win32;
        this.random = random;
    }

    /**
     * The master key of an owner for reading; empty if the owner's store never needed one.
     *
     * @param owner full path of the owner's key
     * @throws ntbed.win32.Win32Exception PST_E_STORAGE_ERROR the record is damaged, PST_E_WRONG_PASSWORD it is another
     *     installation's
     */
    Optional<byte[]> find(String owner) {
        byte[] body = body(owner);
        if (StoreRecord.number(body, 0) == MasterKeyRecord.MODE_NONE_YET) {
            return Optional.empty();
        }
        return Optional.of(secret().flatMap(secret -> ItemCipher.unwrapMasterKey(body, secret, name(owner)))
                .orElseThrow(() -> Win32Error.PST_E_WRONG_PASSWORD.raise(owner)));
    }

    /** The master key of an owner, made if there is none; errors as {@link #find}. */
    byte[] require(String owner) {
        return find(owner).orElseGet(() -> make(owner));
    }

    private byte[] make(String owner) {
        byte[] secret = secret().orElseGet(this::makeSecret);
        byte[] key = random.nextBytes(MasterKeyRecord.KEY_BYTES);
        byte[] salt = random.nextBytes(MasterKeyRecord.SALT_BYTES);
        byte[] body = ItemCipher.wrapMasterKey(key, secret, name(owner), salt);
        win32.registry()
                .setValue(
                        owner + "\\" + Store.MASTER_KEY,
                        Store.MASTER_KEY_VALUE,
                        StoreRecord.of(body).encode());
        return key;
    }

    private byte[] body(String owner) {
        Optional<RegistryValue> value = win32.registry().value(owner + "\\" + Store.MASTER_KEY, Store.MASTER_KEY_VALUE);
        MasterKeyRecord.malformation(value).ifPresent(why -> {
            throw Win32Error.PST_E_STORAGE_ERROR.raise("master key record: " + why.shown());
        });
        return StoreRecord.read(value).whole().orElseThrow(AssertionError::new).body();
    }

    private Optional<byte[]> secret() {
        return win32.registry()
                .value(SECRET_KEY, "")
                .filter(value -> value.type().equals(ValueType.REG_BINARY) && value.size() == SECRET_BYTES)
                .map(RegistryValue::data);
    }

    private byte[] makeSecret() {
        String machine = win32.computerName() + " " + win32.accounts().machineSid();
        byte[] secret = ItemCipher.sha1(random.nextBytes(SECRET_BYTES), machine.getBytes(StandardCharsets.UTF_16LE));
        win32.registry().setValue(SECRET_KEY, "", RegistryValue.binary(secret));
        return secret;
    }

    private static String name(String owner) {
        return owner.substring(owner.lastIndexOf('\\') + 1);
    }
}
