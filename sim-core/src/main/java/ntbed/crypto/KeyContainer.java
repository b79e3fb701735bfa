package ntbed.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * A key container of the machine: an exchange pair and a signature pair, whose private halves are sealed with the
 * machine key.
 *
 * <p>In the registry it is two values, {@code Exchange} and {@code Signature} [M], each REG_BINARY: version (4 bytes,
 * little-endian, 1), the public modulus (64 bytes), the sealed primes, and the SHA-256 digest of all that. So damage
 * (the digest, NTE_BAD_KEY_STATE) is told from a foreign machine key (the seal, NTE_BAD_SIGNATURE).
 */
public final class KeyContainer {
    static final String EXCHANGE = "Exchange";
    static final String SIGNATURE = "Signature";

    private static final int VERSION = 1;
    private static final int MODULUS_AT = 4;
    private static final int SEALED_AT = MODULUS_AT + RsaPair.BYTES;
    private static final int SHORTEST = SEALED_AT + 8 + Digests.LENGTH;

    private final String name;
    private final Half exchange;
    private final Half signature;

    private KeyContainer(String name, Half exchange, Half signature) {
        this.name = name;
        this.exchange = exchange;
        this.signature = signature;
    }

    /** A new container; the chance comes from a fork of the seed made for it. */
    public static KeyContainer generate(String name, SeededRandom random) {
        return new KeyContainer(
                name,
                new Half(RsaPair.generate(random.fork(EXCHANGE))),
                new Half(RsaPair.generate(random.fork(SIGNATURE))));
    }

    /** The values that keep it in the registry, by name. */
    public SortedMap<String, RegistryValue> encode(MachineKey machineKey) {
        SortedMap<String, RegistryValue> values = new TreeMap<>();
        values.put(EXCHANGE, encode(machineKey, EXCHANGE, exchange.pair()));
        values.put(SIGNATURE, encode(machineKey, SIGNATURE, signature.pair()));
        return Collections.unmodifiableSortedMap(values);
    }

    /**
     * Reads what {@link #encode} gave. The private halves are only checked; they are decrypted when they are needed.
     *
     * @param values the registry values by name
     * @throws Win32Exception NTE_NO_KEY a pair is missing, NTE_KEYSET_ENTRY_BAD it is no bytes or too few of them,
     *     NTE_BAD_KEY_STATE it is damaged, NTE_BAD_SIGNATURE it stands under another machine key
     */
    public static KeyContainer decode(
            String name, Function<String, Optional<RegistryValue>> values, MachineKey machineKey) {
        return new KeyContainer(
                name,
                decode(name, EXCHANGE, values.apply(EXCHANGE), machineKey),
                decode(name, SIGNATURE, values.apply(SIGNATURE), machineKey));
    }

    /** The container's name. */
    public String name() {
        return name;
    }

    byte[] exchangeModulus() {
        return exchange.modulus();
    }

    byte[] signatureModulus() {
        return signature.modulus();
    }

    RsaPair exchangePair() {
        return exchange.pair();
    }

    RsaPair signaturePair() {
        return signature.pair();
    }

    private RegistryValue encode(MachineKey machineKey, String half, RsaPair pair) {
        byte[] sealed = SecureBlob.seal(sealingKey(machineKey, half), half, pair.secret());
        ByteBuffer bytes =
                ByteBuffer.allocate(SEALED_AT + sealed.length + Digests.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(VERSION).put(pair.modulus()).put(sealed);
        bytes.put(Digests.sha256(Arrays.copyOf(bytes.array(), bytes.position())));
        return RegistryValue.binary(bytes.array());
    }

    private static Half decode(String name, String half, Optional<RegistryValue> value, MachineKey machineKey) {
        if (value.isEmpty()) {
            throw Win32Error.NTE_NO_KEY.raise(name + ", " + half);
        }
        byte[] bytes = value.get().data();
        if (!value.get().type().equals(ValueType.REG_BINARY) || bytes.length < SHORTEST) {
            throw Win32Error.NTE_KEYSET_ENTRY_BAD.raise(name + ", " + half);
        }
        byte[] before = Arrays.copyOf(bytes, bytes.length - Digests.LENGTH);
        if (!Digests.equal(Digests.sha256(before), Arrays.copyOfRange(bytes, before.length, bytes.length))) {
            throw Win32Error.NTE_BAD_KEY_STATE.raise(name + ", " + half);
        }
        byte[] key = sealingKey(machineKey, half);
        byte[] sealed = Arrays.copyOfRange(before, SEALED_AT, before.length);
        try {
            SecureBlob.check(key, half, sealed);
        } catch (Win32Exception foreign) {
            throw Win32Error.NTE_BAD_SIGNATURE.raise(name + ", " + half);
        }
        return new Half(Arrays.copyOfRange(before, MODULUS_AT, SEALED_AT), key, half, sealed);
    }

    private static byte[] sealingKey(MachineKey machineKey, String half) {
        return machineKey.derive("key container, " + half);
    }

    /** Two containers are equal if they hold the same pairs, whatever machine key they stand under. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyContainer that
                && name.equals(that.name)
                && Arrays.equals(exchange.modulus(), that.exchange.modulus())
                && Arrays.equals(signature.modulus(), that.signature.modulus());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exchange.modulus());
    }

    @Override
    public String toString() {
        return "KeyContainer[" + name + "]";
    }

    /** One pair: public at once, private when it is needed. */
    private static final class Half {
        private final byte[] modulus;
        private final byte[] key;
        private final String purpose;
        private final byte[] sealed;
        private volatile @Nullable RsaPair pair;

        Half(RsaPair pair) {
            this(pair.modulus(), new byte[0], "", new byte[0]);
            this.pair = pair;
        }

        Half(byte[] modulus, byte[] key, String purpose, byte[] sealed) {
            this.modulus = modulus;
            this.key = key;
            this.purpose = purpose;
            this.sealed = sealed;
        }

        byte[] modulus() {
            return modulus;
        }

        RsaPair pair() {
            RsaPair known = pair;
            if (known == null) {
                known = RsaPair.ofSecret(SecureBlob.open(key, purpose, sealed));
                pair = known;
            }
            return known;
        }
    }
}
