package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.tool.mmc.MetabaseClient.Backup;

/**
 * The window Configuration Backup/Restore of a computer: the backups that there are, and buttons to make one, to bring
 * one back and to delete one. The files are the metabase object's (Q300675, Q234429). Its labels are made up. [M]
 */
final class BackupWindow {
    static final String TITLE = "Configuration Backup/Restore";

    private static final String LIST = "Backups";
    private static final String NAME = "Configuration backup name";
    private static final String CREATE = "Create backup...";
    private static final String RESTORE = "Restore";
    private static final String DELETE = "Delete";

    private final Snapin snapin;
    private final Runnable afterRestore;
    private List<Backup> backups = List.of();

    BackupWindow(Snapin snapin, Runnable afterRestore) {
        this.snapin = snapin;
        this.afterRestore = afterRestore;
    }

    /** Lists the backups; the metabase's errors go to the caller. */
    Desktop.Dialog show() {
        backups = snapin.metabase().backups();
        return showList();
    }

    private Desktop.Dialog showList() {
        List<String> lines = new ArrayList<>();
        backups.forEach(backup -> lines.add(line(backup)));
        Control list = new Control.ListBox(LIST, lines, "");
        return desktop().show(Window.of(TITLE, "", List.of(list), "Close", CREATE, RESTORE, DELETE), this::clicked);
    }

    private void clicked(Desktop.Answer answer, Window last) {
        Optional<Backup> selected = backups.stream()
                .filter(backup -> line(backup).equals(last.value(LIST)))
                .findFirst();
        switch (answer.button()) {
            case CREATE -> askName();
            case RESTORE -> selected.ifPresentOrElse(this::askRestore, this::showAgain);
            case DELETE -> selected.ifPresentOrElse(this::delete, this::showAgain);
            default -> snapin.trace("Close: " + TITLE);
        }
    }

    private void askName() {
        Window ask = Window.of("Configuration Backup", "", List.of(Control.Field.of(NAME, "")), "OK", "Cancel");
        Desktop.Dialog unused = desktop().show(ask, (answer, last) -> {
            if (answer.button().equals("OK")) {
                change(
                        "Create backup: " + last.value(NAME),
                        () -> snapin.metabase().backup(last.value(NAME)));
            } else {
                showAgain();
            }
        });
    }

    private void askRestore(Backup backup) {
        Window ask = Window.message(TITLE, ConsoleText.RESTORE_QUESTION, "Yes", "No");
        Desktop.Dialog unused = desktop().show(ask, (answer, last) -> {
            if (answer.button().equals("Yes")) {
                change("Restore: " + line(backup), () -> {
                    snapin.metabase().restore(backup);
                    afterRestore.run();
                });
            } else {
                showAgain();
            }
        });
    }

    private void delete(Backup backup) {
        change("Delete: " + line(backup), () -> snapin.metabase().delete(backup));
    }

    /** Does it and lists the backups anew; what goes wrong is told in front of the list. */
    private void change(String what, Runnable change) {
        snapin.trace(what);
        Optional<String> problem = snapin.problem(() -> {
            change.run();
            backups = snapin.metabase().backups();
        });
        showAgain();
        problem.ifPresent(snapin::messageBox);
    }

    private void showAgain() {
        Desktop.Dialog unused = showList();
    }

    private Desktop desktop() {
        return snapin.win32().desktop();
    }

    private static String line(Backup backup) {
        return backup.name() + ", " + backup.version();
    }
}
