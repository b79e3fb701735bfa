package ntbed.tool.net;

import ntbed.machine.NetService.Outcome;
import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;

/** {@code net pause NAME} and {@code net continue NAME}. */
final class PauseCommand extends ServiceCommand {
    private final boolean pause;

    PauseCommand(Win32 win32, boolean pause) {
        super(win32);
        this.pause = pause;
    }

    @Override
    Net.Result perform(String keyName, String displayName) {
        Outcome outcome = netService.control(keyName, pause ? 2 : 3);
        if (!outcome.requested()) {
            return failed(NetText.error(outcome.code()));
        }
        if (outcome.reached(pause ? ServiceStatus.PAUSED : ServiceStatus.RUNNING)) {
            print(NetText.message(pause ? NetText.PAUSED : NetText.CONTINUED, displayName));
            return done();
        }
        int message = pause ? NetText.FAILED_TO_PAUSE : NetText.FAILED_TO_RESUME;
        print(NetText.message(message, displayName));
        print("");
        print(NetText.moreHelp(message));
        return new Net.Result(2, done().lines());
    }
}
