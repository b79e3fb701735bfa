package ntbed.component.optionpack;

import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.Program;

/** {@code setup.exe} of the Option Pack. */
final class OptionPackSetup implements Program {
    static final String ID = "option-pack-setup";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Installs and removes parts of the Windows NT 4.0 Option Pack";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        new SetupRun(process, Win32.of(process), SetupCommand.parse(process.commandLine())).begin();
    }
}
