package ntbed.tool.mmc;

import ntbed.win32.SystemMessages;
import ntbed.win32.Win32Error;

/** The sentences of the snap-in; each stands here once. */
final class ConsoleText {
    /** A property sheet cannot read or write its values (Q248739). */
    static final String INVALID_CONFIGURATION =
            "Invalid configuration error occurred reading or setting configuration parameter.";

    /** Asked before a configuration is restored. [M] */
    static final String RESTORE_QUESTION =
            "Restoring replaces all current settings of this computer's Internet services. Do you want to go on?";

    private static final String CANNOT_ENUMERATE =
            "Unable to enumerate files and directories because the following error occurred: ";

    private ConsoleText() {}

    /** A site or directory was opened and what is in it cannot be listed (Q248739, Q241151, Q186794). */
    static String cannotEnumerate(Win32Error error) {
        return CANNOT_ENUMERATE + error(error);
    }

    /** The system's text of an error; its number where the system has no text for it. */
    static String error(Win32Error error) {
        return error(error.code());
    }

    static String error(int code) {
        return SystemMessages.text(code).orElseGet(() -> "Error 0x" + Integer.toHexString(code));
    }
}
