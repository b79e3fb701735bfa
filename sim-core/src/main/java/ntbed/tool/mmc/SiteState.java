package ntbed.tool.mmc;

import java.util.Optional;
import ntbed.win32.Win32Exception;

/** MD_SERVER_STATE as the tree shows it behind a site's name, and MD_SERVER_COMMAND (IISCNFG.H). */
final class SiteState {
    static final String RUNNING = "Running";
    static final String STOPPED = "Stopped";
    static final String PAUSED = "Paused";

    static final int START = 1;
    static final int STOP = 2;
    static final int PAUSE = 3;
    static final int CONTINUE = 4;

    /** MD_SERVER_COMMAND. */
    static final int COMMAND = 1012;

    private static final int SERVER_STATE = 1016;
    private static final int STATE_STOPPED = 4;

    private SiteState() {}

    /** The state's word; a site whose state cannot be read is shown as stopped (Q241151). */
    static String of(Snapin snapin, Node site) {
        try {
            Optional<Integer> state = snapin.metabase().number(site.path(), SERVER_STATE);
            return word(state.orElse(STATE_STOPPED));
        } catch (Win32Exception unreadable) {
            return STOPPED;
        }
    }

    static void command(Snapin snapin, Node site, int command) {
        snapin.metabase().setNumber(site.path(), COMMAND, command);
    }

    private static String word(int state) {
        return switch (state) {
            case 1 -> "Starting";
            case 2 -> RUNNING;
            case 3 -> "Stopping";
            case 5 -> "Pausing";
            case 6 -> PAUSED;
            case 7 -> "Continuing";
            default -> STOPPED;
        };
    }
}
