package ntbed.security;

import java.util.Optional;

/** What the local security authority (lsass) does for log-ons and for the service control manager. */
public interface LogonAuthority {
    /** How somebody logs on; each kind needs its right. */
    enum LogonType {
        INTERACTIVE,
        NETWORK,
        BATCH,
        SERVICE
    }

    /**
     * Checks name and password and makes a token, as {@code LogonUser}.
     *
     * @param account {@code DOMAIN\name}, {@code .\name} or a bare local name
     * @throws ntbed.win32.Win32Exception 1326 unknown user or wrong password, 1331 disabled, 1385 right not granted,
     *     1311 no logon server for a foreign domain
     */
    Token logonUser(String account, String password, LogonType type);

    /** Whether {@code DOMAIN\name}, {@code .\name} or {@code LocalSystem} names an account that exists. */
    boolean accountExists(String account);

    /**
     * A private secret of LSA, for example {@code _SC_Schedule}.
     *
     * @param old true = the value before the last change
     */
    Optional<String> secret(String name, boolean old);

    /** Stores a secret; the value it had becomes the old one. Empty = delete both. */
    void storeSecret(String name, Optional<String> value);
}
