package ntbed.tool.net;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.NetService.Outcome;
import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceControlApi.EnumeratedService;

/** {@code net stop NAME}, with the question about dependents (N2, N5, N7). */
final class StopCommand extends ServiceCommand {
    /** General knowledge for this command; Q89356 has the wording for another one (N7). */
    private static final String QUESTION = "Do you want to continue this operation? (Y/N) [Y]:";

    private static final int STOP = 1;

    private final Optional<String> answer;

    /**
     * Makes the command.
     *
     * @param answer what is answered to the question about dependents; empty = Enter alone
     */
    StopCommand(Win32 win32, Optional<String> answer) {
        super(win32);
        this.answer = answer;
    }

    @Override
    Net.Result perform(String keyName, String displayName) {
        if (status(keyName).currentState() == ServiceStatus.STOPPED) {
            return failed(List.of(
                    NetText.message(NetText.NOT_STARTED, displayName), "", NetText.moreHelp(NetText.NOT_STARTED)));
        }
        List<EnumeratedService> dependents = netService.dependents(keyName);
        if (!dependents.isEmpty()) {
            ask(displayName, dependents);
            String said = NtPath.fold(answer.orElse("").strip());
            if (said.equals("N") || said.equals("NO")) {
                return failed(List.of());
            }
            if (!said.isEmpty() && !said.equals("Y") && !said.equals("YES")) {
                return failed(List.of(NetText.message(NetText.NO_VALID_RESPONSE)));
            }
            for (EnumeratedService dependent : dependents) {
                if (!stop(dependent.serviceName(), dependent.displayName())) {
                    return failed(List.of());
                }
                print("");
            }
        }
        return stop(keyName, displayName) ? done() : failed(List.of());
    }

    private void ask(String displayName, List<EnumeratedService> dependents) {
        String both = NetText.message(NetText.DEPENDENTS, displayName);
        int secondSentence = both.lastIndexOf(" Stopping");
        print(both.substring(0, secondSentence));
        print(both.substring(secondSentence + 1));
        print("");
        dependents.forEach(dependent -> print("   " + dependent.displayName()));
        print("");
        print(QUESTION + answer.map(typed -> " " + typed).orElse(""));
    }

    private boolean stop(String keyName, String displayName) {
        print(NetText.message(NetText.STOPPING, displayName));
        Outcome outcome = netService.control(keyName, STOP);
        if (outcome.reached(ServiceStatus.STOPPED)) {
            print(NetText.message(NetText.STOPPED, displayName));
            return true;
        }
        print(NetText.message(NetText.COULD_NOT_STOP, displayName));
        print("");
        print(NetText.error(outcome.code()));
        return false;
    }
}
