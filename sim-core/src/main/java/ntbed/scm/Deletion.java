package ntbed.scm;

import java.util.Optional;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;

/** How a service goes away (A7, K8): at once if it is stopped and nobody has it open, later otherwise. */
final class Deletion {
    private static final String DELETE_FLAG = "DeleteFlag";

    private final ScmWorld world;
    private final ServiceDatabase database;

    Deletion(ScmWorld world, ServiceDatabase database) {
        this.world = world;
        this.database = database;
    }

    /** Marks a service; 1072 if it is marked already. */
    void mark(ServiceRecord service) {
        requireNotMarked(service);
        service.markForDeletion(true);
        world.registry().setValue(ScmWorld.key(service.name()), DELETE_FLAG, RegistryValue.dword(1), ScmWorld.ACTOR);
    }

    /** 1072 for a service that is going away. */
    static void requireNotMarked(ServiceRecord service) {
        if (service.isMarkedForDeletion()) {
            throw Win32Error.ERROR_SERVICE_MARKED_FOR_DELETE.raise(service.name());
        }
    }

    /** Removes record and key if the service is marked, stopped, and its last handle closed. */
    void carryOutIfDue(ServiceRecord service) {
        if (service.isRemovable() && database.byFolded(service.definition().folded()) == service) {
            database.remove(service);
            forget(service.name());
        }
    }

    /** Key and password go together, also for what the last session left marked (K8, U3). */
    void forget(String service) {
        world.registry().deleteTree(ScmWorld.key(service), ScmWorld.ACTOR);
        world.authority().storeSecret(ServiceAccounts.secretName(service), Optional.empty());
    }
}
