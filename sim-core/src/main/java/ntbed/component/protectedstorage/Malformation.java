package ntbed.component.protectedstorage;

import java.util.Locale;
import ntbed.win32.Win32Error;

/**
 * Why a store is not well formed. Whatever the reason, the service ends with 2148270091: the number never depends on
 * what is wrong (Q321454, Q244610; decision D4; which reasons there are is ours [M]).
 */
enum Malformation {
    /** The key of a record is not there. */
    MISSING_KEY,
    /** The key is there, the record is not. */
    MISSING_RECORD,
    /** It is no REG_BINARY. */
    WRONG_TYPE,
    /** It has no byte. */
    EMPTY,
    /** Its length is not the one that it names, or it is shorter than any record. */
    BAD_LENGTH,
    /** It does not begin as a record does. */
    BAD_HEADER,
    /** Its digest is not that of what stands before it. */
    WRONG_DIGEST,
    /** It is whole, but what it says makes no sense. */
    BAD_CONTENT;

    /** What the service ends with. */
    Win32Error error() {
        return Win32Error.PST_E_DISK_IMAGE_MISMATCH;
    }

    /** As a person reads it: {@code wrong digest}. */
    String shown() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
