package ntbed.tool.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ntbed.machine.NetService;
import ntbed.win32.SystemMessages;

/** What net.exe prints, put together from the system message table (texts: Q186546, Q186554). */
final class NetText {
    static final int SYSTEM_ERROR_OCCURRED = 3056;
    static final int COMPLETED = 3500;
    static final int SYSTEM_ERROR = 3502;
    static final int MORE_HELP = 3514;
    static final int THESE_ARE_STARTED = 3520;
    static final int NOT_STARTED = 3521;
    static final int STARTING = 3522;
    static final int COULD_NOT_START = 3523;
    static final int STARTED = 3524;
    static final int STOPPING = 3527;
    static final int COULD_NOT_STOP = 3528;
    static final int STOPPED = 3529;
    static final int DEPENDENTS = 3530;
    static final int BUSY = 3533;
    static final int NO_ERROR_REPORTED = 3534;
    static final int CONTINUED = 3536;
    static final int PAUSED = 3537;
    static final int FAILED_TO_RESUME = 3538;
    static final int FAILED_TO_PAUSE = 3539;
    static final int SPECIFIC_ERROR = 3547;
    static final int NO_VALID_RESPONSE = 3757;
    static final int NO_SUCH_MESSAGE = 3871;

    /** The first number that is a network message rather than a system error. */
    private static final int FIRST_NET_MESSAGE = 2100;

    static final List<String> COMMANDS = List.of(
            "The syntax of this command is:",
            "",
            "NET [ ACCOUNTS | COMPUTER | CONFIG | CONTINUE | FILE | GROUP | HELP |",
            "      HELPMSG | LOCALGROUP | NAME | PAUSE | PRINT | SEND | SESSION |",
            "      SHARE | START | STATISTICS | STOP | TIME | USE | USER | VIEW ]");

    private NetText() {}

    /** A message with each {@code ***} replaced by the insert. */
    static String message(int number, String insert) {
        return SystemMessages.text(number).orElseThrow().replace("***", insert);
    }

    static String message(int number) {
        return message(number, "");
    }

    /** The line that names the help message. */
    static String moreHelp(int number) {
        return message(MORE_HELP, Integer.toString(number));
    }

    /** An error as net.exe reports it: a network message with its help number, or a system error with its text. */
    static List<String> error(int win32Code) {
        int code = NetService.remap(win32Code);
        if (code >= FIRST_NET_MESSAGE) {
            return List.of(SystemMessages.text(code).orElse(""), "", moreHelp(code));
        }
        return systemError(code);
    }

    /** A system error and its text; where there is none, the lines of Q194028 (rule N6). */
    static List<String> systemError(int code) {
        List<String> lines = new ArrayList<>();
        lines.add(message(SYSTEM_ERROR, Integer.toUnsignedString(code)));
        if (SystemMessages.text(code).isPresent()) {
            lines.add("");
            lines.add(SystemMessages.text(code).get());
        } else {
            lines.add(String.format(Locale.ROOT, "The system cannot find message for message number 0x%x.", code));
            lines.add("The message file for BASE.");
        }
        return lines;
    }

    /** How a command is used. */
    static List<String> syntax(String verb) {
        String arguments = switch (verb) {
            case "START" -> "[service]";
            case "STOP", "PAUSE", "CONTINUE" -> "service";
            case "HELPMSG" -> "message#";
            default -> "";
        };
        return List.of("The syntax of this command is:", "", ("NET " + verb + " " + arguments).strip());
    }
}
