package ntbed.component.sysprep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.win32.ServicePack;
import ntbed.win32.Win32Exception;

/**
 * One run of {@code Sysprep.exe} on the master, step by step.
 *
 * <p>Every check comes before the first change, so that a refused run leaves nothing behind. Copying and marking take
 * {@value #COPYING_MILLIS} ms together [I].
 */
final class SysprepRun {
    static final String TITLE = "Windows NT System Preparation Tool";

    /** Q200567. */
    static final String PROHIBITED = "The use of this tool is prohibited on this product.";

    // The tool's other sentences are made up [M].
    static final String NOT_ADMINISTRATOR = "You must be an administrator to prepare this computer.";
    private static final String QUESTION =
            "This computer will be prepared for duplication and switched off. Do you want to continue?";

    private static final String WINDOWS_NT = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final int COPYING_MILLIS = 4_000;
    private static final int REFUSED = 1;
    private static final int FIRST_GRACEFUL_SERVICE_PACK = 5;

    private final NtProcess process;
    private final Win32 win32;
    private final SysprepCommand command;
    private final NtPath folder;
    private final NtPath system32;

    SysprepRun(NtProcess process, Win32 win32, SysprepCommand command) {
        this.process = process;
        this.win32 = win32;
        this.command = command;
        this.folder = process.image().parent().orElseThrow();
        this.system32 = NtPath.of(process.environment().expand("%SystemRoot%\\System32"));
    }

    void begin() {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            messageBox(refusal.get());
        } else if (command.quiet()) {
            prepare();
        } else {
            win32.desktop().show(TITLE, QUESTION, List.of(), List.of("OK", "Cancel"), answer -> {
                if (answer.button().equals("OK")) {
                    prepare();
                } else {
                    process.exit(REFUSED);
                }
            });
        }
    }

    /** Why the tool will not run, if it will not. */
    private Optional<String> refusal() {
        if (!command.defeat() && !isLicensedMedia()) {
            return Optional.of(PROHIBITED);
        }
        if (!process.token().is(Sid.ADMINISTRATORS)) {
            return Optional.of(NOT_ADMINISTRATOR);
        }
        if (command.unknown().isPresent()) {
            return Optional.of("The parameter " + command.unknown().get() + " is unknown.");
        }
        return missingFile().map(file -> "The file " + file + " was not found.");
    }

    /** A needed file that is not there; an answer file whose name is no path is told as it was typed. */
    private Optional<String> missingFile() {
        try {
            for (NtPath needed :
                    List.of(folder.resolve(ToolSet.SETUPCL), answerFile().orElse(process.image()))) {
                if (!win32.files().exists(needed)) {
                    return Optional.of(needed.toString());
                }
            }
            return Optional.empty();
        } catch (Win32Exception noPath) {
            return command.answerFile();
        }
    }

    /**
     * The tool asks for installation media of a Select or OEM agreement (Q200567). They are told here by the channel in
     * the Windows product ID, {@code 270} or {@code OEM} [M].
     */
    private boolean isLicensedMedia() {
        String productId = win32.registry()
                .value(WINDOWS_NT, "ProductId")
                .flatMap(RegistryValue::text)
                .orElse("");
        return productId.contains("-270-") || productId.contains("-OEM-");
    }

    /** A bare name is looked for beside the tool [M]. */
    private Optional<NtPath> answerFile() {
        return command.answerFile()
                .map(name -> name.length() > 2 && name.charAt(1) == ':' ? NtPath.of(name) : folder.resolve(name));
    }

    private void prepare() {
        process.after(COPYING_MILLIS, () -> {
            try {
                copyFiles();
                Psysdup2Service.register(win32);
                leaveMarks();
                tellNextStart();
                switchOff();
            } catch (Win32Exception failed) {
                messageBox(failed.error().text());
            }
        });
    }

    /** What is missing in the folder is not copied and nobody says so (Q198417). */
    private void copyFiles() {
        answerFile().ifPresent(file -> copy(file, AnswerFile.INSTALLED_NAME));
        for (String name : List.of(ToolSet.SETUPCL, ToolSet.PSYSDUP2, ToolSet.PSYDO957)) {
            if (win32.files().exists(folder.resolve(name))) {
                copy(folder.resolve(name), name);
            }
        }
    }

    private void copy(NtPath source, String name) {
        win32.files().copy(source, system32.resolve(name), false);
    }

    private void leaveMarks() {
        long seconds = process.clock().now().unixSeconds();
        SetupKey.set(win32, SetupKey.CLONE_TAG, RegistryValue.sz(String.format(Locale.ROOT, "%08X", seconds)));
        SetupKey.set(win32, SetupKey.IN_PROGRESS, RegistryValue.dword(1));
        SetupKey.set(win32, SetupKey.TOOLS_FOLDER, RegistryValue.sz(folder.toString()));
    }

    private void tellNextStart() {
        String commandLine = system32.resolve(ToolSet.SETUPCL) + (command.noSidgen() ? " " + Setupcl.NO_SIDGEN : "");
        SetupKey.set(win32, SetupKey.SETUP_TYPE, RegistryValue.dword(1));
        SetupKey.set(win32, SetupKey.COMMAND_LINE, RegistryValue.sz(commandLine));
    }

    /** Below Service Pack 5 the tool does not ask NT to shut down, it pulls it down: event 6008 follows (Q216071). */
    private void switchOff() {
        Win32 privileged = win32.withPrivilege(Privilege.SE_SHUTDOWN);
        if (servicePack() < FIRST_GRACEFUL_SERVICE_PACK) {
            privileged.shutdownSystem(command.reboot());
        } else {
            privileged.exitWindows(command.reboot());
        }
    }

    private int servicePack() {
        return win32.registry()
                .value(WINDOWS_NT, "CSDVersion")
                .flatMap(RegistryValue::text)
                .map(ServicePack::number)
                .orElse(0);
    }

    private void messageBox(String text) {
        win32.desktop().show(TITLE, text, List.of(), List.of("OK"), answer -> process.exit(REFUSED));
    }
}
