package ntbed.scm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ntbed.filesystem.NtPath;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** What a configuration must fulfil to be created or changed to (A2, A6, G8, U6). */
final class ConfigRules {
    private static final int MAX_ERROR_CONTROL = 3;

    private ConfigRules() {}

    /** 123 for a name that is empty, too long or has a slash (K1). */
    static void requireName(String name) {
        boolean legal = !name.isEmpty()
                && name.length() <= ServiceDefinition.MAX_NAME_CHARS
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0;
        if (!legal) {
            throw Win32Error.ERROR_INVALID_NAME.raise(name);
        }
    }

    /** 87 for types, start types and error controls that do not exist or do not go together (K4, K5, U6). */
    static void requirePossible(ServiceDefinition service) {
        boolean isInteractive = (service.type() & ServiceConfig.INTERACTIVE_PROCESS) != 0;
        boolean possible = ServiceDefinition.possibleType(service.type())
                && service.start() >= ServiceConfig.BOOT_START
                && service.start() <= ServiceConfig.DISABLED
                && (service.isDriver() || service.start() >= ServiceConfig.AUTO_START)
                && service.errorControl() >= 0
                && service.errorControl() <= MAX_ERROR_CONTROL
                && !(isInteractive && !ServiceAccounts.isLocalSystem(service.account()));
        if (!possible) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(service.name());
        }
    }

    /** 1078 for a shown name that is another service's shown name or key name. */
    static void requireFreeDisplayName(ServiceDatabase database, String displayName, String owner) {
        Optional<ServiceRecord> shown = database.findShown(displayName);
        Optional<ServiceRecord> named = database.find(displayName);
        if (isOther(shown, owner) || isOther(named, owner)) {
            throw Win32Error.ERROR_DUPLICATE_SERVICE_NAME.raise(displayName);
        }
    }

    private static boolean isOther(Optional<ServiceRecord> found, String owner) {
        return found.isPresent() && !NtPath.fold(found.get().name()).equals(NtPath.fold(owner));
    }

    /** 1059 if the service would come to depend on itself (G8). */
    static void requireNoCycle(ServiceDatabase database, ServiceDefinition changed) {
        Set<String> seen = new HashSet<>();
        List<ServiceDefinition> open = new ArrayList<>(List.of(changed));
        while (!open.isEmpty()) {
            ServiceDefinition next = open.remove(open.size() - 1);
            for (String name : next.dependOnServices()) {
                String folded = NtPath.fold(name);
                if (folded.equals(changed.folded())) {
                    throw Win32Error.ERROR_CIRCULAR_DEPENDENCY.raise(changed.name());
                }
                @Nullable ServiceRecord needed = seen.add(folded) ? database.byFolded(folded) : null;
                if (needed != null) {
                    open.add(needed.definition());
                }
            }
        }
    }
}
