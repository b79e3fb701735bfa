package ntbed.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * A secret as bytes that only the owner of the key can read, and that nobody can change unnoticed.
 *
 * <p>Layout, numbers little-endian: mark (4 bytes, {@code IcDb} encrypted, {@code IcCb} clear text), length of the data
 * (4), length of the tag (4), data, zeros up to a multiple of 8, tag. Encrypted data is 16 bytes of initial vector and,
 * under AES-128 in CBC mode, four zero bytes and the secret. The tag is HMAC-SHA-256 over purpose and all before; of
 * clear text, SHA-256 without a key. The vector is made from key, purpose and secret, so equal input gives equal bytes.
 *
 * <p>The purpose says what the secret is for; a blob made for another purpose does not open. Whatever does not fit is
 * NTE_BAD_DATA.
 */
public final class SecureBlob {
    private static final int ENCRYPTED = 0x6244_6349;
    private static final int CLEAR = 0x6243_6349;
    private static final int HEAD = 12;
    private static final int VECTOR = 16;
    private static final int AES_KEY = 16;
    private static final int PREFIX = 4;

    private SecureBlob() {}

    /** Encrypts a secret. */
    public static byte[] seal(byte[] key, String purpose, byte[] secret) {
        byte[] vector =
                Arrays.copyOf(Digests.keyed(Digests.derive(key, "vector"), text(purpose), new byte[1], secret), VECTOR);
        byte[] plain = new byte[PREFIX + secret.length];
        System.arraycopy(secret, 0, plain, PREFIX, secret.length);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector, plain);
        byte[] data = Arrays.copyOf(vector, VECTOR + encrypted.length);
        System.arraycopy(encrypted, 0, data, VECTOR, encrypted.length);
        byte[] before = untagged(ENCRYPTED, data);
        return joined(before, tag(key, purpose, before));
    }

    /** The same shape without a cipher, for where none may be used: anybody can read it, damage is noticed. */
    public static byte[] clear(String purpose, byte[] secret) {
        byte[] before = untagged(CLEAR, secret);
        return joined(before, Digests.sha256(text(purpose), before));
    }

    /** Whether the blob says of itself that it is encrypted. */
    public static boolean isEncrypted(byte[] blob) {
        return blob.length >= PREFIX && numbers(blob).getInt(0) == ENCRYPTED;
    }

    /**
     * Whether the blob is whole and was made with this key for this purpose, without reading the secret.
     *
     * @throws Win32Exception NTE_BAD_DATA it is not
     */
    public static void check(byte[] key, String purpose, byte[] blob) {
        byte[] before = requireShape(ENCRYPTED, purpose, blob);
        requireTag(blob, before, tag(key, purpose, before), purpose);
    }

    /**
     * The secret of an encrypted blob.
     *
     * @throws Win32Exception NTE_BAD_DATA as {@link #check}
     */
    public static byte[] open(byte[] key, String purpose, byte[] blob) {
        check(key, purpose, blob);
        byte[] data = data(blob);
        if (data.length < VECTOR) {
            throw Win32Error.NTE_BAD_DATA.raise(purpose);
        }
        byte[] plain = cipher(
                Cipher.DECRYPT_MODE, key, Arrays.copyOf(data, VECTOR), Arrays.copyOfRange(data, VECTOR, data.length));
        return Arrays.copyOfRange(plain, PREFIX, plain.length);
    }

    /**
     * The secret of a blob of clear text.
     *
     * @throws Win32Exception NTE_BAD_DATA it is damaged, encrypted, or of another purpose
     */
    public static byte[] openClear(String purpose, byte[] blob) {
        byte[] before = requireShape(CLEAR, purpose, blob);
        requireTag(blob, before, Digests.sha256(text(purpose), before), purpose);
        return data(blob);
    }

    private static byte[] untagged(int mark, byte[] data) {
        ByteBuffer blob = ByteBuffer.allocate(padded(HEAD + data.length)).order(ByteOrder.LITTLE_ENDIAN);
        return blob.putInt(mark)
                .putInt(data.length)
                .putInt(Digests.LENGTH)
                .put(data)
                .array();
    }

    /** What the tag covers, if mark and lengths fit. */
    private static byte[] requireShape(int mark, String purpose, byte[] blob) {
        if (blob.length >= HEAD + Digests.LENGTH) {
            ByteBuffer numbers = numbers(blob);
            int length = numbers.getInt(4);
            boolean fits = numbers.getInt(0) == mark
                    && numbers.getInt(8) == Digests.LENGTH
                    && length >= 0
                    && length <= blob.length
                    && padded(HEAD + length) + Digests.LENGTH == blob.length;
            if (fits) {
                return Arrays.copyOf(blob, blob.length - Digests.LENGTH);
            }
        }
        throw Win32Error.NTE_BAD_DATA.raise(purpose);
    }

    private static void requireTag(byte[] blob, byte[] before, byte[] expected, String purpose) {
        if (!Digests.equal(Arrays.copyOfRange(blob, before.length, blob.length), expected)) {
            throw Win32Error.NTE_BAD_DATA.raise(purpose);
        }
    }

    private static byte[] data(byte[] blob) {
        return Arrays.copyOfRange(blob, HEAD, HEAD + numbers(blob).getInt(4));
    }

    private static byte[] tag(byte[] key, String purpose, byte[] before) {
        return Digests.keyed(Digests.derive(key, "integrity"), text(purpose), new byte[1], before);
    }

    private static byte[] cipher(int mode, byte[] key, byte[] vector, byte[] data) {
        try {
            byte[] aes = Arrays.copyOf(Digests.derive(key, "encryption"), AES_KEY);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(aes, "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            // The tag was right, so the data is what seal wrote: only a bug of ours gets here.
            throw new AssertionError("AES refused a blob of ours", e);
        }
    }

    private static ByteBuffer numbers(byte[] blob) {
        return ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 7) & ~7;
    }

    private static byte[] joined(byte[] before, byte[] tag) {
        byte[] blob = Arrays.copyOf(before, before.length + tag.length);
        System.arraycopy(tag, 0, blob, before.length, tag.length);
        return blob;
    }

    private static byte[] text(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }
}
