package ntbed.tool.mmc;

import java.util.List;
import ntbed.process.Desktop;
import ntbed.tool.mmc.MetabaseClient.Backup;

/**
 * The window Configuration Backup/Restore of a computer: the backups that there are, and buttons to make one, to bring
 * one back and to delete one. The files are the metabase object's (Q300675, Q234429).
 */
public final class BackupWindow {
    /** Its title. */
    public static final String TITLE = "Configuration Backup/Restore";

    private final Snapin snapin;
    private final Runnable afterRestore;
    private List<Backup> backups;

    BackupWindow(Snapin snapin, Runnable afterRestore) {
        this.snapin = snapin;
        this.afterRestore = afterRestore;
        this.backups = snapin.metabase().backups();
    }

    /** The list: {@code name, version}. */
    public List<String> lines() {
        return backups.stream()
                .map(backup -> backup.name() + ", " + backup.version())
                .toList();
    }

    /** Create backup..., with a name of letters and digits; a version of its own for each. */
    public boolean create(String name) {
        snapin.trace("Create backup: " + name);
        return snapin.commanding(() -> {
            snapin.metabase().backup(name);
            backups = snapin.metabase().backups();
        });
    }

    /** Selects a backup and clicks Restore: a window asks, and the backup comes back when it is answered with Yes. */
    public Desktop.Dialog restore(String name, int version) {
        snapin.trace("Restore: " + name + ", " + version);
        requireListed(name, version);
        return snapin.win32()
                .desktop()
                .show(TITLE, ConsoleText.RESTORE_QUESTION, List.of(), List.of("Yes", "No"), answer -> {
                    if (answer.button().equals("Yes")
                            && snapin.commanding(() -> snapin.metabase().restore(new Backup(name, version)))) {
                        afterRestore.run();
                    }
                });
    }

    /** Selects a backup and clicks Delete. */
    public boolean delete(String name, int version) {
        snapin.trace("Delete: " + name + ", " + version);
        requireListed(name, version);
        return snapin.commanding(() -> {
            snapin.metabase().delete(new Backup(name, version));
            backups = snapin.metabase().backups();
        });
    }

    private void requireListed(String name, int version) {
        if (!backups.contains(new Backup(name, version))) {
            throw new IllegalArgumentException("no backup " + name + ", " + version + " in the list");
        }
    }
}
