package ntbed.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * Users, local groups and account rights of one machine: what the SAM and SECURITY hives say, as an immutable value.
 *
 * <p>No access checks here: whoever changes it for a caller asks first whether the caller may (5).
 */
public final class AccountDatabase {
    private static final String FORBIDDEN = "\"/\\[]:;|=,+*?<>";
    private static final int MAX_USER_NAME = 20;

    private final Sid machineSid;
    private final SortedMap<String, UserAccount> users;
    private final SortedMap<String, LocalGroup> groups;
    private final SortedMap<Sid, Set<Privilege>> rights;
    private final int nextRid;

    private AccountDatabase(
            Sid machineSid,
            SortedMap<String, UserAccount> users,
            SortedMap<String, LocalGroup> groups,
            SortedMap<Sid, Set<Privilege>> rights,
            int nextRid) {
        this.machineSid = machineSid;
        this.users = users;
        this.groups = groups;
        this.rights = rights;
        this.nextRid = nextRid;
    }

    /** As setup leaves it on a workstation: Administrator (blank password), Guest (disabled), built-in groups. */
    public static AccountDatabase workstation(Sid machineSid) {
        return builtIn(machineSid, false);
    }

    /** As setup leaves it on a server that is no domain controller. */
    public static AccountDatabase server(Sid machineSid) {
        return builtIn(machineSid, true);
    }

    private static AccountDatabase builtIn(Sid machine, boolean server) {
        return of(
                machine,
                BuiltInAccounts.users(machine),
                BuiltInAccounts.groups(machine),
                BuiltInAccounts.rights(server),
                Sid.RID_FIRST_FREE);
    }

    /**
     * Puts a database together from what was read.
     *
     * @param machineSid {@code S-1-5-21-a-b-c}
     * @param rights what is granted to an account itself
     * @param nextRid relative id of the next account that is made
     */
    public static AccountDatabase of(
            Sid machineSid,
            Collection<UserAccount> users,
            Collection<LocalGroup> groups,
            SortedMap<Sid, Set<Privilege>> rights,
            int nextRid) {
        SortedMap<String, UserAccount> usersByName = new TreeMap<>();
        users.forEach(user -> usersByName.put(CaseFolding.fold(user.name()), user));
        SortedMap<String, LocalGroup> groupsByName = new TreeMap<>();
        groups.forEach(group -> groupsByName.put(CaseFolding.fold(group.name()), group));
        SortedMap<Sid, Set<Privilege>> rightsBySid = new TreeMap<>();
        rights.forEach((sid, some) -> rightsBySid.put(sid, Set.copyOf(some)));
        return new AccountDatabase(machineSid, usersByName, groupsByName, rightsBySid, nextRid);
    }

    /** The machine's SID, {@code S-1-5-21-a-b-c}. */
    public Sid machineSid() {
        return machineSid;
    }

    /** Relative id of the next account that is made. */
    public int nextRid() {
        return nextRid;
    }

    /** The users in upper-case order of names. */
    public List<UserAccount> users() {
        return List.copyOf(users.values());
    }

    /** The local groups in upper-case order of names. */
    public List<LocalGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** A user by bare name. */
    public Optional<UserAccount> user(String name) {
        return Optional.ofNullable(users.get(CaseFolding.fold(name)));
    }

    /** A user by SID. */
    public Optional<UserAccount> user(Sid sid) {
        return users.values().stream().filter(user -> user.sid().equals(sid)).findFirst();
    }

    /** A local group by bare name. */
    public Optional<LocalGroup> group(String name) {
        return Optional.ofNullable(groups.get(CaseFolding.fold(name)));
    }

    /** The user; 1317 if there is none of that name. */
    public UserAccount requireUser(String name) {
        return user(name).orElseThrow(() -> Win32Error.ERROR_NO_SUCH_USER.raise(name));
    }

    /** The local group; 1376 if there is none of that name. */
    public LocalGroup requireGroup(String name) {
        return group(name).orElseThrow(() -> Win32Error.ERROR_NO_SUCH_ALIAS.raise(name));
    }

    /** The accounts that rights are granted to, ascending. */
    public List<Sid> grantees() {
        return List.copyOf(rights.keySet());
    }

    /** The rights granted to an account itself, not through groups, in the order of {@link Privilege}. */
    public List<Privilege> rightsOf(Sid account) {
        List<Privilege> some = new ArrayList<>(granted(account));
        some.sort(null);
        return List.copyOf(some);
    }

    private Set<Privilege> granted(Sid account) {
        Set<Privilege> some = rights.get(account);
        return some == null ? EnumSet.noneOf(Privilege.class) : some;
    }

