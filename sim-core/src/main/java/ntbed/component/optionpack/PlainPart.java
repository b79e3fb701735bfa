package ntbed.component.optionpack;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.win32.Win32Error;

/**
 * A part without a set-up program of its own: files to System32 and, for Transaction Server, the folder that {@code
 * [mts_core] Path} names, and the account in {@code USERID}, which must exist [M]. Its password goes nowhere.
 */
final class PlainPart {
    private static final String TRANSACTION_SERVER = "mts_core";

    /** Where Transaction Server goes unless told otherwise [M]. */
    private static final String DEFAULT_FOLDER = "%SystemDrive%\\Program Files\\Mts";

    private final Win32 win32;
    private final NtPath source;
    private final NtPath system32;
    private final Sections answers;

    PlainPart(Win32 win32, NtPath source, Sections answers) {
        this.win32 = win32;
        this.source = source;
        this.system32 = NtPath.of(win32.environment().expand("%SystemRoot%\\System32"));
        this.answers = answers;
    }

    /** Throws 2 or 3 a source file is missing, 5, 112, 1317 no such account. */
    void install(Part part) {
        if (part.name().equals(TRANSACTION_SERVER)) {
            Optional<String> user = answers.value(TRANSACTION_SERVER, "USERID");
            if (user.isPresent() && win32.accounts().lookupName(user.get()).isEmpty()) {
                throw Win32Error.ERROR_NO_SUCH_USER.raise(user.get());
            }
            makeFolder(folder());
        }
        for (String name : part.files()) {
            win32.files().copy(source.resolve(name), system32.resolve(name), false);
        }
    }

    void remove(Part part) {
        for (String name : part.files()) {
            if (win32.files().exists(system32.resolve(name))) {
                win32.files().delete(system32.resolve(name));
            }
        }
    }

    private NtPath folder() {
        return NtPath.of(answers.value(TRANSACTION_SERVER, "Path")
                .orElseGet(() -> win32.environment().expand(DEFAULT_FOLDER)));
    }

    private void makeFolder(NtPath folder) {
        if (!win32.files().exists(folder)) {
            folder.parent().ifPresent(this::makeFolder);
            win32.files().createDirectory(folder);
        }
    }
}
