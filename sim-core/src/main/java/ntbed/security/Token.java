package ntbed.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who acts: an immutable access token.
 *
 * <p>Every opening of a key or file asks it, so the questions cost a few comparisons and no allocation.
 */
public final class Token {
    private static final Token SYSTEM = new Token(
            Sid.SYSTEM,
            "NT AUTHORITY",
            "SYSTEM",
            List.of(Sid.ADMINISTRATORS, Sid.EVERYONE, Sid.AUTHENTICATED_USERS),
            EnumSet.range(Privilege.SE_ASSIGNPRIMARYTOKEN, Privilege.SE_TCB),
            EnumSet.range(Privilege.SE_ASSIGNPRIMARYTOKEN, Privilege.SE_TCB));

    private final Sid user;
    private final String domain;
    private final String userName;
    private final List<Sid> groups;
    private final Set<Privilege> held;
    private final Set<Privilege> enabled;
    private final Sid[] identities;

    /**
     * Makes a token.
     *
     * @param user the account's SID
     * @param domain {@code NT AUTHORITY}, the computer or the domain
     * @param userName the account's name
     * @param groups SIDs of the groups, in any order
     * @param held privileges the token holds
     * @param enabled those of them that are switched on
     */
    public Token(
            Sid user,
            String domain,
            String userName,
            Collection<Sid> groups,
            Set<Privilege> held,
            Set<Privilege> enabled) {
        this.user = user;
        this.domain = domain;
        this.userName = userName;
        this.groups = List.copyOf(new TreeSet<>(groups));
        this.held = immutable(held);
        this.enabled = immutable(enabled);
        List<Sid> all = new ArrayList<>(this.groups);
        all.add(0, user);
        this.identities = all.toArray(new Sid[0]);
    }

    /** The token of LocalSystem: SYSTEM, member of Administrators, every privilege on. */
    public static Token system() {
        return SYSTEM;
    }

    /** The account's SID. */
    public Sid user() {
        return user;
    }

    /** {@code NT AUTHORITY}, the computer or the domain. */
    public String domain() {
        return domain;
    }

    /** The account's name. */
    public String userName() {
        return userName;
    }

    /** SIDs of the groups, ascending. */
    public List<Sid> groups() {
        return groups;
    }

    /** Privileges the token holds. */
    public Set<Privilege> held() {
        return held;
    }

    /** Those of them that are switched on. */
    public Set<Privilege> enabled() {
        return enabled;
    }

    /** {@code DOMAIN\name}. */
    public String account() {
        return domain + "\\" + userName;
    }

    /** Whether the SID is the user or one of the groups. */
    public boolean is(Sid sid) {
        for (Sid identity : identities) {
            if (identity.equals(sid)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the privilege is held and switched on. */
    public boolean has(Privilege privilege) {
        return enabled.contains(privilege);
    }

    /** The token with a held privilege switched on, as {@code AdjustTokenPrivileges}; unchanged if it is not held. */
    public Token enable(Privilege privilege) {
        if (!held.contains(privilege) || has(privilege)) {
            return this;
        }
        Set<Privilege> more = EnumSet.of(privilege);
        more.addAll(enabled);
        return new Token(user, domain, userName, groups, held, more);
    }

    /** Who owns what this token creates: Administrators for their members (Q111546), else the user. */
    public Sid defaultOwner() {
        return is(Sid.ADMINISTRATORS) ? Sid.ADMINISTRATORS : user;
    }

    /** The primary group of what this token creates: the group {@code None} of an account, SYSTEM for LocalSystem. */
    public Sid primaryGroup() {
        for (Sid group : groups) {
            if (group.rid() == Sid.RID_NONE) {
                return group;
            }
        }
        return user;
    }

    private static Set<Privilege> immutable(Set<Privilege> privileges) {
        Set<Privilege> copy = EnumSet.noneOf(Privilege.class);
        copy.addAll(privileges);
        return Collections.unmodifiableSet(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token that
                && user.equals(that.user)
                && domain.equals(that.domain)
                && userName.equals(that.userName)
                && groups.equals(that.groups)
                && held.equals(that.held)
                && enabled.equals(that.enabled);
    }

    @Override
    public int hashCode() {
        return user.hashCode() * 31 + domain.hashCode();
    }

    @Override
    public String toString() {
        return "Token[" + account() + "]";
    }
}
