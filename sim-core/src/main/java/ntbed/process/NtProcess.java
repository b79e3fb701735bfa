package ntbed.process;

import java.util.Map;
import java.util.OptionalInt;
import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;
import ntbed.time.SeededRandom;
import ntbed.time.SimClock;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** A running process as its program sees it. */
public interface NtProcess {
    /** Unique while the machine runs. */
    int id();

    /** The image file. */
    NtPath image();

    /** The whole command line, image first. */
    String commandLine();

    /** What the image file's content says beside the program's id: how this image behaves. */
    Map<String, String> imageParameters();

    /**
     * An image parameter that the program cannot do without.
     *
     * @throws Win32Exception 193 the image has none: it is no image of this program
     */
    default String requireParameter(String name) {
        String value = imageParameters().get(name);
        if (value == null) {
            throw Win32Error.ERROR_BAD_EXE_FORMAT.raise(image() + " without " + name);
        }
        return value;
    }

    /** Who it runs as. */
    Token token();

    /** Its environment. */
    Environment environment();

    /** Where relative paths begin. */
    NtPath currentDirectory();

    /** The screen it prints to. */
    Console console();

    /** The clock. */
    SimClock clock();

    /** Chance of this process alone. */
    SeededRandom random();

    /** The registry, with this token. */
    RegistryApi registry();

    /** The files, with this token. */
    FileApi files();

    /** The event logs, with this token. */
    EventLogApi eventLog();

    /** The desktop, where it may show a window. */
    Desktop desktop();

    /** Whoever created the process; {@code machine} gives the full door for it. */
    ProcessHost host();

    /** Where a service process meets the service control manager; throws 1063 if it was not started by it. */
    ServiceDispatcher serviceDispatcher();

    /**
     * Answers calls under that name until the process ends, and keeps the process alive for it, as
     * {@code RpcServerUseProtseqEp} and {@code RpcServerListen}. Case does not count in the name.
     *
     * @throws ntbed.win32.Win32Exception 87 the name is empty, 1740 (RPC_S_DUPLICATE_ENDPOINT) a living process has it
     */
    void serve(String endpoint, RpcServer server);

    /** Runs something later, if the process still lives then. */
    void after(long delayMillis, Runnable action);

    /** Keeps the process alive though nothing is pending: it waits for something that never comes. */
    void waitForever();

    /** Ends the process; whatever is pending is dropped, image and handles are released. */
    void exit(int exitCode);

    /** Ends the process by a fault: as {@link #exit} with the exception's code, for example 0xC0000005. */
    void crash(int exceptionCode);

    /** Whether it has not ended. */
    boolean isAlive();

    /** The code it ended with; empty while it lives. */
    OptionalInt exitCode();
}
