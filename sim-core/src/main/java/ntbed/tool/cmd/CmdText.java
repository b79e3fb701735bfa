package ntbed.tool.cmd;

import ntbed.win32.Win32Exception;

/** What cmd.exe itself prints. */
final class CmdText {
    /** The two lines above the first prompt. */
    static final String BANNER = "Microsoft(R) Windows NT(TM)\n(C) Copyright 1985-1996 Microsoft Corp.\n\n";

    /** The answer to VER. */
    static final String VERSION = "\nWindows NT Version 4.0\n\n";

    static final String UNKNOWN_COMMAND =
            "The name specified is not recognized as an\ninternal or external command, operable program or batch file.";

    private CmdText() {}

    /** The system's text for an error, with the program's name where the text has a place for it. */
    static String error(Win32Exception error, String name) {
        return error.error().text().replace("%1", name);
    }
}
