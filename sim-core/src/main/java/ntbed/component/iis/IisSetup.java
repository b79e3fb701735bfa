package ntbed.component.iis;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.CommandLine;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** {@code iissetup.exe} [M]: installs and removes this part of the Option Pack on a running machine. */
final class IisSetup implements Program {
    static final String ID = "iissetup";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Installs or removes the Internet services of the Option Pack";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        List<String> words = new CommandLine(process.commandLine()).arguments();
        String verb = words.size() > 1 ? NtPath.fold(words.get(1)) : "";
        try {
            switch (verb) {
                case "/INSTALL" -> new SetupRun(process, words.subList(2, words.size())).begin();
                case "/REMOVE" -> new RemovalRun(process).begin();
                default -> throw Win32Error.ERROR_INVALID_PARAMETER.raise("iissetup " + verb);
            }
        } catch (Win32Exception failed) {
            end(process, failed.error());
        }
    }

    /** Runs a step; what it meets is the end of the program. */
    static void step(NtProcess process, Runnable step) {
        try {
            step.run();
        } catch (Win32Exception failed) {
            end(process, failed.error());
        }
    }

    /** Leaves the result for whoever started the program, and ends. */
    static void end(NtProcess process, Win32Error result) {
        try {
            Win32.of(process)
                    .registry()
                    .setValue(Layout.INET_STP, Layout.LAST_RESULT, RegistryValue.dword(result.code()));
        } catch (Win32Exception refused) {
            // Whoever may not write there is told by the exit code.
            process.exit(refused.code());
            return;
        }
        process.exit(result.code());
    }
}
