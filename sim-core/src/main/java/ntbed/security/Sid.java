package ntbed.security;

import java.util.Optional;
import ntbed.win32.Win32Error;

/**
 * A security identifier, {@code S-1-5-21-a-b-c-rid}: an immutable value, equal by its text form.
 *
 * <p>The text form is upper-case S and decimal numbers. The byte form is the SID structure of WINNT.H: revision, count,
 * six bytes of authority (most significant first), then little-endian 32-bit subauthorities.
 */
public final class Sid implements Comparable<Sid> {
    public static final Sid EVERYONE = new Sid("S-1-1-0");
    public static final Sid LOCAL = new Sid("S-1-2-0");
    public static final Sid CREATOR_OWNER = new Sid("S-1-3-0");
    public static final Sid CREATOR_GROUP = new Sid("S-1-3-1");
    public static final Sid NETWORK = new Sid("S-1-5-2");
    public static final Sid BATCH = new Sid("S-1-5-3");
    public static final Sid INTERACTIVE = new Sid("S-1-5-4");
    public static final Sid SERVICE = new Sid("S-1-5-6");

    /** Known from Service Pack 3 on (Q143474). */
    public static final Sid AUTHENTICATED_USERS = new Sid("S-1-5-11");

    public static final Sid SYSTEM = new Sid("S-1-5-18");
    public static final Sid ADMINISTRATORS = new Sid("S-1-5-32-544");
    public static final Sid USERS = new Sid("S-1-5-32-545");
    public static final Sid GUESTS = new Sid("S-1-5-32-546");
    public static final Sid POWER_USERS = new Sid("S-1-5-32-547");
    public static final Sid ACCOUNT_OPERATORS = new Sid("S-1-5-32-548");
    public static final Sid SERVER_OPERATORS = new Sid("S-1-5-32-549");
    public static final Sid PRINT_OPERATORS = new Sid("S-1-5-32-550");
    public static final Sid BACKUP_OPERATORS = new Sid("S-1-5-32-551");
    public static final Sid REPLICATOR = new Sid("S-1-5-32-552");

    /** Relative id of the built-in Administrator. */
    public static final int RID_ADMINISTRATOR = 500;

    /** Relative id of the built-in Guest. */
    public static final int RID_GUEST = 501;

    /** Relative id of the group that every account of a machine without domain has as its primary one, {@code None}. */
    public static final int RID_NONE = 513;

    /** Relative id of the first account that somebody makes. */
    public static final int RID_FIRST_FREE = 1000;

    private static final int MAX_SUBAUTHORITIES = 15;
    private static final long MAX_AUTHORITY = 0xFFFF_FFFF_FFFFL;
    private static final long MAX_SUBAUTHORITY = 0xFFFF_FFFFL;

    private final String text;
    private final int hash;

    /**
     * Reads the text form.
     *
     * @throws ntbed.win32.Win32Exception ERROR_INVALID_SID (1337)
     */
    public Sid(String text) {
        if (!isWellFormed(text)) {
            throw Win32Error.ERROR_INVALID_SID.raise(text);
        }
        this.text = text;
        this.hash = text.hashCode();
    }

    /** The same of a text that may be anything; empty if it is no SID. */
    public static Optional<Sid> parse(String text) {
        return isWellFormed(text) ? Optional.of(new Sid(text)) : Optional.empty();
    }

    /** Whether relative ids fit behind it: a machine's or a domain's SID. */
    public boolean isDomain() {
        return subauthorityCount() < MAX_SUBAUTHORITIES;
    }

    /** The text form. */
    public String text() {
        return text;
    }

    /** This SID, taken as a domain or machine SID, with a relative id appended. */
    public Sid withRid(long relativeId) {
        return new Sid(text + "-" + relativeId);
    }

    /** Whether it is an account of that machine or domain: the domain's SID and one relative id more. */
    public boolean isIn(Sid domain) {
        int end = domain.text.length();
        return text.length() > end + 1
                && text.startsWith(domain.text)
                && text.charAt(end) == '-'
                && text.indexOf('-', end + 1) < 0;
    }

    /** The last subauthority. */
    public long rid() {
        return Long.parseLong(text, text.lastIndexOf('-') + 1, text.length(), 10);
    }

    /** The byte form. */
    public byte[] encode() {
        byte[] bytes = new byte[8 + 4 * subauthorityCount()];
        int end = text.indexOf('-', 4);
        long authority = Long.parseLong(text, 4, end < 0 ? text.length() : end, 10);
        bytes[0] = 1;
        bytes[1] = (byte) subauthorityCount();
        for (int i = 0; i < 6; i++) {
            bytes[2 + i] = (byte) (authority >>> (40 - 8 * i));
        }
        for (int at = 8; end >= 0; at += 4) {
            int next = text.indexOf('-', end + 1);
            LittleEndian.putInt(bytes, at, (int) Long.parseLong(text, end + 1, next < 0 ? text.length() : next, 10));
            end = next;
        }
        return bytes;
    }

    /**
     * Reads the byte form; what follows it is not looked at.
     *
     * @throws ntbed.win32.Win32Exception ERROR_INVALID_SID (1337) for another revision or too few bytes
     */
    public static Sid decode(byte[] bytes, int offset) {
        if (offset < 0 || offset > bytes.length - 8 || bytes[offset] != 1) {
            throw Win32Error.ERROR_INVALID_SID.raise("revision or length at offset " + offset);
        }
        int count = bytes[offset + 1] & 0xFF;
        if (count > MAX_SUBAUTHORITIES || bytes.length - offset < 8 + 4 * count) {
            throw Win32Error.ERROR_INVALID_SID.raise(count + " subauthorities at offset " + offset);
        }
        long authority = 0;
        for (int i = 0; i < 6; i++) {
            authority = authority << 8 | (bytes[offset + 2 + i] & 0xFF);
        }
        StringBuilder text = new StringBuilder("S-1-").append(authority);
        for (int i = 0; i < count; i++) {
            text.append('-').append(Integer.toUnsignedLong(LittleEndian.getInt(bytes, offset + 8 + 4 * i)));
        }
        return new Sid(text.toString());
    }

    private int subauthorityCount() {
        int count = -2;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == '-' ? 1 : 0;
        }
        return count;
    }

    private static boolean isWellFormed(String text) {
        if (!text.startsWith("S-1-")) {
            return false;
        }
        int numbers = 0;
        int from = 4;
        while (from <= text.length()) {
            int dash = text.indexOf('-', from);
            int end = dash < 0 ? text.length() : dash;
            if (!isNumber(text, from, end, numbers == 0 ? MAX_AUTHORITY : MAX_SUBAUTHORITY)) {
                return false;
            }
            numbers++;
            from = end + 1;
        }
        return numbers <= 1 + MAX_SUBAUTHORITIES;
    }

    private static boolean isNumber(String text, int from, int end, long highest) {
        if (end == from || end - from > 15 || (text.charAt(from) == '0' && end > from + 1)) {
            return false;
        }
        long number = 0;
        for (int i = from; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            number = number * 10 + digit - '0';
        }
        return number <= highest;
    }

    @Override
    public int compareTo(Sid other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Sid that && hash == that.hash && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
