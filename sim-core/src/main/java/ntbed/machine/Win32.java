package ntbed.machine;

import java.util.function.Consumer;
import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.process.Desktop;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.process.ProcessStart;
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
     * Starts a program with everything that {@code CreateProcess} takes.
     *
     * @throws ntbed.win32.Win32Exception 2, 3, 5, 123, 193
     */
    NtProcess createProcess(ProcessStart start);

    /**
     * Calls a server of this machine, with this token; what the bytes mean is the server's matter.
     *
     * @param endpoint the name it serves under, for example {@code protected_storage}; case does not count
     * @throws ntbed.win32.Win32Exception 1722 (RPC_S_SERVER_UNAVAILABLE) no living process serves that name, 1726
     *     (RPC_S_CALL_FAILED) the server ended in the call, or the server's own error
     */
    byte[] call(String endpoint, byte[] request);

    /**
     * Sees to it that the class object of a local COM server can be called, as {@code CoGetClassObject}: if nobody
     * serves the class, the service that its AppID names is started, and virtual time passes until the service serves
     * it. A failed start is DCOM event 10005 in the System log (Q187710, Q218458). Afterwards {@link #call} reaches
     * the object under the class id.
     *
     * @param clsid with braces, for example {@code {A9E69610-B80D-11D0-B9B9-00A0C922E750}}
     * @throws ntbed.win32.Win32Exception 0x80040154 (REGDB_E_CLASSNOTREG) no such class, 0x80080005
     *     (CO_E_SERVER_EXEC_FAILURE) its service does not start or does not serve it, 1722 RpcSs does not run
     */
    void activate(String clsid);

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

    /** Tells of every interactive log-on from now on, with the user's token, until the machine or the process ends. */
    void atEachLogOn(Consumer<Token> listener);

    /** Puts what a person did with a tool into the trace; answers nothing and changes nothing. */
    void traceToolUse(String tool, String action);

    /** The door of a running process, with the process's token. */
    static Win32 of(NtProcess process) {
        return ((Machine) process.host()).door(process);
    }
}
