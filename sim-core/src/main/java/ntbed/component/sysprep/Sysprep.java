package ntbed.component.sysprep;

import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.Program;

/** {@code Sysprep.exe}: prepares the disk of the master for duplication, then switches off or restarts. */
final class Sysprep implements Program {
    static final String ID = "sysprep";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Prepares the disk of a master computer for duplication";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        new SysprepRun(process, Win32.of(process), SysprepCommand.parse(process.commandLine())).begin();
    }
}