    /** The SIDs that a user has when logged on that way, the user's own not among them. */
    public List<Sid> groupsOf(UserAccount user, LogonType type) {
        List<Sid> sids = new ArrayList<>();
        sids.add(machineSid.withRid(Sid.RID_NONE));
        sids.add(Sid.EVERYONE);
        sids.add(Sid.AUTHENTICATED_USERS);
        if (type != LogonType.NETWORK) {
            sids.add(Sid.LOCAL);
        }
        sids.add(
                switch (type) {
                    case INTERACTIVE -> Sid.INTERACTIVE;
                    case NETWORK -> Sid.NETWORK;
                    case BATCH -> Sid.BATCH;
                    case SERVICE -> Sid.SERVICE;
                });
        for (LocalGroup group : groups.values()) {
            if (group.members().contains(user.sid())) {
                sids.add(group.sid());
            }
        }
        return sids;
    }

    /** Whether the user has the log-on right of that kind (else 1385), itself or through a group. */
    public boolean mayLogOn(UserAccount user, LogonType type) {
        Privilege right = switch (type) {
            case INTERACTIVE -> Privilege.SE_INTERACTIVE_LOGON;
            case NETWORK -> Privilege.SE_NETWORK_LOGON;
            case BATCH -> Privilege.SE_BATCH_LOGON;
            case SERVICE -> Privilege.SE_SERVICE_LOGON;
        };
        return held(user, groupsOf(user, type)).contains(right);
    }

    /**
     * The token of a user who logged on; name, password, disabled and log-on right are not looked at.
     *
     * <p>Of the privileges only SeChangeNotifyPrivilege is on at first, as NT does it; the others are there to be
     * switched on with {@link Token#enable}.
     *
     * @param domain what stands before the backslash: the computer's name
     */
    public Token tokenFor(UserAccount user, LogonType type, String domain) {
        List<Sid> sids = groupsOf(user, type);
        Set<Privilege> held = held(user, sids);
        held.removeAll(EnumSet.range(Privilege.SE_BATCH_LOGON, Privilege.SE_SERVICE_LOGON));
        Set<Privilege> enabled = EnumSet.noneOf(Privilege.class);
        if (held.contains(Privilege.SE_CHANGE_NOTIFY)) {
            enabled.add(Privilege.SE_CHANGE_NOTIFY);
        }
        return new Token(user.sid(), domain, user.name(), sids, held, enabled);
    }

    private Set<Privilege> held(UserAccount user, List<Sid> sids) {
        Set<Privilege> held = EnumSet.noneOf(Privilege.class);
        held.addAll(granted(user.sid()));
        for (Sid sid : sids) {
            held.addAll(granted(sid));
        }
        return held;
    }

    /**
     * With one user more; it belongs to no local group (User Manager and {@code net user /add} put it into Users
     * themselves).
     *
     * @throws ntbed.win32.Win32Exception 1316 a user, 1379 a group of that name is there; 1315 not a legal name
     */
    public AccountDatabase withUser(String name, String password, String comment) {
        if (group(name).isPresent()) {
            throw Win32Error.ERROR_ALIAS_EXISTS.raise(name);
        }
        if (user(name).isPresent()) {
            throw Win32Error.ERROR_USER_EXISTS.raise(name);
        }
        requireName(name);
        UserAccount added =
                new UserAccount(name, machineSid.withRid(nextRid), comment, false, PasswordHash.of(password));
        return with(replaced(users, name, added), groups, rights, nextRid + 1);
    }

    private static void requireName(String name) {
        boolean legal = !name.isBlank() && name.length() <= MAX_USER_NAME && !isDotsAndBlanks(name);
        for (int i = 0; i < name.length(); i++) {
            legal &= name.charAt(i) >= ' ' && FORBIDDEN.indexOf(name.charAt(i)) < 0;
        }
        if (!legal) {
            throw Win32Error.ERROR_INVALID_ACCOUNT_NAME.raise(name);
        }
    }

    private static boolean isDotsAndBlanks(String name) {
        return name.chars().allMatch(c -> c == '.' || c == ' ');
    }

    /** Without a user, who also leaves the groups and loses the rights. 1317; 1371 for Administrator and Guest. */
    public AccountDatabase withoutUser(String name) {
        UserAccount user = requireUser(name);
        if (user.sid().rid() < Sid.RID_FIRST_FREE) {
            throw Win32Error.ERROR_SPECIAL_ACCOUNT.raise(name);
        }
        SortedMap<String, LocalGroup> left = new TreeMap<>();
        groups.forEach((folded, group) -> left.put(folded, withMembers(group, without(group.members(), user.sid()))));
        SortedMap<Sid, Set<Privilege>> lost = new TreeMap<>(rights);
        lost.remove(user.sid());
        return with(replaced(users, name, null), left, lost, nextRid);
    }

    /** With another password. 1317. */
    public AccountDatabase withPassword(String name, String password) {
        UserAccount old = requireUser(name);
        return with(new UserAccount(old.name(), old.sid(), old.comment(), old.disabled(), PasswordHash.of(password)));
    }

    /** With an account switched off or on. 1317. */
    public AccountDatabase withDisabled(String name, boolean disabled) {
        UserAccount old = requireUser(name);
        return with(new UserAccount(old.name(), old.sid(), old.comment(), disabled, old.password()));
    }

