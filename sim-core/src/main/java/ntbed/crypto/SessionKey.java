package ntbed.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * A key for the secrets of one file, made from the machine key and the number of one installation (Q248739): the same
 * two always give the same key.
 *
 * <p>It travels as a blob: mark {@code IcKb} (4 bytes), the installation's number (16), the key encrypted with the
 * container's exchange pair (64), all that signed with its signature pair (64). Only the owner of the container reads
 * it, and any change is noticed.
 */
public final class SessionKey {
    /** Length of an installation's number. */
    public static final int INSTALLATION_BYTES = 16;

    /** Length of the blob. */
    public static final int BLOB_BYTES = 4 + INSTALLATION_BYTES + 2 * RsaPair.BYTES;

    private static final int MARK = 0x624B_6349;
    private static final int KEY_BYTES = 16;
    private static final int SIGNED_BYTES = BLOB_BYTES - RsaPair.BYTES;

    private final byte[] key;

    private SessionKey(byte[] key) {
        this.key = key;
    }

    /** The key of an installation on a machine. */
    public static SessionKey create(MachineKey machineKey, byte[] installation) {
        byte[] whole = Digests.keyed(machineKey.derive("session key"), installation);
        return new SessionKey(Arrays.copyOf(whole, KEY_BYTES));
    }

    /** The blob by which the owner of the container gets the key back. */
    public byte[] wrap(KeyContainer container, byte[] installation) {
        // The padding's filling must be the same each time; that it can be guessed harms a simulated machine little.
        SeededRandom filling =
                new SeededRandom(ByteBuffer.wrap(Digests.sha256(installation)).getLong());
        byte[] wrapped = RsaPair.encrypt(container.exchangeModulus(), key, filling);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MARK)
                .put(installation)
                .put(wrapped)
                .array();
        return ByteBuffer.allocate(BLOB_BYTES)
                .put(signed)
                .put(container.signaturePair().sign(signed))
                .array();
    }

    /**
     * Gets the key out of its blob.
     *
     * @throws Win32Exception NTE_BAD_SIGNATURE the blob was changed or another container signed it, NTE_BAD_KEY it was
     *     encrypted for another container
     */
    public static SessionKey unwrap(KeyContainer container, byte[] blob) {
        byte[] signed = Arrays.copyOf(blob, SIGNED_BYTES);
        boolean good = blob.length == BLOB_BYTES
                && ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MARK
                && RsaPair.verifies(
                        container.signatureModulus(), signed, Arrays.copyOfRange(blob, SIGNED_BYTES, BLOB_BYTES));
        if (!good) {
            throw Win32Error.NTE_BAD_SIGNATURE.raise("session key of " + container.name());
        }
        byte[] wrapped = Arrays.copyOfRange(blob, SIGNED_BYTES - RsaPair.BYTES, SIGNED_BYTES);
        return new SessionKey(container.exchangePair().decrypt(wrapped, KEY_BYTES));
    }

    /** Encrypts a secret, as {@link SecureBlob#seal}. */
    public byte[] seal(String purpose, byte[] secret) {
        return SecureBlob.seal(key, purpose, secret);
    }

    /** Checks a blob, as {@link SecureBlob#check}. */
    public void check(String purpose, byte[] blob) {
        SecureBlob.check(key, purpose, blob);
    }

    /** Decrypts a blob, as {@link SecureBlob#open}. */
    public byte[] open(String purpose, byte[] blob) {
        return SecureBlob.open(key, purpose, blob);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey that && Digests.equal(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "SessionKey";
    }
}
