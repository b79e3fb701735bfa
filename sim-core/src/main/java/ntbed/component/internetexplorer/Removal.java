package ntbed.component.internetexplorer;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * Takes Internet Explorer away: browser, libraries, version values, entry in the list. Protected Storage stays, as it
 * does when a service pack is removed (Q248113; for Internet Explorer [M]). The setup program itself goes at the next
 * start.
 */
final class Removal {
    private final Win32 win32;
    private final Release release;

    Removal(Win32 win32, Release release) {
        this.win32 = win32;
        this.release = release;
    }

    void run() {
        NtPath system32 = NtPath.of(win32.environment().expand("%SystemRoot%\\System32"));
        NtPath setup = InternetExplorer.FOLDER.resolve("Setup");
        delete(InternetExplorer.FOLDER.resolve("iexplore.exe"));
        Release.LIBRARIES.forEach(name -> delete(system32.resolve(name)));
        for (String name : release.systemFiles().keySet()) {
            delete(setup.resolve(InternetExplorer.SOURCES).resolve(name));
        }
        win32.moveFileDelayUntilReboot(setup.resolve(InternetExplorer.SETUP_PROGRAM), Optional.empty(), false);
        for (String value : List.of("Version", "Build")) {
            ifThere(() -> win32.registry().deleteValue(InternetExplorer.KEY, value));
        }
        ifThere(() -> win32.registry().deleteKey(InternetExplorer.UNINSTALL + release.uninstallKey()));
    }

    private void delete(NtPath file) {
        ifThere(() -> win32.files().delete(file));
    }

    /** What is gone already needs no removing. */
    private static void ifThere(Runnable deletion) {
        try {
            deletion.run();
        } catch (Win32Exception refused) {
            if (refused.error() != Win32Error.ERROR_FILE_NOT_FOUND
                    && refused.error() != Win32Error.ERROR_PATH_NOT_FOUND) {
                throw refused;
            }
        }
    }
}
