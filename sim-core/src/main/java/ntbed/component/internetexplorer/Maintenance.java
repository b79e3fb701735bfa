package ntbed.component.internetexplorer;

import java.util.List;
import ntbed.machine.Win32;
import ntbed.process.Desktop.Answer;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;

/**
 * The setup program of an installed Internet Explorer, as Add/Remove Programs starts it: a window with what can be
 * done, a question before it is done, the question about a restart after it.
 */
final class Maintenance implements Program {
    static final String ID = "internet-explorer-setup";

    private static final List<String> YES_NO = List.of("Yes", "No");
    private static final int WORK_MILLIS = 45_000;
    private static final int REFUSED = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Setup of Internet Explorer: repairs or removes it";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        String number = process.requireParameter(InternetExplorer.RELEASE);
        new Run(process, Release.numbered(number)).begin();
    }

    private static final class Run {
        private final NtProcess process;
        private final Win32 win32;
        private final Release release;

        Run(NtProcess process, Release release) {
            this.process = process;
            this.win32 = Win32.of(process);
            this.release = release;
        }

        void begin() {
            if (process.token().is(Sid.ADMINISTRATORS)) {
                choose();
            } else {
                end(MaintenanceText.NOT_ADMINISTRATOR);
            }
        }

        private void choose() {
            List<String> buttons = List.of("OK", "Cancel");
            win32.desktop()
                    .show(
                            release.title(),
                            MaintenanceText.options(),
                            List.of(MaintenanceText.OPTION),
                            buttons,
                            this::chosen);
        }

        private void chosen(Answer answer) {
            if (answer.button().equals("Cancel")) {
                process.exit(0);
                return;
            }
            switch (answer.fields().getOrDefault(MaintenanceText.OPTION, "")) {
                case MaintenanceText.REPAIR -> confirm(MaintenanceText.CONFIRM_REPAIR, this::repair);
                case MaintenanceText.REMOVE -> confirm(MaintenanceText.CONFIRM_REMOVAL, this::remove);
                case MaintenanceText.ADD -> throw new NotSimulatedException("adding components to Internet Explorer");
                default -> choose();
            }
        }

        private void confirm(String question, Runnable work) {
            win32.desktop().show(release.title(), question, List.of(), YES_NO, answer -> {
                if (answer.button().equals("Yes")) {
                    process.after(WORK_MILLIS, work);
                } else {
                    process.exit(0);
                }
            });
        }

        private void repair() {
            try {
                new Repair(win32, process.image().parent().orElseThrow(), release).run();
                new StorageStop(win32).run();
                askForRestart();
            } catch (Win32Exception failed) {
                end(MaintenanceText.failed(failed.detail(), failed.error().text()));
            }
        }

        private void remove() {
            try {
                new Removal(win32, release).run();
                askForRestart();
            } catch (Win32Exception failed) {
                end(MaintenanceText.failed(failed.detail(), failed.error().text()));
            }
        }

        private void askForRestart() {
            win32.desktop().show(MaintenanceText.RESTART_TITLE, MaintenanceText.RESTART, List.of(), YES_NO, answer -> {
                if (answer.button().equals("Yes")) {
                    win32.withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(true);
                }
                process.exit(0);
            });
        }

        private void end(String text) {
            win32.desktop().show(release.title(), text, List.of(), List.of("OK"), answer -> process.exit(REFUSED));
        }
    }
}
