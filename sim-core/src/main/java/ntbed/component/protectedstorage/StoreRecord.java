package ntbed.component.protectedstorage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;

/**
 * A binary value of the store: a header of eight bytes ({@code PSR1}, the length of all as a little-endian number), a
 * body, the SHA-1 digest of both. The form is ours [M]; header and digest are what makes damage plain.
 */
final class StoreRecord {
    static final int HEADER_BYTES = 8;
    static final int DIGEST_BYTES = 20;

    private static final byte[] MAGIC = {'P', 'S', 'R', '1'};

    private final byte[] body;

    private StoreRecord(byte[] body) {
        this.body = body;
    }

    /**
     * What a registry value turned out to be: a record, or the reason why it is none.
     *
     * @param whole the record, if it is one
     * @param malformation the reason, if it is none
     */
    record Reading(Optional<StoreRecord> whole, Optional<Malformation> malformation) {
        static Reading of(StoreRecord whole) {
            return new Reading(Optional.of(whole), Optional.empty());
        }

        static Reading of(Malformation why) {
            return new Reading(Optional.empty(), Optional.of(why));
        }
    }

    /** A record around a body. */
    static StoreRecord of(byte[] body) {
        return new StoreRecord(body.clone());
    }

    /** Reads a value; never throws. */
    static Reading read(Optional<RegistryValue> value) {
        if (value.isEmpty()) {
            return Reading.of(Malformation.MISSING_RECORD);
        }
        if (!value.get().type().equals(ValueType.REG_BINARY)) {
            return Reading.of(Malformation.WRONG_TYPE);
        }
        byte[] data = value.get().data();
        if (data.length == 0) {
            return Reading.of(Malformation.EMPTY);
        }
        if (data.length < HEADER_BYTES + DIGEST_BYTES) {
            return Reading.of(Malformation.BAD_LENGTH);
        }
        if (!Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Reading.of(Malformation.BAD_HEADER);
        }
        if (number(data, MAGIC.length) != data.length) {
            return Reading.of(Malformation.BAD_LENGTH);
        }
        int bodyEnd = data.length - DIGEST_BYTES;
        MessageDigest digest = sha1();
        digest.update(data, 0, bodyEnd);
        if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(data, bodyEnd, data.length))) {
            return Reading.of(Malformation.WRONG_DIGEST);
        }
        return Reading.of(new StoreRecord(Arrays.copyOfRange(data, HEADER_BYTES, bodyEnd)));
    }

    /** The body. */
    byte[] body() {
        return body.clone();
    }

    /** The value for the registry. */
    RegistryValue encode() {
        byte[] all = new byte[HEADER_BYTES + body.length + DIGEST_BYTES];
        System.arraycopy(MAGIC, 0, all, 0, MAGIC.length);
        putNumber(all, MAGIC.length, all.length);
        System.arraycopy(body, 0, all, HEADER_BYTES, body.length);
        MessageDigest digest = sha1();
        digest.update(all, 0, HEADER_BYTES + body.length);
        System.arraycopy(digest.digest(), 0, all, HEADER_BYTES + body.length, DIGEST_BYTES);
        return RegistryValue.binary(all);
    }

    static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xFF)
                | ((bytes[from + 1] & 0xFF) << 8)
                | ((bytes[from + 2] & 0xFF) << 16)
                | ((bytes[from + 3] & 0xFF) << 24);
    }

    static void putNumber(byte[] bytes, int at, int number) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (number >>> (8 * i));
        }
    }

    static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }

    /** Says how long it is and nothing of what it holds. */
    @Override
    public String toString() {
        return "StoreRecord[" + body.length + " bytes]";
    }
}
