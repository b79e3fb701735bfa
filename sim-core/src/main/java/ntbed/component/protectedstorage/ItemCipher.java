package ntbed.component.protectedstorage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ntbed.filesystem.NtPath;
import ntbed.time.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * Three layers: an item under its own DES key, that key under the owner's master key, the master key under one derived
 * from a secret of the installation (US patent 6,272,631; DES and SHA-1 of the base provider). That the innermost
 * secret is the installation's and not the user's password, and the byte layouts, are ours [M].
 *
 * <p>No method prints or keeps a key; what does not decipher to what was enciphered is an empty answer.
 */
@SuppressWarnings("InsecureCryptoUsage") // the ciphers of 1998 are the subject here
final class ItemCipher {
    private static final int DES_BYTES = 8;
    private static final int DIGEST_BYTES = StoreRecord.DIGEST_BYTES;

    private ItemCipher() {}

    /** Enciphers data that belong to one place in the store. */
    static byte[] encipher(byte[] masterKey, SeededRandom random, String place, byte[] data) {
        byte[] itemKey = random.nextBytes(DES_BYTES);
        byte[] vector = random.nextBytes(DES_BYTES);
        byte[] plain = joined(digest(place, data), data);
        byte[] wrapped = run(Cipher.ENCRYPT_MODE, "DESede/ECB/NoPadding", masterKey, null, itemKey);
        return joined(wrapped, vector, run(Cipher.ENCRYPT_MODE, "DES/CBC/PKCS5Padding", itemKey, vector, plain));
    }

    /** Deciphers; empty for another master key, another place, changed bytes. */
    static Optional<byte[]> decipher(byte[] masterKey, String place, byte[] enciphered) {
        if (enciphered.length < 3 * DES_BYTES || enciphered.length % DES_BYTES != 0) {
            return Optional.empty();
        }
        byte[] wrapped = Arrays.copyOf(enciphered, DES_BYTES);
        byte[] vector = Arrays.copyOfRange(enciphered, DES_BYTES, 2 * DES_BYTES);
        byte[] itemKey = run(Cipher.DECRYPT_MODE, "DESede/ECB/NoPadding", masterKey, null, wrapped);
        byte[] padded = run(
                Cipher.DECRYPT_MODE,
                "DES/CBC/NoPadding",
                itemKey,
                vector,
                Arrays.copyOfRange(enciphered, 2 * DES_BYTES, enciphered.length));
        int padding = padded[padded.length - 1];
        int end = padded.length - padding;
        if (padding < 1 || padding > DES_BYTES || end < DIGEST_BYTES) {
            return Optional.empty();
        }
        byte[] data = Arrays.copyOfRange(padded, DIGEST_BYTES, end);
        return MessageDigest.isEqual(Arrays.copyOf(padded, DIGEST_BYTES), digest(place, data))
                ? Optional.of(data)
                : Optional.empty();
    }

    /** The body of a {@link MasterKeyRecord} for a master key. */
    static byte[] wrapMasterKey(byte[] masterKey, byte[] secret, String owner, byte[] salt) {
        byte[] body = new byte[MasterKeyRecord.BODY_BYTES];
        StoreRecord.putNumber(body, 0, MasterKeyRecord.MODE_KEY);
        byte[] outer = outerKey(secret, owner, salt);
        byte[] wrapped = run(Cipher.ENCRYPT_MODE, "DESede/ECB/NoPadding", outer, null, masterKey);
        System.arraycopy(wrapped, 0, body, MasterKeyRecord.KEY_AT, MasterKeyRecord.KEY_BYTES);
        System.arraycopy(check(masterKey, salt), 0, body, MasterKeyRecord.CHECK_AT, MasterKeyRecord.CHECK_BYTES);
        System.arraycopy(salt, 0, body, MasterKeyRecord.SALT_AT, MasterKeyRecord.SALT_BYTES);
        return body;
    }

    /** The master key in a record's body; empty if it was wrapped on another installation or for another owner. */
    static Optional<byte[]> unwrapMasterKey(byte[] body, byte[] secret, String owner) {
        byte[] salt = Arrays.copyOfRange(body, MasterKeyRecord.SALT_AT, MasterKeyRecord.BODY_BYTES);
        byte[] wrapped = Arrays.copyOfRange(body, MasterKeyRecord.KEY_AT, MasterKeyRecord.CHECK_AT);
        byte[] expected = Arrays.copyOfRange(body, MasterKeyRecord.CHECK_AT, MasterKeyRecord.SALT_AT);
        byte[] outer = outerKey(secret, owner, salt);
        byte[] key = run(Cipher.DECRYPT_MODE, "DESede/ECB/NoPadding", outer, null, wrapped);
        return MessageDigest.isEqual(expected, check(key, salt)) ? Optional.of(key) : Optional.empty();
    }

    private static byte[] outerKey(byte[] secret, String owner, byte[] salt) {
        byte[] name = NtPath.fold(owner).getBytes(StandardCharsets.UTF_16LE);
        byte[] first = sha1(secret, salt, name, new byte[] {1});
        byte[] second = sha1(secret, salt, name, new byte[] {2});
        return Arrays.copyOf(joined(first, second), MasterKeyRecord.KEY_BYTES);
    }

    private static byte[] check(byte[] masterKey, byte[] salt) {
        return Arrays.copyOf(sha1(masterKey, salt), MasterKeyRecord.CHECK_BYTES);
    }

    private static byte[] digest(String place, byte[] data) {
        return sha1(NtPath.fold(place).getBytes(StandardCharsets.UTF_16LE), data);
    }

    static byte[] sha1(byte[]... parts) {
        MessageDigest digest = StoreRecord.sha1();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] run(int mode, String transformation, byte[] key, byte @Nullable [] vector, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            String algorithm = transformation.substring(0, transformation.indexOf('/'));
            SecretKeySpec spec = new SecretKeySpec(key, algorithm);
            if (vector == null) {
                cipher.init(mode, spec);
            } else {
                cipher.init(mode, spec, new IvParameterSpec(vector));
            }
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("lengths are right and every Java platform has DES", e);
        }
    }
}
