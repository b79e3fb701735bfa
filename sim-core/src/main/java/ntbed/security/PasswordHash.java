package ntbed.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ntbed.win32.Win32Error;

/**
 * NT's one-way function of a password: MD4 (RFC 1320) of its UTF-16LE text. Sixteen bytes, never shown.
 *
 * <p>Case counts, and there is no salt: equal passwords have equal hashes on every machine, as on NT.
 */
public final class PasswordHash {
    /** Length of the byte form. */
    public static final int BYTES = 16;

    private final byte[] bytes;

    private PasswordHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a password; an empty one has its hash like any other. */
    public static PasswordHash of(String password) {
        return new PasswordHash(Md4.digest(password.getBytes(StandardCharsets.UTF_16LE)));
    }

    /**
     * Reads the byte form.
     *
     * @throws ntbed.win32.Win32Exception ERROR_INVALID_DATA (13) for another length than {@link #BYTES}
     */
    public static PasswordHash decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw Win32Error.ERROR_INVALID_DATA.raise("a password hash of " + bytes.length + " bytes");
        }
        return new PasswordHash(bytes.clone());
    }

    /** The byte form, for the SAM hive. */
    public byte[] encode() {
        return bytes.clone();
    }

    /** Whether it is this password's. */
    public boolean matches(String password) {
        return equals(of(password));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
