package ntbed.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256, and with a key HMAC of RFC 2104 over it. The platform's own HMAC gives the same bytes, but loading it costs
 * a cold Java virtual machine as much as a whole boot; a digest is there at once.
 */
final class Digests {
    /** Bytes of a digest. */
    static final int LENGTH = 32;

    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private Digests() {}

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] keyed(byte[] key, byte[]... parts) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
        MessageDigest digest = sha256();
        digest.update(masked(block, INNER));
        for (byte[] part : parts) {
            digest.update(part);
        }
        byte[] inner = digest.digest();
        digest.update(masked(block, OUTER));
        return digest.digest(inner);
    }

    /** A key for one purpose, made from another key. */
    static byte[] derive(byte[] key, String purpose) {
        return keyed(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares without telling by its duration where the difference is. */
    static boolean equal(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] masked(byte[] block, byte mask) {
        byte[] masked = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            masked[i] = (byte) (block[i] ^ mask);
        }
        return masked;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
