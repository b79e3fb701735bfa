package ntbed.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.registry.HiveBuilder;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.LocalGroup;
import ntbed.security.PasswordHash;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.security.UserAccount;

/**
 * The accounts as they lie in the SAM and SECURITY hives.
 *
 * <p>The keys are NT's ({@code SAM\Domains\Account\Users\000001F4}, {@code Policy\Accounts\S-1-...}); the values in
 * them are ours [M], one a fact, since NT's own packed {@code F} and {@code V} are not documented. A user is kept by
 * its relative id, so the machine's SID stands in one value for all of them. Damaged entries are passed over, as if
 * they were not there.
 */
public final class AccountHives {
    static final String SAM = "HKLM\\SAM";
    static final String SECURITY = "HKLM\\SECURITY";
    private static final String ACCOUNT = "SAM\\Domains\\Account";
    private static final String USERS = ACCOUNT + "\\Users";
    private static final String ALIASES = "SAM\\Domains\\Builtin\\Aliases";
    private static final String RIGHTS = "Policy\\Accounts";
    private static final Sid NO_MACHINE = new Sid("S-1-5-21-0-0-0");

    private AccountHives() {}

    /** Somewhere that values can be put and keys deleted, by path below the hive's root. */
    interface Target {
        void set(String path, String name, RegistryValue value);

        void delete(String path);
    }

    /** Writes a database into hives of a machine that is off. */
    public static void write(AccountDatabase database, HiveBuilder sam, HiveBuilder security) {
        write(database, Optional.empty(), target(sam), target(security));
    }

    private static Target target(HiveBuilder hive) {
        return new Target() {
            @Override
            public void set(String path, String name, RegistryValue value) {
                hive.set(path, name, value);
            }

            @Override
            public void delete(String path) {
                hive.delete(path);
            }
        };
    }

    /** Writes what differs from the database that was there. */
    static void write(AccountDatabase database, Optional<AccountDatabase> before, Target sam, Target security) {
        sam.set(ACCOUNT, "Sid", RegistryValue.sz(database.machineSid().text()));
        sam.set(ACCOUNT, "NextRid", RegistryValue.dword(database.nextRid()));
        List<UserAccount> oldUsers = before.map(AccountDatabase::users).orElse(List.of());
        for (UserAccount old : oldUsers) {
            if (database.user(old.name()).isEmpty()) {
                sam.delete(USERS + "\\" + rid(old.sid()));
            }
        }
        for (UserAccount user : database.users()) {
            if (!oldUsers.contains(user)) {
                write(user, sam);
            }
        }
        List<LocalGroup> oldGroups = before.map(AccountDatabase::groups).orElse(List.of());
        for (LocalGroup group : database.groups()) {
            if (!oldGroups.contains(group)) {
                write(group, sam);
            }
        }
        writeRights(database, before, security);
    }

    private static void write(UserAccount user, Target sam) {
        String path = USERS + "\\" + rid(user.sid());
        sam.set(path, "Name", RegistryValue.sz(user.name()));
        sam.set(path, "Comment", RegistryValue.sz(user.comment()));
        sam.set(path, "Disabled", RegistryValue.dword(user.disabled() ? 1 : 0));
        sam.set(path, "Password", RegistryValue.binary(user.password().encode()));
    }

    private static void write(LocalGroup group, Target sam) {
        String path = ALIASES + "\\" + rid(group.sid());
        sam.set(path, "Name", RegistryValue.sz(group.name()));
        sam.set(path, "Sid", RegistryValue.sz(group.sid().text()));
        sam.set(path, "Comment", RegistryValue.sz(group.comment()));
        sam.set(path, "Members", RegistryValue.multiSz(texts(group.members())));
    }

    private static void writeRights(AccountDatabase database, Optional<AccountDatabase> before, Target security) {
        for (Sid old : before.map(AccountDatabase::grantees).orElse(List.of())) {
            if (database.rightsOf(old).isEmpty()) {
                security.delete(RIGHTS + "\\" + old.text());
            }
        }
        for (Sid account : database.grantees()) {
            List<Privilege> rights = database.rightsOf(account);
            if (before.isEmpty() || !before.get().rightsOf(account).equals(rights)) {
                List<String> names = new ArrayList<>();
                rights.forEach(right -> names.add(right.text()));
                security.set(RIGHTS + "\\" + account.text(), "Rights", RegistryValue.multiSz(names));
            }
        }
    }

