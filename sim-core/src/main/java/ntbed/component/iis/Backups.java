package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Backups of the metabase: files {@code NAME.mdN} in MetaBack or where {@code BackupPath} says (Q300675, Q230287). Each
 * is a whole metabase file with its session-key blob, so it opens on the installation of NT that made it, and nowhere
 * else.
 */
final class Backups {
    private static final String FOLDER = "MetaBack";
    private static final String EXTENSION = ".md";
    private static final int HIGHEST_VERSION = 9_999;

    private final NtProcess process;

    Backups(NtProcess process) {
        this.process = process;
    }

    /** Writes a backup, under the next free version if none is given; answers the version. 123 for the name. */
    int backup(Metabase metabase, String name, Optional<Integer> version) {
        requireName(name);
        FileApi files = process.files();
        NtPath folder = folder();
        if (!files.exists(folder)) {
            files.createDirectory(folder);
        }
        if (metabase.isChanged()) {
            metabase.save();
        }
        int number = version.orElseGet(() -> highest(name).orElse(-1) + 1);
        files.write(file(name, number), metabase.encode());
        return number;
    }

    /**
     * Reads a backup, the highest version if none is given.
     *
     * <p>Applications run as the account that the backup names. If that account does not log on with the password in
     * the backup, as after installing the Option Pack anew, applications stay as they are: only a portion is restored;
     * once the account has the password again, a second restore is complete (Q230287; which portion is made up [M]).
     *
     * @throws Win32Exception 2 no such backup, 123, and the codes of {@link Metabase#load}
     */
    Metabase.Content restored(String name, Optional<Integer> version) {
        requireName(name);
        int number = version.orElseGet(
                () -> highest(name).orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise("backup " + name)));
        return Metabase.read(process, file(name, number));
    }

    /** Whether the applications of a content can run: their account logs on with the password that stands there. */
    boolean accountFits(Metabase.Content content) {
        Optional<MetaRecord> user = content.tree().lookup("LM/W3SVC", Property.WAM_USER_NAME);
        Optional<MetaRecord> password = content.tree().lookup("LM/W3SVC", Property.WAM_PWD);
        if (user.isEmpty() || password.isEmpty()) {
            return true;
        }
        try {
            String opened = content.sealer().open(password.get()).text();
            var unused = Win32.of(process).accounts().logonUser(user.get().text(), opened, LogonType.BATCH);
            return true;
        } catch (Win32Exception refused) {
            return false;
        }
    }

    /** Deletes a backup: 2, 123. */
    void delete(String name, int version) {
        requireName(name);
        process.files().delete(file(name, version));
    }

    /** Name and version of each backup, parted by a tab, in the order of the directory. */
    List<String> list() {
        List<String> lines = new ArrayList<>();
        for (FileEntry entry : entries()) {
            String file = entry.path().name();
            int dot = file.lastIndexOf('.');
            OptionalInt version = dot < 0 ? OptionalInt.empty() : version(file, file.substring(0, dot));
            if (version.isPresent()) {
                lines.add(file.substring(0, dot) + "\t" + version.getAsInt());
            }
        }
        return lines;
    }

    private OptionalInt highest(String name) {
        int highest = -1;
        for (FileEntry entry : entries()) {
            highest = Math.max(highest, version(entry.path().name(), name).orElse(-1));
        }
        return highest < 0 ? OptionalInt.empty() : OptionalInt.of(highest);
    }

    private static OptionalInt version(String file, String name) {
        String start = NtPath.fold(name + EXTENSION);
        if (!NtPath.fold(file).startsWith(start) || file.length() > start.length() + 4) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = start.length(); i < file.length(); i++) {
            if (file.charAt(i) < '0' || file.charAt(i) > '9') {
                return OptionalInt.empty();
            }
            number = 10 * number + file.charAt(i) - '0';
        }
        return file.length() == start.length() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private List<FileEntry> entries() {
        return process.files().exists(folder()) ? process.files().list(folder()) : List.of();
    }

    private NtPath folder() {
        return process.registry()
                .value(Layout.INET_STP + "\\MetaBackup", "BackupPath")
                .flatMap(RegistryValue::text)
                .map(process.environment()::expand)
                .filter(path -> path.length() > 3 && path.charAt(1) == ':')
                .map(NtPath::of)
                .orElseGet(() -> Layout.inetsrv(process.environment()).resolve(FOLDER));
    }

    private NtPath file(String name, int version) {
        if (version < 0 || version > HIGHEST_VERSION) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise("version of a backup");
        }
        return folder().resolve(name + EXTENSION + version);
    }

    private static void requireName(String name) {
        boolean fits = !name.isEmpty() && name.length() <= 100;
        for (int i = 0; i < name.length(); i++) {
            fits &= Character.isLetterOrDigit(name.charAt(i));
        }
        if (!fits) {
            throw Win32Error.ERROR_INVALID_NAME.raise(name);
        }
    }
}
