package ntbed.component.servicepack;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.CommandLine;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.win32.CaseFolding;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * {@code Update.exe [-u] [-z]}: copies the files of the pack, and has {@code pstores.exe -install} run at the first
 * log-on of an administrator (Q255987, Q227761). {@code -u} asks nothing, {@code -z} does not restart.
 */
final class Update implements Program {
    static final String ID = "service-pack-update";
    static final String TITLE = "Windows NT Service Pack Setup";
    static final String RUN_ONCE = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce";
    static final String INSTALL = "Install pstores.exe";

    private static final String WINDOWS_NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final int COPYING_MILLIS = 90_000;
    private static final int REFUSED = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String heading() {
        return "Applies the service pack of this disc once more";
    }

    @Override
    public void main(NtProcess process) {
        process.waitForever();
        new Run(process).begin();
    }

    private static final class Run {
        private final NtProcess process;
        private final Win32 win32;
        private final List<String> switches;
        private final NtPath source;

        Run(NtProcess process) {
            this.process = process;
            this.win32 = Win32.of(process);
            List<String> words = new CommandLine(process.commandLine()).arguments();
            this.switches = words.subList(1, words.size());
            this.source = process.image().parentOrSelf().parentOrSelf();
        }

        void begin() {
            if (!process.token().is(Sid.ADMINISTRATORS)) {
                stop("You must be an administrator to apply a service pack.");
                return;
            }
            String pack = "Service Pack " + process.requireParameter(ServicePackDisc.NUMBER);
            Optional<String> installed =
                    win32.registry().value(WINDOWS_NT, "CSDVersion").flatMap(RegistryValue::text);
            if (!installed.equals(Optional.of(pack))) {
                throw new NotSimulatedException(pack + " over " + installed.orElse("no service pack"));
            }
            if (has("-u")) {
                process.after(COPYING_MILLIS, this::apply);
                return;
            }
            String question = pack + " will be applied. Files of the computer's maker are kept.";
            win32.desktop().show(TITLE, question, List.of(), List.of("Install", "Cancel"), answer -> {
                if (answer.button().equals("Install")) {
                    process.after(COPYING_MILLIS, this::apply);
                } else {
                    process.exit(0);
                }
            });
        }

        private void apply() {
            try {
                NtPath system32 = NtPath.of(win32.environment().expand("%SystemRoot%\\System32"));
                for (FileEntry file : win32.files().list(source, "*.*")) {
                    NtPath target = system32.resolve(file.path().name());
                    boolean isOptional = ServicePackDisc.OF_OPTION_PACK.contains(target.name());
                    if (file.path().name().indexOf('.') > 0
                            && (!isOptional || win32.files().exists(target))) {
                        copy(file.path(), target);
                    }
                }
                win32.registry().setValue(RUN_ONCE, INSTALL, RegistryValue.sz("pstores.exe -install"));
            } catch (Win32Exception failed) {
                stop("Setup cannot copy " + failed.detail() + ".\n"
                        + failed.error().text());
                return;
            }
            if (has("-z")) {
                process.exit(0);
            } else if (has("-u")) {
                restart();
            } else {
                String done = "The service pack has been applied. The computer must be restarted.";
                win32.desktop().show(TITLE, done, List.of(), List.of("Restart"), answer -> restart());
            }
        }

        /** A file in use takes its place at the next start. */
        private void copy(NtPath file, NtPath target) {
            try {
                win32.files().copy(file, target, false);
            } catch (Win32Exception refused) {
                if (refused.error() != Win32Error.ERROR_SHARING_VIOLATION) {
                    throw refused;
                }
                String name = target.name();
                NtPath beside =
                        target.parent().orElseThrow().resolve(name.substring(0, name.lastIndexOf('.')) + ".sp_");
                win32.files().copy(file, beside, false);
                win32.moveFileDelayUntilReboot(beside, Optional.of(target), true);
            }
        }

        private boolean has(String word) {
            return switches.stream().anyMatch(one -> CaseFolding.same(one.replace('/', '-'), word));
        }

        private void restart() {
            win32.withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(true);
            process.exit(0);
        }

        private void stop(String text) {
            win32.desktop().show(TITLE, text, List.of(), List.of("OK"), answer -> process.exit(REFUSED));
        }
    }
}
