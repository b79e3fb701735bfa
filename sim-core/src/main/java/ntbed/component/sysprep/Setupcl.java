package ntbed.component.sysprep;

import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.Program;

/**
 * {@code Setupcl.exe}: what the first start of a clone runs before anything else, in place of the log-on.
 *
 * <p>It gives the machine its identity, then goes on as the mini-wizard: winlogon knows one command line, so both are
 * one program here [M]. When the process ends, the machine restarts.
 */
final class Setupcl implements Program {
    static final String ID = "setupcl";

    /** The switch by which only the wizard runs. */
    static final String NO_SIDGEN = "-nosidgen";

    /** Changing SIDs takes this long [I]. */
    private static final int SID_MILLIS = 25_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Gives a duplicated computer an identity of its own, then runs the mini-wizard";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        Win32 win32 = Win32.of(process);
        AnswerFile answers = answers(process);
        boolean keepsSid = NtPath.fold(process.commandLine()).contains(NtPath.fold(NO_SIDGEN)) || answers.keepsSid();
        if (keepsSid) {
            process.after(0, () -> new MiniSetup(process, win32, answers).begin());
        } else {
            process.after(SID_MILLIS, () -> {
                new NewIdentity(process, win32).assume();
                new MiniSetup(process, win32, answers).begin();
            });
        }
    }

    private static AnswerFile answers(NtProcess process) {
        NtPath file = NtPath.of(process.environment().expand("%SystemRoot%\\System32\\" + AnswerFile.INSTALLED_NAME));
        return process.files().exists(file) ? AnswerFile.parse(process.files().read(file)) : AnswerFile.none();
    }
}
