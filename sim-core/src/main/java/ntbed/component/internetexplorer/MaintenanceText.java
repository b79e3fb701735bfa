package ntbed.component.internetexplorer;

/**
 * What the maintenance program says. Known: the option of the repair (Q321454) and NT's question about a restart; every
 * other sentence is made up [M].
 */
final class MaintenanceText {
    /** The group of options in the first window. */
    static final String OPTION = "Option";

    static final String ADD = "Add a component to Internet Explorer";
    static final String REPAIR = "Repair Internet Explorer";
    static final String REMOVE = "Restore the previous Windows configuration";

    /** Title and text of NT's own question about a restart. */
    static final String RESTART_TITLE = "System Settings Change";

    static final String RESTART = "You must restart your computer before the new settings will take effect.\n"
            + "Do you want to restart your computer now?";

    static final String CONFIRM_REPAIR = "Do you want to repair Internet Explorer?";
    static final String CONFIRM_REMOVAL =
            "Internet Explorer will be removed from this computer. Do you want to continue?";
    static final String NOT_ADMINISTRATOR = "You must be an administrator to change this installation.";

    private MaintenanceText() {}

    static String options() {
        return "What do you want to do?\n( ) " + ADD + "\n( ) " + REPAIR + "\n( ) " + REMOVE;
    }

    static String failed(String file, String why) {
        return "Setup cannot replace " + file + ".\n" + why;
    }
}
