package ntbed.crypto;

import java.util.Arrays;
import java.util.Optional;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.time.SeededRandom;

/**
 * The secret that every installation has of its own (Q248739); Setupcl makes a new one on a clone (decision D1).
 *
 * <p>Made up [M]: its length, and that it stands in the SECURITY hive, where SYSTEM alone may read it. No source tells
 * where NT 4.0 keeps it. The bytes are never printed; a person sees the {@link #fingerprint}.
 */
public final class MachineKey {
    /** The key that holds it [M]. */
    public static final String KEY = "HKEY_LOCAL_MACHINE\\SECURITY\\Policy\\MachineKey";

    /** The value's name: the default value of {@link #KEY}, as with its neighbours under Policy [M]. */
    public static final String VALUE = "";

    /** How long it is [M]. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private MachineKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new one. The chance comes from a fork of the machine's seed made for it. */
    public static MachineKey generate(SeededRandom random) {
        return new MachineKey(random.nextBytes(BYTES));
    }

    /** Reads what {@link #encode} gave; empty for data of another type or length: no machine key is there. */
    public static Optional<MachineKey> decode(RegistryValue value) {
        boolean fits = value.type().equals(ValueType.REG_BINARY) && value.size() == BYTES;
        return fits ? Optional.of(new MachineKey(value.data())) : Optional.empty();
    }

    /** The key of a running machine; empty if there is none or the token may not read it (SYSTEM alone may). */
    public static Optional<MachineKey> of(RegistryApi registry) {
        return registry.value(KEY, VALUE).flatMap(MachineKey::decode);
    }

    /** The form for the registry: REG_BINARY. */
    public RegistryValue encode() {
        return RegistryValue.binary(bytes);
    }

    /** A copy of the secret. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A key of 32 bytes for one purpose; the purpose is no secret. */
    public byte[] derive(String purpose) {
        return Digests.derive(bytes, purpose);
    }

    /** Eight hexadecimal digits that tell two keys apart and give nothing away: the start of the SHA-256 digest. */
    public String fingerprint() {
        byte[] digest = Digests.sha256(bytes);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            hex.append(Character.forDigit((digest[i] >> 4) & 15, 16)).append(Character.forDigit(digest[i] & 15, 16));
        }
        return hex.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MachineKey[" + fingerprint() + "]";
    }
}
