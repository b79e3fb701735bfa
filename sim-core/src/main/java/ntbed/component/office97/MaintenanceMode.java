package ntbed.component.office97;

import java.util.List;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.win32.NotSimulatedException;

/**
 * The setup program when Office is installed: adds and removes parts. It does not run with a damaged setup table file
 * (Q214597). Its sentences are made up [M].
 */
final class MaintenanceMode implements Program {
    static final String ID = "office97-setup";
    static final String TITLE = "Microsoft Office 97 Setup";

    private static final String EXIT = "Exit Setup";
    private static final int DAMAGED = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Setup of Office 97 in maintenance mode";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        if (!process.files().exists(Office97.SETUP_TABLE)
                || !SetupTable.isIntact(process.files().read(Office97.SETUP_TABLE))) {
            process.desktop()
                    .show(
                            TITLE,
                            "The setup table file " + Office97.SETUP_TABLE.name() + " is damaged.",
                            List.of(),
                            List.of("OK"),
                            answer -> process.exit(DAMAGED));
            return;
        }
        process.desktop()
                .show(
                        TITLE,
                        "Add or remove parts of the installation.",
                        List.of(),
                        List.of("Add/Remove...", "Reinstall", "Remove All", EXIT),
                        answer -> chosen(process, answer.button()));
    }

    private static void chosen(NtProcess process, String button) {
        process.exit(0);
        if (!button.equals(EXIT)) {
            throw new NotSimulatedException("Office 97 Setup, " + button);
        }
    }
}
