package ntbed.registry;

import ntbed.security.Sid;
import ntbed.win32.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * Where a hive hangs in the registry.
 *
 * @param root below which of the two real roots
 * @param name the key there, upper case for the hives of the machine
 */
public record HiveMount(Root root, String name) implements Comparable<HiveMount> {
    public static final HiveMount SYSTEM = new HiveMount(Root.MACHINE, "SYSTEM");
    public static final HiveMount SOFTWARE = new HiveMount(Root.MACHINE, "SOFTWARE");
    public static final HiveMount SAM = new HiveMount(Root.MACHINE, "SAM");
    public static final HiveMount SECURITY = new HiveMount(Root.MACHINE, "SECURITY");

    /** The volatile one: made at each boot. */
    public static final HiveMount HARDWARE = new HiveMount(Root.MACHINE, "HARDWARE");

    /** {@code HKU\.DEFAULT}: the profile of LocalSystem and of the log-on desktop. */
    public static final HiveMount DEFAULT = new HiveMount(Root.USERS, ".DEFAULT");

    /** The hive of the profile Default User: no machine mounts it, but new users begin with a copy of it. */
    public static final HiveMount DEFAULT_USER = new HiveMount(Root.USERS, "Default User");

    /** The two real roots; all other root keys are ways into these. */
    public enum Root {
        MACHINE("HKEY_LOCAL_MACHINE"),
        USERS("HKEY_USERS");

        private final String longName;

        Root(String longName) {
            this.longName = longName;
        }

        /** {@code HKEY_LOCAL_MACHINE} or {@code HKEY_USERS}. */
        public String longName() {
            return longName;
        }
    }

    /** The hive of a logged-on user. */
    public static HiveMount user(Sid sid) {
        return new HiveMount(Root.USERS, sid.text());
    }

    /** {@code HKEY_LOCAL_MACHINE\SYSTEM}. */
    public String path() {
        return root.longName() + "\\" + name;
    }

    @Override
    public int compareTo(HiveMount other) {
        int byRoot = root.compareTo(other.root);
        if (byRoot != 0 || name.equals(other.name)) {
            return byRoot; // most names are constants: folding them would be most of what a look-up costs
        }
        return CaseFolding.fold(name).compareTo(CaseFolding.fold(other.name));
    }

    // Written out: these are the first of a run to be asked, and a record's own would bring up method handles for it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof HiveMount that && root == that.root && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return path();
    }
}
