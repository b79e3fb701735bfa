package ntbed.crypto;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** What code a call fails with. */
final class Codes {
    private Codes() {}

    static Win32Error of(Runnable call) {
        Win32Exception failed = catchThrowableOfType(Win32Exception.class, call::run);
        return failed == null ? Win32Error.ERROR_SUCCESS : failed.error();
    }
}
