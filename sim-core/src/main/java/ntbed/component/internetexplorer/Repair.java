package ntbed.component.internetexplorer;

import java.util.Optional;
import java.util.Set;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Puts every file of the set back, whatever is there. A file in use is laid beside its place and takes it at the next
 * start (MoveFileEx with MOVEFILE_DELAY_UNTIL_REBOOT).
 *
 * <p>The client libraries of Protected Storage count as in use: the shell of whoever is logged on has them loaded [M].
 * So a repair is never complete before the restart.
 */
final class Repair {
    private static final Set<String> LOADED_BY_SHELL = Set.of("pstorec.dll", "pstorerc.dll");

    private final Win32 win32;
    private final NtPath sources;
    private final NtPath system32;
    private final Release release;

    Repair(Win32 win32, NtPath setupFolder, Release release) {
        this.win32 = win32;
        this.sources = setupFolder.resolve(InternetExplorer.SOURCES);
        this.system32 = NtPath.of(win32.environment().expand("%SystemRoot%\\System32"));
        this.release = release;
    }

    /** Throws the code of the file that could not be replaced: 2 or 3 where its source is gone, 5 no right, 112. */
    void run() {
        for (String name : release.systemFiles().keySet()) {
            NtPath target = system32.resolve(name);
            if (LOADED_BY_SHELL.contains(name) || !replacedNow(sources.resolve(name), target)) {
                atNextStart(sources.resolve(name), target);
            }
        }
    }

    /** False where the file is in use. */
    private boolean replacedNow(NtPath source, NtPath target) {
        try {
            win32.files().copy(source, target, false);
            return true;
        } catch (Win32Exception refused) {
            if (refused.error() == Win32Error.ERROR_SHARING_VIOLATION) {
                return false;
            }
            throw refused;
        }
    }

    private void atNextStart(NtPath source, NtPath target) {
        String name = target.name();
        NtPath beside = system32.resolve(name.substring(0, name.lastIndexOf('.')) + ".ie_");
        win32.files().copy(source, beside, false);
        win32.moveFileDelayUntilReboot(beside, Optional.of(target), true);
    }
}