    /** With one member more. 1376 no such group, 1378 is one already, 1387 a SID of this machine that nobody has. */
    public AccountDatabase withMember(String groupName, Sid member) {
        LocalGroup group = requireGroup(groupName);
        if (group.members().contains(member)) {
            throw Win32Error.ERROR_MEMBER_IN_ALIAS.raise(groupName + ": " + member);
        }
        if (member.isIn(machineSid) && user(member).isEmpty()) {
            throw Win32Error.ERROR_NO_SUCH_MEMBER.raise(groupName + ": " + member);
        }
        List<Sid> members = new ArrayList<>(group.members());
        members.add(member);
        return with(withMembers(group, members));
    }

    /** With one member less. 1376 no such group, 1377 is none. */
    public AccountDatabase withoutMember(String groupName, Sid member) {
        LocalGroup group = requireGroup(groupName);
        if (!group.members().contains(member)) {
            throw Win32Error.ERROR_MEMBER_NOT_IN_ALIAS.raise(groupName + ": " + member);
        }
        return with(withMembers(group, without(group.members(), member)));
    }

    /** With a privilege or right granted to the account itself; unchanged if it has it. */
    public AccountDatabase withRight(Sid account, Privilege right) {
        Set<Privilege> more = EnumSet.of(right);
        more.addAll(granted(account));
        return withRights(account, more);
    }

    /** With a privilege or right of the account itself taken away; unchanged if it has it not. */
    public AccountDatabase withoutRight(Sid account, Privilege right) {
        Set<Privilege> fewer = EnumSet.noneOf(Privilege.class);
        fewer.addAll(granted(account));
        fewer.remove(right);
        return withRights(account, fewer);
    }

    private AccountDatabase withRights(Sid account, Set<Privilege> wanted) {
        SortedMap<Sid, Set<Privilege>> changed = new TreeMap<>(rights);
        if (wanted.isEmpty()) {
            changed.remove(account);
        } else {
            changed.put(account, wanted);
        }
        return with(users, groups, changed, nextRid);
    }

    /** With another machine SID, wherever the old one stood; relative ids stay (Q163846). What Setupcl does. */
    public AccountDatabase withMachineSid(Sid newSid) {
        SortedMap<String, UserAccount> movedUsers = new TreeMap<>();
        users.forEach((folded, user) -> movedUsers.put(
                folded,
                new UserAccount(
                        user.name(), moved(user.sid(), newSid), user.comment(), user.disabled(), user.password())));
        SortedMap<String, LocalGroup> movedGroups = new TreeMap<>();
        groups.forEach((folded, group) -> {
            List<Sid> members = new ArrayList<>();
            group.members().forEach(member -> members.add(moved(member, newSid)));
            movedGroups.put(folded, new LocalGroup(group.name(), moved(group.sid(), newSid), group.comment(), members));
        });
        SortedMap<Sid, Set<Privilege>> movedRights = new TreeMap<>();
        rights.forEach((sid, some) -> movedRights.put(moved(sid, newSid), some));
        return new AccountDatabase(newSid, movedUsers, movedGroups, movedRights, nextRid);
    }

    private Sid moved(Sid sid, Sid newMachine) {
        return sid.isIn(machineSid) ? newMachine.withRid(sid.rid()) : sid;
    }

    private AccountDatabase with(UserAccount user) {
        return with(replaced(users, user.name(), user), groups, rights, nextRid);
    }

    private AccountDatabase with(LocalGroup group) {
        return with(users, replaced(groups, group.name(), group), rights, nextRid);
    }

    private AccountDatabase with(
            SortedMap<String, UserAccount> newUsers,
            SortedMap<String, LocalGroup> newGroups,
            SortedMap<Sid, Set<Privilege>> newRights,
            int newNextRid) {
        return new AccountDatabase(machineSid, newUsers, newGroups, newRights, newNextRid);
    }

    private static LocalGroup withMembers(LocalGroup group, List<Sid> members) {
        return new LocalGroup(group.name(), group.sid(), group.comment(), members);
    }

    private static List<Sid> without(List<Sid> sids, Sid left) {
        return sids.stream().filter(sid -> !sid.equals(left)).toList();
    }

    private static <T> SortedMap<String, T> replaced(SortedMap<String, T> all, String name, @Nullable T one) {
        SortedMap<String, T> changed = new TreeMap<>(all);
        if (one == null) {
            changed.remove(CaseFolding.fold(name));
        } else {
            changed.put(CaseFolding.fold(name), one);
        }
        return changed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountDatabase that
                && machineSid.equals(that.machineSid)
                && users.equals(that.users)
                && groups.equals(that.groups)
                && rights.equals(that.rights)
                && nextRid == that.nextRid;
    }

    @Override
    public int hashCode() {
        return machineSid.hashCode() * 31 + users.hashCode();
    }

    @Override
    public String toString() {
        return "AccountDatabase[" + machineSid + ", " + users.size() + " users]";
    }
}
