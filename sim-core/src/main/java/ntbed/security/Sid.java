package ntbed.security;

import ntbed.win32.Win32Error;

/**
 * A security identifier in its text form, {@code S-1-5-21-a-b-c-rid}.
 *
 * @param text the form with {@code S-1-}; upper-case S, decimal numbers
 */
public record Sid(String text) implements Comparable<Sid> {
    public static final Sid EVERYONE = new Sid("S-1-1-0");
    public static final Sid CREATOR_OWNER = new Sid("S-1-3-0");
    public static final Sid NETWORK = new Sid("S-1-5-2");
    public static final Sid INTERACTIVE = new Sid("S-1-5-4");
    public static final Sid SERVICE = new Sid("S-1-5-6");
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

    public Sid {
        if (!text.matches("S-1(-\\d{1,10}){1,16}")) {
            throw Win32Error.ERROR_INVALID_SID.raise(text);
        }
    }

    /** This SID, taken as a domain or machine SID, with a relative id appended. */
    public Sid withRid(long relativeId) {
        return new Sid(text + "-" + relativeId);
    }

    @Override
    public int compareTo(Sid other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
