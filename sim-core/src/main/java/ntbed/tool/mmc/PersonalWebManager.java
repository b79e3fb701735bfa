package ntbed.tool.mmc;

import ntbed.machine.Win32;
import ntbed.win32.NotSimulatedException;

/** Personal Web Server's own window on Workstation: another face of the same metabase, which is not simulated. */
public final class PersonalWebManager {
    private PersonalWebManager() {}

    /** Refuses by name; {@link InternetServiceManager} shows the same site. */
    public static void open(Win32 win32) {
        win32.traceToolUse("pws", "open");
        throw new NotSimulatedException("Personal Web Manager: use the Internet Service Manager");
    }
}
