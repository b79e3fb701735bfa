package ntbed.scm;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.security.LogonAuthority;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.security.Token;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** Who services run as (U1 to U5). */
final class ServiceAccounts {
    private static final String LOCAL_SYSTEM = NtPath.fold("LocalSystem");

    private final LogonAuthority authority;
    private final ScmEvents events;

    ServiceAccounts(LogonAuthority authority, ScmEvents events) {
        this.authority = authority;
        this.events = events;
    }

    /** Name of the secret with a service's password (U3). */
    static String secretName(String service) {
        return "_SC_" + service;
    }

    /** Whether the account is the machine itself. */
    static boolean isLocalSystem(String account) {
        return account.isEmpty() || NtPath.fold(account).equals(LOCAL_SYSTEM);
    }

    /**
     * Logs a service on.
     *
     * @throws Win32Exception 1057 a name without a backslash (7008), 1069 the log-on failed (7013, 7014)
     */
    Token logOn(String service, String account) {
        if (isLocalSystem(account)) {
            return Token.system();
        }
        if (account.indexOf('\\') < 0) {
            events.badAccountName();
            throw Win32Error.ERROR_INVALID_SERVICE_ACCOUNT.raise(service);
        }
        try {
            return logOn(service, account, false);
        } catch (Win32Exception first) {
            events.firstLogonFailed(first.code());
            return secondAttempt(service, account, first);
        }
    }

    /** U3: the password before the last change, if there is one and it was the password that was refused. */
    private Token secondAttempt(String service, String account, Win32Exception first) {
        boolean passwordRefused = first.error() == Win32Error.ERROR_LOGON_FAILURE;
        if (passwordRefused && authority.secret(secretName(service), true).isPresent()) {
            try {
                return logOn(service, account, true);
            } catch (Win32Exception second) {
                events.secondLogonFailed(second.code());
            }
        }
        throw Win32Error.ERROR_SERVICE_LOGON_FAILED.raise(service);
    }

    private Token logOn(String service, String account, boolean old) {
        Optional<String> password = authority.secret(secretName(service), old);
        return authority.logonUser(account, password.orElse(""), LogonType.SERVICE);
    }

    /** 1057 for an account that does not exist or is not of the form {@code DOMAIN\name} (U2, U4). */
    void requireAccount(String account) {
        if (!isLocalSystem(account) && (account.indexOf('\\') < 0 || !authority.accountExists(account))) {
            throw Win32Error.ERROR_INVALID_SERVICE_ACCOUNT.raise(account);
        }
    }

    /** Keeps a password, or forgets it for LocalSystem. */
    void keepPassword(String service, String account, Optional<String> password) {
        if (isLocalSystem(account)) {
            authority.storeSecret(secretName(service), Optional.empty());
        } else if (password.isPresent()) {
            authority.storeSecret(secretName(service), password);
        }
    }

    /** As {@link #keepPassword} for a new service: a secret left over from another one is a collision, 7005 (U4). */
    void keepFirstPassword(String service, String account, Optional<String> password) {
        if (isLocalSystem(account)) {
            return;
        }
        if (authority.secret(secretName(service), false).isPresent()) {
            events.callFailed("LsaCreateSecret", "C0000035");
        }
        keepPassword(service, account, Optional.of(password.orElse("")));
    }
}
