package ntbed.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who acts: an immutable access token.
 *
 * @param user the account's SID
 * @param domain {@code NT AUTHORITY}, the computer or the domain
 * @param userName the account's name
 * @param groups SIDs of the groups, ascending
 * @param held privileges the token holds
 * @param enabled those of them that are switched on
 */
public record Token(
        Sid user, String domain, String userName, List<Sid> groups, Set<Privilege> held, Set<Privilege> enabled) {
    private static final Token SYSTEM = new Token(
            Sid.SYSTEM,
            "NT AUTHORITY",
            "SYSTEM",
            List.of(Sid.ADMINISTRATORS, Sid.EVERYONE),
            EnumSet.range(Privilege.SE_ASSIGNPRIMARYTOKEN, Privilege.SE_TCB),
            EnumSet.range(Privilege.SE_ASSIGNPRIMARYTOKEN, Privilege.SE_TCB));

    public Token {
        groups = List.copyOf(new TreeSet<>(groups));
        held = immutable(held);
        enabled = immutable(enabled);
    }

    /** The token of LocalSystem: SYSTEM, member of Administrators, every privilege on. */
    public static Token system() {
        return SYSTEM;
    }

    /** {@code DOMAIN\name}. */
    public String account() {
        return domain + "\\" + userName;
    }

    /** Whether the SID is the user or one of the groups. */
    public boolean is(Sid sid) {
        return user.equals(sid) || groups.contains(sid);
    }

    /** Whether the privilege is held and switched on. */
    public boolean has(Privilege privilege) {
        return enabled.contains(privilege);
    }

    /** The token with a held privilege switched on, as {@code AdjustTokenPrivileges}; unchanged if it is not held. */
    public Token enable(Privilege privilege) {
        if (!held.contains(privilege)) {
            return this;
        }
        Set<Privilege> more = EnumSet.of(privilege);
        more.addAll(enabled);
        return new Token(user, domain, userName, groups, held, more);
    }

    private static Set<Privilege> immutable(Set<Privilege> privileges) {
        Set<Privilege> copy = EnumSet.noneOf(Privilege.class);
        copy.addAll(privileges);
        return java.util.Collections.unmodifiableSet(copy);
    }
}
