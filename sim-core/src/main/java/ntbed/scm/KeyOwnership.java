package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryKey;
import ntbed.security.AccessCheck;
import ntbed.security.AccessControlEntry;
import ntbed.security.GenericMapping;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;

/**
 * Keys below Services that deny access to SYSTEM: the manager makes them its own, logs 7028 and reads on (Q317039,
 * Q255181, Q248445).
 *
 * <p>What the articles leave open [I]: SYSTEM must be able to read a key and to set its values; the new owner is the
 * one of all that SYSTEM makes, Administrators; one entry for SYSTEM goes before all others, which stay as they are.
 */
final class KeyOwnership {
    private static final int NEEDED = AccessMask.KEY_READ | AccessMask.KEY_SET_VALUE;

    private final Registry registry;
    private final ScmEvents events;

    KeyOwnership(Registry registry, ScmEvents events) {
        this.registry = registry;
        this.events = events;
    }

    /** The keys of that kind, by name, in order; a pure function. */
    static List<String> denied(KeyTree services) {
        List<String> denied = new ArrayList<>(0);
        for (KeyTree key : services.subkeys()) {
            int granted = AccessCheck.granted(key.security(), Token.system(), GenericMapping.KEY);
            if ((granted & NEEDED) != NEEDED) {
                denied.add(key.name());
            }
        }
        return List.copyOf(denied);
    }

    /** Takes a key. */
    void take(String name) {
        Token system = Token.system();
        String path = ScmWorld.key(name);
        try (RegistryKey key = registry.as(system, ScmWorld.ACTOR).openKey(path, AccessMask.WRITE_OWNER)) {
            key.setSecurity(security(path).withOwner(system.defaultOwner()));
        }
        List<AccessControlEntry> entries = new ArrayList<>();
        entries.add(AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS));
        SecurityDescriptor owned = security(path);
        if (owned.dacl() != null) {
            entries.addAll(owned.dacl());
        }
        try (RegistryKey key = registry.as(system, ScmWorld.ACTOR).openKey(path, AccessMask.WRITE_DAC)) {
            key.setSecurity(owned.withDacl(entries));
        }
        events.tookOwnership(name);
    }

    private SecurityDescriptor security(String path) {
        return registry.tree(path)
                .orElseThrow(() -> new AssertionError("gone while it was taken: " + path))
                .security();
    }
}
