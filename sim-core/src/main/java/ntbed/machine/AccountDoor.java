package ntbed.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import ntbed.boot.LocalSecurityAuthority;
import ntbed.crypto.MachineKey;
import ntbed.filesystem.NtPath;
import ntbed.security.AccountDatabase;
import ntbed.security.LocalGroup;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.security.UserAccount;
import ntbed.win32.Win32Error;

/**
 * Accounts as a token may see and change them: everybody reads, Administrators change, SYSTEM alone renews the machine.
 */
final class AccountDoor implements AccountApi {
    private static final SortedMap<String, Sid> WELL_KNOWN = wellKnown();

    private final PowerCycle cycle;
    private final Token token;
    private final String actor;
    private final LocalSecurityAuthority authority;

    AccountDoor(PowerCycle cycle, Token token, String actor) {
        this.cycle = cycle;
        this.token = token;
        this.actor = actor;
        this.authority = cycle.boot().authority();
    }

    private static SortedMap<String, Sid> wellKnown() {
        SortedMap<String, Sid> names = new TreeMap<>();
        names.put("Everyone", Sid.EVERYONE);
        names.put("CREATOR OWNER", Sid.CREATOR_OWNER);
        names.put("NT AUTHORITY\\NETWORK", Sid.NETWORK);
        names.put("NT AUTHORITY\\INTERACTIVE", Sid.INTERACTIVE);
        names.put("NT AUTHORITY\\SERVICE", Sid.SERVICE);
        names.put("NT AUTHORITY\\Authenticated Users", Sid.AUTHENTICATED_USERS);
        names.put("NT AUTHORITY\\SYSTEM", Sid.SYSTEM);
        return names;
    }

    @Override
    public Sid machineSid() {
        return accounts().machineSid();
    }

    @Override
    public List<Account> users() {
        List<Account> users = new ArrayList<>();
        for (UserAccount user : accounts().users()) {
            users.add(new Account(user.name(), user.sid(), user.comment(), user.disabled()));
        }
        return List.copyOf(users);
    }

    @Override
    public List<Account> localGroups() {
        List<Account> groups = new ArrayList<>();
        for (LocalGroup group : accounts().groups()) {
            groups.add(new Account(group.name(), group.sid(), group.comment(), false));
        }
        return List.copyOf(groups);
    }

    @Override
    public List<Sid> members(String localGroup) {
        return accounts().requireGroup(localGroup).members();
    }

    @Override
    public Optional<Sid> lookupName(String name) {
        String folded = NtPath.fold(name);
        for (var known : WELL_KNOWN.entrySet()) {
            String whole = NtPath.fold(known.getKey());
            if (whole.equals(folded) || whole.endsWith("\\" + folded)) {
                return Optional.of(known.getValue());
            }
        }
        String bare = folded.startsWith("BUILTIN\\")
                ? name.substring("BUILTIN\\".length())
                : authority.localName(name).orElse("");
        Optional<Sid> user = accounts().user(bare).map(UserAccount::sid);
        return user.isPresent() ? user : accounts().group(bare).map(LocalGroup::sid);
    }

    @Override
    public Optional<String> lookupSid(Sid sid) {
        for (var known : WELL_KNOWN.entrySet()) {
            if (known.getValue().equals(sid)) {
                return Optional.of(known.getKey());
            }
        }
        for (LocalGroup group : accounts().groups()) {
            if (group.sid().equals(sid)) {
                return Optional.of("BUILTIN\\" + group.name());
            }
        }
        String computer = authority.computerName();
        return accounts().user(sid).map(user -> computer + "\\" + user.name());
    }

    @Override
    public Sid addUser(String name, String password, String comment) {
        return change(accounts -> accounts.withUser(name, password, comment))
                .requireUser(name)
                .sid();
    }

    @Override
    public void deleteUser(String name) {
        AccountDatabase unused = change(accounts -> accounts.withoutUser(name));
    }

    @Override
    public void setPassword(String name, String password) {
        AccountDatabase unused = change(accounts -> accounts.withPassword(name, password));
    }

    @Override
    public void setDisabled(String name, boolean disabled) {
        AccountDatabase unused = change(accounts -> accounts.withDisabled(name, disabled));
    }

    @Override
    public void addMember(String localGroup, Sid member) {
        AccountDatabase unused = change(accounts -> accounts.withMember(localGroup, member));
    }

    @Override
    public void removeMember(String localGroup, Sid member) {
        AccountDatabase unused = change(accounts -> accounts.withoutMember(localGroup, member));
    }

    @Override
    public void grant(Sid account, Privilege right) {
        AccountDatabase unused = change(accounts -> accounts.withRight(account, right));
    }

    @Override
    public void revoke(Sid account, Privilege right) {
        AccountDatabase unused = change(accounts -> accounts.withoutRight(account, right));
    }

    @Override
    public Token logonUser(String account, String password, LogonType type) {
        return authority.logonUser(account, password, type);
    }

    @Override
    public List<Privilege> rightsOf(Sid account) {
        return accounts().rightsOf(account);
    }

    @Override
    public void replaceMachineSid(Sid newSid) {
        requireSystem("machine SID");
        cycle.boot().replaceMachineSid(newSid, actor);
    }

    @Override
    public void replaceMachineKey() {
        requireSystem("machine key");
        new MachineKeyChange(cycle.parts().registry(), actor)
                .replace(MachineKey.generate(cycle.parts().random().fork("machine key")));
    }

    private AccountDatabase accounts() {
        return authority.accounts();
    }

    private AccountDatabase change(UnaryOperator<AccountDatabase> change) {
        if (!token.is(Sid.ADMINISTRATORS)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise("account database");
        }
        return authority.change(change);
    }

    private void requireSystem(String what) {
        if (!token.user().equals(Sid.SYSTEM)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(what);
        }
    }
}
