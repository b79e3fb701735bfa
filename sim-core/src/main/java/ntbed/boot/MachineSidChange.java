package ntbed.boot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * What Setupcl does to everything outside SAM and SECURITY that names the machine's old SID: keys named by a user's
 * SID, owners and the Administrator's entries in the descriptors of keys and files, and the hives of users who are not
 * logged on. What was permitted to other local accounts stays under the old SID and is worth nothing from then on
 * (Q196019).
 *
 * <p>One walk over keys and files, done at once: it happens once in a machine's life, and most objects share a few
 * descriptors, each of which is looked at once and, if it does not name the old SID, costs nothing more. A key or file
 * that is closed even to SYSTEM keeps its descriptor.
 */
final class MachineSidChange {
    private static final String PROFILE_LIST = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";
    private static final int WRITE_SECURITY = AccessMask.WRITE_DAC | AccessMask.WRITE_OWNER;

    private final Sid before;
    private final Sid after;
    private final IdentityHashMap<SecurityDescriptor, Optional<SecurityDescriptor>> seen = new IdentityHashMap<>();

    MachineSidChange(Sid before, Sid after) {
        this.before = before;
        this.after = after;
    }

    /** Keys named by SIDs, then the descriptors of all loaded hives. */
    void keys(Registry registry, String actor) {
        for (KeyTree profile : registry.tree(PROFILE_LIST).map(KeyTree::subkeys).orElse(List.of())) {
            String renamed = moved(profile.name());
            if (!renamed.equals(profile.name())) {
                registry.copyTree(PROFILE_LIST + "\\" + profile.name(), PROFILE_LIST + "\\" + renamed, actor);
                registry.deleteTree(PROFILE_LIST + "\\" + profile.name(), actor);
            }
        }
        RegistryApi system = registry.as(Token.system(), actor);
        for (HiveMount mount : registry.flushed().keySet()) {
            registry.tree(mount.path()).ifPresent(root -> key(system, mount.path(), root));
        }
    }

    private void key(RegistryApi system, String path, KeyTree key) {
        change(key.security()).ifPresent(changed -> secure(system, path, changed));
        for (KeyTree subkey : key.subkeys()) {
            key(system, path + "\\" + subkey.name(), subkey);
        }
    }

    private static void secure(RegistryApi system, String path, SecurityDescriptor changed) {
        try (RegistryKey open = system.openKey(path, WRITE_SECURITY)) {
            open.setSecurity(changed);
        } catch (Win32Exception e) {
            // Closed even to SYSTEM: the refusal is in the trace, the descriptor stays.
            return;
        }
    }

    /** Descriptors of everything in a directory; one whose entries SYSTEM may not list is as closed as they are. */
    void files(FileApi files, NtPath directory) {
        List<FileEntry> entries;
        try {
            entries = files.list(directory);
        } catch (Win32Exception e) {
            return;
        }
        for (FileEntry entry : entries) {
            secure(files, entry.path());
            if (entry.attributes().has(FileAttributes.DIRECTORY)) {
                files(files, entry.path());
            }
        }
    }

    private void secure(FileApi files, NtPath path) {
        try {
            change(files.security(path)).ifPresent(changed -> files.setSecurity(path, changed));
        } catch (Win32Exception e) {
            // As with a key: it stays as it is.
            return;
        }
    }

    /** The same hives, those of this machine's users under their new names and with new descriptors. */
    BootDisk users(BootDisk disk) {
        SortedMap<HiveMount, HiveImage> hives = new TreeMap<>();
        disk.hives().forEach((mount, hive) -> {
            String renamed = moved(mount.name());
            if (renamed.equals(mount.name())) {
                hives.putIfAbsent(mount, hive);
            } else {
                hives.put(new HiveMount(mount.root(), renamed), userHive(hive));
            }
        });
        return new BootDisk(hives, disk.systemAlternate());
    }

    /** A user's own hive goes along whole: without it nobody could log on with the old profile [I]. */
    private HiveImage userHive(HiveImage hive) {
        HiveBuilder builder = HiveBuilder.of(hive);
        userKey(builder, "", hive.root());
        return builder.build();
    }

    private void userKey(HiveBuilder builder, String path, KeyTree key) {
        changed(key.security(), true).ifPresent(changed -> builder.security(path, changed));
        for (KeyTree subkey : key.subkeys()) {
            userKey(builder, path.isEmpty() ? subkey.name() : path + "\\" + subkey.name(), subkey);
        }
    }

    /** The descriptor with the new SID; empty if it does not name the old one. */
    private Optional<SecurityDescriptor> change(SecurityDescriptor descriptor) {
        return seen.computeIfAbsent(descriptor, old -> changed(old, false));
    }

    private Optional<SecurityDescriptor> changed(SecurityDescriptor old, boolean everyEntry) {
        SecurityDescriptor changed = new SecurityDescriptor(
                moved(old.owner()), moved(old.group()), moved(old.dacl(), everyEntry), moved(old.sacl(), everyEntry));
        return changed.equals(old) ? Optional.empty() : Optional.of(changed);
    }

    private @Nullable List<AccessControlEntry> moved(@Nullable List<AccessControlEntry> list, boolean everyEntry) {
        if (list == null) {
            return null;
        }
        List<AccessControlEntry> entries = new ArrayList<>(list.size());
        for (AccessControlEntry entry : list) {
            boolean survives =
                    everyEntry || (entry.sid().isIn(before) && entry.sid().rid() == Sid.RID_ADMINISTRATOR);
            entries.add(
                    survives
                            ? new AccessControlEntry(entry.kind(), moved(entry.sid()), entry.mask(), entry.flags())
                            : entry);
        }
        return entries;
    }

    private Sid moved(Sid sid) {
        return sid.isIn(before) ? after.withRid(sid.rid()) : sid;
    }

    private String moved(String name) {
        if (!name.startsWith(before.text() + "-")) {
            return name;
        }
        return Sid.parse(name).map(this::moved).map(Sid::text).orElse(name);
    }
}
