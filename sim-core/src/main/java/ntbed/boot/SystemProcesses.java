package ntbed.boot;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.process.ProcessTable;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher;
import ntbed.security.Token;
import ntbed.win32.Win32Exception;

/** The processes without which there is no system: smss, csrss, winlogon, services, lsass. */
public final class SystemProcesses {
    /** Id of the program in the images of those processes: what they do, the boot does. */
    public static final String PROGRAM_ID = "system-process";

    /** A pipe that keeps a process alive until somebody ends it. */
    private static final ServiceDispatcher RESIDENT = services -> {};

    private final ProcessTable processes;
    private final NtPath systemRoot;

    SystemProcesses(ProcessTable processes, NtPath systemRoot) {
        this.processes = processes;
        this.systemRoot = systemRoot;
    }

    /** Starts {@code System32\NAME}; empty if its image is missing, damaged or closed to the system. */
    Optional<NtProcess> start(String name, Environment environment) {
        String path = systemRoot.resolve("System32\\" + name).toString();
        try {
            return Optional.of(processes.create(Token.system(), path, environment, Optional.of(RESIDENT)));
        } catch (Win32Exception e) {
            return Optional.empty();
        }
    }

    /**
     * The same for a process without which there is no system: that it cannot be started, or ends, stops the machine.
     *
     * @param shown what the STOP screen calls it
     */
    Optional<NtProcess> startEssential(String name, String shown, Environment environment, Phases phases) {
        Optional<NtProcess> process = start(name, environment);
        if (process.isEmpty()) {
            stop(phases, shown, StopScreen.OBJECT_NAME_NOT_FOUND);
        } else {
            processes.onExit(process.get(), code -> stop(phases, shown, code));
        }
        return process;
    }

    private static void stop(Phases phases, String shown, int status) {
        phases.stop(StopScreen.SYSTEM_PROCESS_TERMINATED, StopScreen.processEnded(shown, status));
    }

    /** The program of smss.exe, csrss.exe, winlogon.exe and lsass.exe: it lives. */
    public static final class Resident implements Program {
        @Override
        public String id() {
            return PROGRAM_ID;
        }

        @Override
        public String heading() {
            return "A process of the system itself, such as the session manager";
        }

        @Override
        public void main(NtProcess process) {
            process.waitForever();
        }
    }
}
