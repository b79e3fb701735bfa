package ntbed.machine;

import java.util.function.Function;
import ntbed.process.NtProcess;
import ntbed.process.ProcessHost;

/** A machine that is switched on. */
public final class Machine implements ProcessHost {
    private final Function<NtProcess, Win32> doors;

    Machine(Function<NtProcess, Win32> doors) {
        this.doors = doors;
    }

    Win32 door(NtProcess process) {
        return doors.apply(process);
    }
}
