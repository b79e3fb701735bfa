package ntbed.scm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.security.LogonAuthority;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.Win32Error;

/** A local security authority with the accounts a test names. */
final class FakeAuthority implements LogonAuthority {
    private final Map<String, String> passwords = new TreeMap<>();
    private final Map<String, Win32Error> refusals = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private final Map<String, String> oldSecrets = new TreeMap<>();

    void account(String account, String password) {
        passwords.put(NtPath.fold(account), password);
    }

    void refuse(String account, Win32Error error) {
        refusals.put(NtPath.fold(account), error);
    }

    @Override
    public Token logonUser(String account, String password, LogonType type) {
        String folded = NtPath.fold(account);
        if (refusals.containsKey(folded)) {
            throw refusals.get(folded).raise(account);
        }
        if (!password.equals(passwords.get(folded))) {
            throw Win32Error.ERROR_LOGON_FAILURE.raise(account);
        }
        int backslash = account.indexOf('\\');
        return new Token(
                new Sid("S-1-5-21-1-2-3-1001"),
                account.substring(0, backslash),
                account.substring(backslash + 1),
                List.of(Sid.EVERYONE, Sid.SERVICE),
                Set.of(),
                Set.of());
    }

    @Override
    public boolean accountExists(String account) {
        return passwords.containsKey(NtPath.fold(account));
    }

    @Override
    public Optional<String> secret(String name, boolean old) {
        return Optional.ofNullable((old ? oldSecrets : secrets).get(name));
    }

    @Override
    public void storeSecret(String name, Optional<String> value) {
        if (value.isEmpty()) {
            secrets.remove(name);
            oldSecrets.remove(name);
            return;
        }
        String before = secrets.put(name, value.get());
        if (before != null) {
            oldSecrets.put(name, before);
        }
    }
}
