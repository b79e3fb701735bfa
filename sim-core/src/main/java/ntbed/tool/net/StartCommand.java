package ntbed.tool.net;

import java.util.ArrayList;
import java.util.List;
import ntbed.machine.NetService.Outcome;
import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;

/** {@code net start NAME} (N2 to N6). */
final class StartCommand extends ServiceCommand {
    StartCommand(Win32 win32) {
        super(win32);
    }

    @Override
    Net.Result perform(String keyName, String displayName) {
        print(NetText.message(NetText.STARTING, displayName));
        Outcome outcome = netService.start(keyName);
        if (!outcome.requested()) {
            return new Net.Result(2, NetText.error(outcome.code()));
        }
        if (outcome.reached(ServiceStatus.RUNNING) || outcome.reached(ServiceStatus.PAUSED)) {
            print(NetText.message(NetText.STARTED, displayName));
            return done();
        }
        print(NetText.message(NetText.COULD_NOT_START, displayName));
        return failed(ownError(outcome));
    }

    /** Why a service that had been started ended again (N4). */
    private static List<String> ownError(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (outcome.code() == Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code()) {
            lines.add(NetText.message(NetText.SPECIFIC_ERROR, Integer.toUnsignedString(outcome.specificCode())));
            lines.add("");
            lines.add(NetText.moreHelp(NetText.SPECIFIC_ERROR));
        } else if (outcome.code() == 0) {
            lines.add(NetText.message(NetText.NO_ERROR_REPORTED));
            lines.add("");
            lines.add(NetText.moreHelp(NetText.NO_ERROR_REPORTED));
        } else {
            lines.add(NetText.message(NetText.SYSTEM_ERROR_OCCURRED));
            lines.add("");
            lines.addAll(NetText.systemError(outcome.code()));
        }
        return lines;
    }
}
