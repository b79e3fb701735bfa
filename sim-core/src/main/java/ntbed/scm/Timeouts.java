package ntbed.scm;

import java.util.Optional;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;

/** The manager's time limits, in virtual milliseconds. */
final class Timeouts {
    /**
     * T1, D11: a process that was created must connect within this. NT 4.0 reads no registry value for it ({@code
     * ServicesPipeTimeout} is later), so there is nothing to override it with.
     */
    static final long CONNECT_MILLIS = 120_000;

    /** T2: a handler must return within this (Q238665). */
    static final long TRANSACT_MILLIS = 120_000;

    /** T4: without a sign of progress for this plus the wait hint, a starting service hangs. */
    static final long START_HANG_MILLIS = 80_000;

    /** T8: what shutdown waits where {@code WaitToKillServiceTimeout} says nothing (Q184124). */
    static final long SHUTDOWN_MILLIS = 20_000;

    private static final int MAX_DIGITS = 9;

    private Timeouts() {}

    /** T8: {@code Control\WaitToKillServiceTimeout}, a REG_SZ of decimal digits; anything else is the default. */
    static long shutdownMillis(Registry registry) {
        Optional<String> text = registry.tree(ScmWorld.CONTROL_SET + "\\Control")
                .flatMap((KeyTree control) -> control.value("WaitToKillServiceTimeout"))
                .flatMap(RegistryValue::text);
        return text.filter(Timeouts::isNumber).map(Long::parseLong).orElse(SHUTDOWN_MILLIS);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }
}
