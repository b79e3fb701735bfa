package ntbed.boot;

import java.util.Optional;
import java.util.function.UnaryOperator;
import ntbed.filesystem.NtPath;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.LogonAuthority;
import ntbed.security.Token;
import ntbed.security.UserAccount;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * LSASS: accounts and secrets in the SAM and SECURITY hives, checked log-ons, tokens.
 *
 * <p>Whatever changes an account changes the hive; whoever changes the hive has changed the account. No access checks:
 * who asks for somebody else checks first.
 */
public final class LocalSecurityAuthority implements LogonAuthority {
    private static final String ACTOR = "lsass.exe";
    private static final String SECRETS = AccountHives.SECURITY + "\\Policy\\Secrets\\";
    private static final String CURRENT = "CurrVal";
    private static final String OLD = "OldVal";
    private static final String LOCAL_SYSTEM = "LocalSystem";

    private final Registry registry;
    private @Nullable KeyTree samRead;
    private @Nullable KeyTree securityRead;
    private @Nullable AccountDatabase read;

    LocalSecurityAuthority(Registry registry) {
        this.registry = registry;
    }

    /** The accounts as the hives have them now. */
    public AccountDatabase accounts() {
        KeyTree sam = registry.tree(AccountHives.SAM).orElseThrow(AssertionError::new);
        KeyTree security = registry.tree(AccountHives.SECURITY).orElseThrow(AssertionError::new);
        AccountDatabase known = read;
        if (known == null || sam != samRead || security != securityRead) {
            known = AccountHives.read(sam, security);
            read = known;
            samRead = sam;
            securityRead = security;
        }
        return known;
    }

    /** Changes the accounts and the hives with them. */
    public AccountDatabase change(UnaryOperator<AccountDatabase> change) {
        AccountDatabase before = accounts();
        AccountDatabase after = change.apply(before);
        AccountHives.write(after, Optional.of(before), target(AccountHives.SAM), target(AccountHives.SECURITY));
        return after;
    }

    private AccountHives.Target target(String hive) {
        return new AccountHives.Target() {
            @Override
            public void set(String path, String name, RegistryValue value) {
                String whole = hive + "\\" + path;
                boolean same = registry.value(whole, name).filter(value::equals).isPresent();
                if (!same) {
                    registry.setValue(whole, name, value, ACTOR);
                }
            }

            @Override
            public void delete(String path) {
                registry.deleteTree(hive + "\\" + path, ACTOR);
            }
        };
    }

    @Override
    public Token logonUser(String account, String password, LogonType type) {
        if (isLocalSystem(account)) {
            return Token.system();
        }
        String name = localName(account).orElseThrow(() -> Win32Error.ERROR_NO_LOGON_SERVERS.raise(account));
        AccountDatabase accounts = accounts();
        UserAccount user = accounts.user(name)
                .filter(candidate -> candidate.password().matches(password))
                .orElseThrow(() -> Win32Error.ERROR_LOGON_FAILURE.raise(account));
        if (user.disabled()) {
            throw Win32Error.ERROR_ACCOUNT_DISABLED.raise(account);
        }
        if (!accounts.mayLogOn(user, type)) {
            throw Win32Error.ERROR_LOGON_TYPE_NOT_GRANTED.raise(account);
        }
        return accounts.tokenFor(user, type, SystemEnvironment.computerName(registry));
    }

    @Override
    public boolean accountExists(String account) {
        return isLocalSystem(account)
                || localName(account).flatMap(name -> accounts().user(name)).isPresent();
    }

    @Override
    public Optional<String> secret(String name, boolean old) {
        return registry.value(SECRETS + name + "\\" + (old ? OLD : CURRENT), "").map(AccountHives::secretText);
    }

    @Override
    public void storeSecret(String name, Optional<String> value) {
        if (value.isEmpty()) {
            registry.deleteTree(SECRETS + name, ACTOR);
            return;
        }
        Optional<RegistryValue> current = registry.value(SECRETS + name + "\\" + CURRENT, "");
        current.ifPresent(before -> registry.setValue(SECRETS + name + "\\" + OLD, "", before, ACTOR));
        registry.setValue(SECRETS + name + "\\" + CURRENT, "", AccountHives.secretValue(value.get()), ACTOR);
    }

    /**
     * The bare name of a local account: {@code .\name}, {@code COMPUTER\name} or {@code name}; empty for a domain's.
     */
    public Optional<String> localName(String account) {
        int backslash = account.indexOf('\\');
        if (backslash < 0) {
            return Optional.of(account);
        }
        String domain = account.substring(0, backslash);
        boolean local = domain.equals(".") || NtPath.fold(domain).equals(SystemEnvironment.computerName(registry));
        return local ? Optional.of(account.substring(backslash + 1)) : Optional.empty();
    }

    /** The domain of local accounts. */
    public String computerName() {
        return SystemEnvironment.computerName(registry);
    }

    private static boolean isLocalSystem(String account) {
        return CaseFolding.same(account, LOCAL_SYSTEM) || CaseFolding.same(account, "NT AUTHORITY\\SYSTEM");
    }
}
