package ntbed.component.iis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a part of some bytes: notices damage, keeps nothing secret. */
final class Checksum {
    private Checksum() {}

    static byte[] sha256(byte[] bytes, int from, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, to - from);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
