package ntbed.boot;

import static ntbed.registry.HiveImage.Condition.INTACT;

import java.util.Optional;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.Hold;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.ShareMode;
import ntbed.filesystem.Volumes;
import ntbed.process.Environment;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.security.Token;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * WINLOGON's part of a log-on: the user's profile and environment.
 *
 * <p>A profile is a directory below {@code %SystemRoot%\Profiles} with NTUSER.DAT in it, and an entry below
 * {@code ProfileList}. A user who comes first, or whose NTUSER.DAT is gone or damaged, gets a copy of {@code Default
 * User} (Resource Guide, "User profiles"): its files and directories, and its hive.
 */
final class Logon {
    private static final String PROFILE_LIST = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";
    private static final String IMAGE_PATH = "ProfileImagePath";
    private static final String DEFAULT_USER = "Profiles\\Default User";
    private static final String ACTOR = "winlogon.exe";

    private final BootParts parts;
    private final BootDisk disk;
    private final NtPath systemRoot;
    private final Registry registry;
    private final Volumes volumes;
    private @Nullable Hold profileFile;

    Logon(BootParts parts, BootDisk disk, NtPath systemRoot) {
        this.parts = parts;
        this.disk = disk;
        this.systemRoot = systemRoot;
        this.registry = parts.registry();
        this.volumes = parts.volumes();
    }

    /**
     * Loads the user's hive, making the profile first if there is none.
     *
     * @return the user's environment
     */
    Environment loadProfile(Token token) {
        HiveMount mount = HiveMount.user(token.user());
        NtPath profile = profileOf(token);
        NtPath file = profile.resolve("NTUSER.DAT");
        HiveFiles files = new HiveFiles(volumes, systemRoot);
        boolean isNew = volumes.find(profile).isEmpty();
        if (isNew) {
            profile.parent().ifPresent(this::makeDirectories);
            copyDirectory(systemRoot.resolve(DEFAULT_USER), profile);
        }
        boolean hasHive = files.isGood(file) && !isNew;
        if (!files.isGood(file)) {
            makeDirectories(profile);
            volumes.write(file, HiveFiles.content(), ACTOR);
        }
        if (registry.tree("HKU\\" + token.user().text()).isEmpty()) {
            Optional<HiveImage> own = hasHive ? intact(mount) : Optional.empty();
            registry.mount(mount, own.orElseGet(() -> newHive(token)));
            profileFile = volumes.hold(file, ShareMode.NONE, "registry");
        }
        return new SystemEnvironment(registry, systemRoot).ofUser(token, profile);
    }

    private void makeDirectories(NtPath directory) {
        if (volumes.find(directory).isEmpty()) {
            directory.parent().ifPresent(this::makeDirectories);
            volumes.as(Token.system(), ACTOR).createDirectory(directory);
        }
    }

    /** A file that even SYSTEM may not read is left out [M]; without a source nothing is copied. */
    private void copyDirectory(NtPath from, NtPath to) {
        FileApi files = volumes.as(Token.system(), ACTOR);
        try {
            files.createDirectory(to);
        } catch (Win32Exception e) {
            return;
        }
        if (volumes.find(from).isEmpty()) {
            return;
        }
        for (FileEntry entry : files.list(from)) {
            NtPath target = to.resolve(entry.path().name());
            if (entry.attributes().has(FileAttributes.DIRECTORY)) {
                copyDirectory(entry.path(), target);
            } else {
                copyFile(files, entry.path(), target);
            }
        }
    }

    private static void copyFile(FileApi files, NtPath from, NtPath to) {
        try {
            files.copy(from, to, true);
        } catch (Win32Exception e) {
            // The refusal is in the trace; the rest of the profile is worth having.
            return;
        }
    }

    /** Unloads the user's hive, writing it to disk first. */
    void unloadProfile(Token token) {
        if (profileFile != null) {
            profileFile.close();
            profileFile = null;
            registry.unmount(HiveMount.user(token.user()));
        }
    }

    /** A hive that cannot be read is replaced by a new one: NT logs the user on with a temporary profile. [M] */
    private HiveImage newHive(Token token) {
        NtPath source = systemRoot.resolve(DEFAULT_USER + "\\NTUSER.DAT");
        Optional<HiveImage> defaultUser =
                new HiveFiles(volumes, systemRoot).isGood(source) ? intact(HiveMount.DEFAULT_USER) : Optional.empty();
        return defaultUser
                .map(hive -> UserHive.copyOf(hive, token.user()))
                .orElseGet(() -> UserHive.empty(token.user(), parts.queue().now()));
    }

    private Optional<HiveImage> intact(HiveMount mount) {
        return disk.afterFlush(registry.flushed()).hive(mount).filter(hive -> hive.condition() == INTACT);
    }

    private NtPath profileOf(Token token) {
        String key = PROFILE_LIST + token.user().text();
        Optional<String> known = registry.value(key, IMAGE_PATH).flatMap(RegistryValue::text);
        Environment environment = new SystemEnvironment(registry, systemRoot).ofSystem();
        if (known.isPresent()) {
            return NtPath.of(environment.expand(known.get()));
        }
        registry.setValue(
                key, IMAGE_PATH, RegistryValue.expandSz("%SystemRoot%\\Profiles\\" + token.userName()), ACTOR);
        return systemRoot.resolve("Profiles\\" + token.userName());
    }
}