    /** Reads the database from the roots of both hives. */
    public static AccountDatabase read(KeyTree sam, KeyTree security) {
        Optional<KeyTree> account = sam.descend(ACCOUNT);
        Sid machine = account.flatMap(key -> Sid.parse(text(key, "Sid")))
                .filter(Sid::isDomain)
                .orElse(NO_MACHINE);
        int nextRid = account.map(key -> DriverOrder.number(key, "NextRid", Sid.RID_FIRST_FREE))
                .orElse(Sid.RID_FIRST_FREE);
        List<UserAccount> users = new ArrayList<>();
        for (KeyTree key : subkeys(sam, USERS)) {
            user(key, machine).ifPresent(users::add);
        }
        List<LocalGroup> groups = new ArrayList<>();
        for (KeyTree key : subkeys(sam, ALIASES)) {
            group(key).ifPresent(groups::add);
        }
        return AccountDatabase.of(machine, users, groups, rights(security), nextRid);
    }

    private static Optional<UserAccount> user(KeyTree key, Sid machine) {
        String name = text(key, "Name");
        byte[] hash = key.value("Password").map(RegistryValue::data).orElse(new byte[0]);
        if (name.isEmpty() || hash.length != PasswordHash.BYTES || !isHex(key.name())) {
            return Optional.empty();
        }
        Sid sid = machine.withRid(Long.parseLong(key.name(), 16));
        boolean disabled = DriverOrder.number(key, "Disabled", 0) != 0;
        return Optional.of(new UserAccount(name, sid, text(key, "Comment"), disabled, PasswordHash.decode(hash)));
    }

    private static Optional<LocalGroup> group(KeyTree key) {
        String name = text(key, "Name");
        Optional<Sid> sid = Sid.parse(text(key, "Sid"));
        List<Sid> members = new ArrayList<>();
        for (String member : key.value("Members").flatMap(RegistryValue::texts).orElse(List.of())) {
            Sid.parse(member).ifPresent(members::add);
        }
        return name.isEmpty() || sid.isEmpty()
                ? Optional.empty()
                : Optional.of(new LocalGroup(name, sid.get(), text(key, "Comment"), members));
    }

    private static SortedMap<Sid, Set<Privilege>> rights(KeyTree security) {
        SortedMap<Sid, Set<Privilege>> rights = new TreeMap<>();
        for (KeyTree key : subkeys(security, RIGHTS)) {
            Optional<Sid> account = Sid.parse(key.name());
            if (account.isPresent()) {
                Set<Privilege> some = EnumSet.noneOf(Privilege.class);
                List<String> names =
                        key.value("Rights").flatMap(RegistryValue::texts).orElse(List.of());
                for (Privilege privilege : Privilege.values()) {
                    if (names.contains(privilege.text())) {
                        some.add(privilege);
                    }
                }
                rights.put(account.get(), some);
            }
        }
        return rights;
    }

    /** A private secret of LSA as a value: its UTF-16 text. */
    static RegistryValue secretValue(String text) {
        return RegistryValue.binary(text.getBytes(StandardCharsets.UTF_16LE));
    }

    static String secretText(RegistryValue value) {
        return new String(value.data(), StandardCharsets.UTF_16LE);
    }

    private static List<KeyTree> subkeys(KeyTree root, String path) {
        return root.descend(path).map(KeyTree::subkeys).orElse(List.of());
    }

    private static String text(KeyTree key, String name) {
        return key.value(name).flatMap(RegistryValue::text).orElse("");
    }

    private static List<String> texts(List<Sid> sids) {
        List<String> texts = new ArrayList<>();
        sids.forEach(sid -> texts.add(sid.text()));
        return texts;
    }

    private static String rid(Sid sid) {
        StringBuilder hex = new StringBuilder(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            hex.append("0123456789ABCDEF".charAt((int) (sid.rid() >>> shift) & 15));
        }
        return hex.toString();
    }

    private static boolean isHex(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return false;
            }
        }
        return name.length() == 8;
    }
}
