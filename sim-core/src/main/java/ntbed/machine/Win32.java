package ntbed.machine;

import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.process.Desktop;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryApi;
import ntbed.scm.ServiceControlApi;
import ntbed.security.Privilege;
import ntbed.security.Token;
import ntbed.time.SimClock;

/**
 * The door: the Win32-like surface of one machine, with one token. Programs, tools, fixes and scenarios have this and
 * nothing else; what the token may not do is refused with ERROR_ACCESS_DENIED (5).
 */
public interface Win32 {
    /** Who acts. */
    Token token();

    /** The same door with a held privilege switched on, as {@code AdjustTokenPrivileges}. */
    Win32 withPrivilege(Privilege privilege);

    /** The registry. */
    RegistryApi registry();

    /** The files. */
    FileApi files();

    /** The services. */
    ServiceControlApi services();

    /** The event logs. */
    EventLogApi eventLog();

    /** Accounts, groups, rights, the machine's SID. */
    AccountApi accounts();

    /** The desktop. */
    Desktop desktop();

    /** The environment of a new process of this user. */
    Environment environment();

    /** The clock. */
    SimClock clock();

    /** The computer's name, as {@code GetComputerName}: upper case, at most 15 characters. */
    String computerName();

    /**
     * Starts a program, as {@code CreateProcess} with a command line.
     *
     * @throws ntbed.win32.Win32Exception 2, 3, 5, 123, 193
     */
    NtProcess createProcess(String commandLine);

    /**
     * Renames or deletes a file at the next boot, as {@code MoveFileEx} with MOVEFILE_DELAY_UNTIL_REBOOT.
     *
     * @param target where to; empty = delete
     */
    void moveFileDelayUntilReboot(NtPath source, java.util.Optional<NtPath> target, boolean replaceExisting);

    /** Shuts down, or restarts, as {@code ExitWindowsEx}; 1314 without SeShutdownPrivilege. */
    void exitWindows(boolean restart);

    /**
     * Switches the machine off, or restarts it, as {@code NtShutdownSystem}: hives and files are written, but nobody is
     * asked or told, neither services nor the event log; 1314 without SeShutdownPrivilege.
     */
    void shutdownSystem(boolean restart);

    /** Lets virtual time pass, as {@code Sleep} in a tool's own process. */
    void sleep(long millis);

    /** Runs an action once a user is logged on interactively; soon if one is, never if the machine goes down before. */
    void whenUserLogsOn(Runnable action);

    /** Puts what a person did with a tool into the trace; answers nothing and changes nothing. */
    void traceToolUse(String tool, String action);

    /** The door of a running process, with the process's token. */
    static Win32 of(NtProcess process) {
        return ((Machine) process.host()).door(process);
    }
}
