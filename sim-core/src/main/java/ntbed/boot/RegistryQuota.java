package ntbed.boot;

import ntbed.process.DesktopSession;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;

/**
 * The registry's share of the paged pool (rule H9): a quarter of it unless {@code RegistrySizeLimit} says otherwise, at
 * least 4 MB, at most four fifths. It counts from the first user's log-on on.
 *
 * <p>Past it the warning of Q180926 comes up. That NT then refuses further keys is not simulated. The pool is 32 MB
 * unless {@code PagedPoolSize} says otherwise, and what a key or value takes in memory is its place in a hive file
 * [I].
 */
final class RegistryQuota {
    private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
    private static final String TITLE = "System Process - Low on Registry Quota";
    private static final String TEXT = "Your system is running low on registry quota. Start the System option in the"
            + " Control Panel and choose the Virtual Memory button to increase the registry quota.";
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 4 * MEGABYTE;
    private static final long DEFAULT_POOL = 32 * MEGABYTE;

    private final Registry registry;

    RegistryQuota(Registry registry) {
        this.registry = registry;
    }

    /** How many bytes the registry may take. */
    long limitBytes() {
        long pool = number(CONTROL + "\\Session Manager\\Memory Management", "PagedPoolSize");
        long poolBytes = pool > 0 ? pool : DEFAULT_POOL;
        long wanted = number(CONTROL, "RegistrySizeLimit");
        long limit = wanted >= 0 ? wanted : poolBytes / 4;
        return Math.min(Math.max(limit, LEAST), poolBytes / 5 * 4);
    }

    /** Warns if the limit is passed; a key that machines share is looked at once for all of them. */
    void check(DesktopSession desktop) {
        long bytes = 0;
        for (HiveMount mount : registry.flushed().keySet()) {
            bytes += registry.tree(mount.path()).map(KeyTree::quotaBytes).orElse(0);
        }
        if (bytes > limitBytes()) {
            desktop.hardError(TITLE, TEXT, DesktopSession.Origin.SYSTEM);
        }
    }

    /** A REG_DWORD as an unsigned number; -1 for a missing value or one of another type. */
    private long number(String key, String name) {
        var dword = registry.value(key, name).map(value -> value.dword());
        return dword.isEmpty() || dword.get().isEmpty()
                ? -1
                : Integer.toUnsignedLong(dword.get().getAsInt());
    }
}
