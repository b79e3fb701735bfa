package ntbed.component.protectedstorage;

import java.util.Optional;
import ntbed.registry.RegistryValue;

/**
 * The record of an owner's master key: mode (four bytes), the enciphered key (24), a check value (4), salt (16), in a
 * {@link StoreRecord}. Lengths and order are those that are known of later versions; NT 4.0's own form is not
 * documented [I]. Mode 1 [M]: no key was needed so far.
 */
final class MasterKeyRecord {
    static final int MODE_NONE_YET = 1;
    static final int MODE_KEY = 2;
    static final int KEY_BYTES = 24;
    static final int CHECK_BYTES = 4;
    static final int SALT_BYTES = 16;
    static final int KEY_AT = 4;
    static final int CHECK_AT = KEY_AT + KEY_BYTES;
    static final int SALT_AT = CHECK_AT + CHECK_BYTES;
    static final int BODY_BYTES = SALT_AT + SALT_BYTES;

    /** Of a store that has no item yet. */
    static final RegistryValue NONE_YET = noneYet();

    private MasterKeyRecord() {}

    private static RegistryValue noneYet() {
        byte[] body = new byte[BODY_BYTES];
        StoreRecord.putNumber(body, 0, MODE_NONE_YET);
        return StoreRecord.of(body).encode();
    }

    /** What is wrong with it; empty if it is well formed. */
    static Optional<Malformation> malformation(Optional<RegistryValue> value) {
        StoreRecord.Reading reading = StoreRecord.read(value);
        if (reading.whole().isEmpty()) {
            return reading.malformation();
        }
        byte[] body = reading.whole().get().body();
        boolean fits = body.length == BODY_BYTES
                && (StoreRecord.number(body, 0) == MODE_NONE_YET || StoreRecord.number(body, 0) == MODE_KEY);
        return fits ? Optional.empty() : Optional.of(Malformation.BAD_CONTENT);
    }
}
