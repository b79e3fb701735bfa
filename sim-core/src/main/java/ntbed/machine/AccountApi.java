package ntbed.machine;

import java.util.List;
import java.util.Optional;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.security.Token;

/** Accounts, groups and rights of this machine, bound to one token; functions of NetUser, NetLocalGroup and LSA. */
public interface AccountApi {
    /** The machine's SID, {@code S-1-5-21-a-b-c}. */
    Sid machineSid();

    /**
     * An account as the SAM keeps it.
     *
     * @param name the name
     * @param sid the SID
     * @param comment what it is for
     * @param disabled whether it may not log on
     */
    record Account(String name, Sid sid, String comment, boolean disabled) {}

    /** The users, in upper-case order of names. */
    List<Account> users();

    /** The local groups, in upper-case order of names. */
    List<Account> localGroups();

    /** Members of a local group; throws ERROR_NO_SUCH_ALIAS (1376) for an unknown one. */
    List<Sid> members(String localGroup);

    /** SID of {@code name}, {@code DOMAIN\name} or {@code .\name}; empty if unknown (1332 in NT's function). */
    Optional<Sid> lookupName(String name);

    /** {@code DOMAIN\name} of a SID; empty if unknown. */
    Optional<String> lookupSid(Sid sid);

    /** Creates a user: 5 not an administrator, 1316 exists, 1379 a group has the name, 1315 bad name. */
    Sid addUser(String name, String password, String comment);

    /** Deletes a user: 5, 1317, 1371 a built-in one. */
    void deleteUser(String name);

    /** Sets a password: 5, 1317. */
    void setPassword(String name, String password);

    /** Switches an account off or on: 5, 1317. */
    void setDisabled(String name, boolean disabled);

    /** Puts an account into a local group: 5, 1376, 1378. */
    void addMember(String localGroup, Sid member);

    /** Takes an account out: 5, 1376, 1377. */
    void removeMember(String localGroup, Sid member);

    /** Grants a privilege or right, as {@code LsaAddAccountRights}: 5. */
    void grant(Sid account, Privilege right);

    /** Takes a privilege or right away: 5. */
    void revoke(Sid account, Privilege right);

    /**
     * Checks name and password and makes a token, as {@code LogonUser}: 1326, 1331, 1385, 1311.
     *
     * @param account {@code DOMAIN\name}, {@code .\name} or a bare local name
     */
    Token logonUser(String account, String password, LogonType type);

    /** The rights given to an account itself, not through groups. */
    List<Privilege> rightsOf(Sid account);

    /**
     * Gives the machine a new SID and rewrites what refers to the old one: SAM, SECURITY, key names, descriptors.
     * SYSTEM only (5). What {@code Setupcl} does.
     */
    void replaceMachineSid(Sid newSid);

    /**
     * Gives the machine a new machine key (decision D1). SYSTEM only (5). From Service Pack 6a with Internet Explorer
     * 5.01 on, the key containers of the machine are sealed with the new key, so whoever uses them notices nothing; on
     * older systems they stay under the old one and cannot be opened any more (Q326779, decision D2).
     */
    void replaceMachineKey();
}
