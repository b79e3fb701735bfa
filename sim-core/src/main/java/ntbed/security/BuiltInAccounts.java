package ntbed.security;

import static ntbed.security.Privilege.SE_BACKUP;
import static ntbed.security.Privilege.SE_CHANGE_NOTIFY;
import static ntbed.security.Privilege.SE_CREATE_PAGEFILE;
import static ntbed.security.Privilege.SE_DEBUG;
import static ntbed.security.Privilege.SE_INCREASE_BASE_PRIORITY;
import static ntbed.security.Privilege.SE_INCREASE_QUOTA;
import static ntbed.security.Privilege.SE_INTERACTIVE_LOGON;
import static ntbed.security.Privilege.SE_LOAD_DRIVER;
import static ntbed.security.Privilege.SE_NETWORK_LOGON;
import static ntbed.security.Privilege.SE_PROFILE_SINGLE_PROCESS;
import static ntbed.security.Privilege.SE_REMOTE_SHUTDOWN;
import static ntbed.security.Privilege.SE_RESTORE;
import static ntbed.security.Privilege.SE_SECURITY;
import static ntbed.security.Privilege.SE_SHUTDOWN;
import static ntbed.security.Privilege.SE_SYSTEMTIME;
import static ntbed.security.Privilege.SE_SYSTEM_ENVIRONMENT;
import static ntbed.security.Privilege.SE_SYSTEM_PROFILE;
import static ntbed.security.Privilege.SE_TAKE_OWNERSHIP;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts, local groups and rights that setup makes on a machine that is no domain controller.
 *
 * <p>Source: NT 4.0 Resource Guide and the online help of User Manager, "default user rights". The Account, Server and
 * Print Operators exist on domain controllers alone. Inferred [I]: a stand-alone server differs from a workstation in
 * one right: only Administrators, Backup Operators and Power Users shut it down.
 */
final class BuiltInAccounts {
    private static final PasswordHash BLANK = PasswordHash.of("");

    private BuiltInAccounts() {}

    static List<UserAccount> users(Sid machine) {
        return List.of(
                new UserAccount(
                        "Administrator",
                        machine.withRid(Sid.RID_ADMINISTRATOR),
                        "Built-in account for administering the computer/domain",
                        false,
                        BLANK),
                new UserAccount(
                        "Guest",
                        machine.withRid(Sid.RID_GUEST),
                        "Built-in account for guest access to the computer/domain",
                        true,
                        BLANK));
    }

    static List<LocalGroup> groups(Sid machine) {
        return List.of(
                group("Administrators", Sid.ADMINISTRATORS, machine.withRid(Sid.RID_ADMINISTRATOR)),
                group("Backup Operators", Sid.BACKUP_OPERATORS),
                group("Guests", Sid.GUESTS, machine.withRid(Sid.RID_GUEST)),
                group("Power Users", Sid.POWER_USERS),
                group("Replicator", Sid.REPLICATOR),
                group("Users", Sid.USERS));
    }

    private static LocalGroup group(String name, Sid sid, Sid... members) {
        return new LocalGroup(name, sid, "", List.of(members));
    }

    static SortedMap<Sid, Set<Privilege>> rights(boolean server) {
        SortedMap<Sid, Set<Privilege>> rights = new TreeMap<>();
        rights.put(
                Sid.ADMINISTRATORS,
                EnumSet.of(
                        SE_BACKUP,
                        SE_CREATE_PAGEFILE,
                        SE_DEBUG,
                        SE_INCREASE_BASE_PRIORITY,
                        SE_INCREASE_QUOTA,
                        SE_LOAD_DRIVER,
                        SE_PROFILE_SINGLE_PROCESS,
                        SE_REMOTE_SHUTDOWN,
                        SE_RESTORE,
                        SE_SECURITY,
                        SE_SHUTDOWN,
                        SE_SYSTEM_ENVIRONMENT,
                        SE_SYSTEM_PROFILE,
                        SE_SYSTEMTIME,
                        SE_TAKE_OWNERSHIP,
                        SE_INTERACTIVE_LOGON,
                        SE_NETWORK_LOGON));
        rights.put(
                Sid.POWER_USERS,
                EnumSet.of(
                        SE_INCREASE_BASE_PRIORITY,
                        SE_PROFILE_SINGLE_PROCESS,
                        SE_REMOTE_SHUTDOWN,
                        SE_SHUTDOWN,
                        SE_SYSTEMTIME,
                        SE_INTERACTIVE_LOGON,
                        SE_NETWORK_LOGON));
        rights.put(Sid.BACKUP_OPERATORS, EnumSet.of(SE_BACKUP, SE_RESTORE, SE_SHUTDOWN, SE_INTERACTIVE_LOGON));
        rights.put(Sid.EVERYONE, everyone(server, SE_CHANGE_NOTIFY, SE_NETWORK_LOGON, SE_INTERACTIVE_LOGON));
        rights.put(Sid.GUESTS, everyone(server, SE_INTERACTIVE_LOGON));
        rights.put(Sid.USERS, everyone(server, SE_INTERACTIVE_LOGON));
        return rights;
    }

    private static Set<Privilege> everyone(boolean server, Privilege first, Privilege... more) {
        Set<Privilege> rights = EnumSet.of(first, more);
        if (!server) {
            rights.add(SE_SHUTDOWN);
        }
        return rights;
    }
}
