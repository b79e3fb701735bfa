package ntbed.process;

import java.util.Optional;
import ntbed.filesystem.NtPath;

/**
 * What a new process is given, as the arguments of {@code CreateProcess}.
 *
 * @param application the image file; empty = the command line names it
 * @param commandLine the command line as the program sees it
 * @param environment its environment
 * @param currentDirectory its current directory; empty = System32, as for a service
 * @param console the screen it prints to
 */
public record ProcessStart(
        Optional<NtPath> application,
        String commandLine,
        Environment environment,
        Optional<NtPath> currentDirectory,
        Console console) {
    /** A process whose command line names its image, with a screen of its own. */
    public static ProcessStart of(String commandLine, Environment environment) {
        return new ProcessStart(Optional.empty(), commandLine, environment, Optional.empty(), new Console());
    }
}
