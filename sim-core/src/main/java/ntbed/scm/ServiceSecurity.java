package ntbed.scm;

import java.util.List;
import java.util.Optional;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.AccessControlEntry.Kind;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/** Who may do what with services (K10) and with the manager itself (K11). */
final class ServiceSecurity {
    private static final int QUERY_AND_INTERROGATE = 0x0002_018D;
    private static final int QUERY_AND_CONTROL = 0x0002_01FD;

    /** K10, from the value that Q294696 prints. */
    static final SecurityDescriptor DEFAULT = new SecurityDescriptor(
            Sid.SYSTEM,
            Sid.SYSTEM,
            List.of(
                    entry(Kind.ALLOWED, Sid.EVERYONE, QUERY_AND_INTERROGATE, 0),
                    entry(Kind.ALLOWED, Sid.POWER_USERS, QUERY_AND_CONTROL, 0),
                    entry(Kind.ALLOWED, Sid.ADMINISTRATORS, AccessMask.SERVICE_ALL_ACCESS, 0),
                    entry(Kind.ALLOWED, Sid.SERVER_OPERATORS, AccessMask.SERVICE_ALL_ACCESS, 0),
                    entry(Kind.ALLOWED, Sid.SYSTEM, QUERY_AND_CONTROL, 0)),
            List.of(entry(Kind.AUDIT, Sid.EVERYONE, AccessMask.SERVICE_ALL_ACCESS, AccessControlEntry.FAILED_ACCESS)));

    /** The manager: everybody may connect, list and ask for the lock; administrators everything (MSDN). */
    static final SecurityDescriptor MANAGER = SecurityDescriptor.of(
            Sid.SYSTEM,
            entry(
                    Kind.ALLOWED,
                    Sid.EVERYONE,
                    AccessMask.READ_CONTROL
                            | AccessMask.SC_MANAGER_CONNECT
                            | AccessMask.SC_MANAGER_ENUMERATE_SERVICE
                            | AccessMask.SC_MANAGER_QUERY_LOCK_STATUS,
                    0),
            entry(Kind.ALLOWED, Sid.ADMINISTRATORS, AccessMask.SC_MANAGER_ALL_ACCESS, 0),
            entry(Kind.ALLOWED, Sid.SYSTEM, AccessMask.SC_MANAGER_ALL_ACCESS, 0));

    private ServiceSecurity() {}

    private static AccessControlEntry entry(Kind kind, Sid sid, int mask, int flags) {
        return new AccessControlEntry(kind, sid, mask, flags);
    }

    /** A service's descriptor: its Security value, or the default where there is none that can be read. */
    static SecurityDescriptor of(ServiceRecord service, Registry registry) {
        SecurityDescriptor known = service.knownSecurity();
        if (known == null) {
            known = registry.value(keyOf(service.name()), "Security")
                    .flatMap(ServiceSecurity::decode)
                    .orElse(DEFAULT);
            service.knownSecurity(known);
        }
        return known;
    }

    private static Optional<SecurityDescriptor> decode(RegistryValue value) {
        try {
            return Optional.of(SecurityDescriptor.decode(value.data()));
        } catch (Win32Exception e) {
            return Optional.empty();
        }
    }

    /** Writes the descriptor of a new service. */
    static void write(ServiceRecord service, Registry registry) {
        registry.setValue(keyOf(service.name()), "Security", RegistryValue.binary(DEFAULT.encode()), ScmWorld.ACTOR);
        service.knownSecurity(DEFAULT);
    }

    private static String keyOf(String service) {
        return ScmWorld.key(service) + "\\Security";
    }
}
