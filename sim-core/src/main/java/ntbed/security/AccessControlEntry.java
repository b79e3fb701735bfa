package ntbed.security;

/**
 * One entry of an ACL.
 *
 * @param kind what it does
 * @param sid whom it is about
 * @param mask the rights, specific and standard ({@link ntbed.win32.AccessMask})
 * @param flags inheritance and audit flags as in WINNT.H: OBJECT_INHERIT 1, CONTAINER_INHERIT 2, NO_PROPAGATE 4,
 *     INHERIT_ONLY 8, SUCCESSFUL_ACCESS 0x40, FAILED_ACCESS 0x80
 */
public record AccessControlEntry(Kind kind, Sid sid, int mask, int flags) {
    public static final int OBJECT_INHERIT = 1;
    public static final int CONTAINER_INHERIT = 2;
    public static final int NO_PROPAGATE_INHERIT = 4;
    public static final int INHERIT_ONLY = 8;
    public static final int SUCCESSFUL_ACCESS = 0x40;
    public static final int FAILED_ACCESS = 0x80;

    /** The kinds that NT 4.0 knows. */
    public enum Kind {
        ALLOWED(0),
        DENIED(1),
        AUDIT(2);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        /** The type of the ACE structure, for example ACCESS_DENIED_ACE_TYPE 1. */
        public int type() {
            return type;
        }
    }

    /** An entry that allows, for this object and what is created below it. */
    public static AccessControlEntry allow(Sid sid, int mask) {
        return new AccessControlEntry(Kind.ALLOWED, sid, mask, CONTAINER_INHERIT | OBJECT_INHERIT);
    }

    /** An entry that denies, for this object and what is created below it. */
    public static AccessControlEntry deny(Sid sid, int mask) {
        return new AccessControlEntry(Kind.DENIED, sid, mask, CONTAINER_INHERIT | OBJECT_INHERIT);
    }
}
