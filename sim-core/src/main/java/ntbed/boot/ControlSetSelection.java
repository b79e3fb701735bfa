package ntbed.boot;

import java.util.Optional;
import java.util.OptionalInt;
import ntbed.registry.KeyTree;

/**
 * Which control set a boot uses (rules B4, L1, L8): a pure function of {@code HKLM\SYSTEM} and the person's choice.
 *
 * @param source number of the control set that the loader reads
 * @param fromLastKnownGood whether it is the last known good one, of which the kernel makes a copy to run
 */
public record ControlSetSelection(int source, boolean fromLastKnownGood) {
    static final String SYSTEM = "HKLM\\SYSTEM";
    static final String SELECT = "Select";
    static final String CURRENT = "Current";
    static final String DEFAULT = "Default";
    static final String FAILED = "Failed";
    static final String LAST_KNOWN_GOOD = "LastKnownGood";
    private static final int HIGHEST = 999;

    /**
     * Chooses.
     *
     * <p>Last Known Good that is not there (a machine that never got as far) cannot be chosen: the loader takes
     * Default.
     *
     * @param system the tree of the SYSTEM hive as the loader read it
     * @return empty if {@code Select} names no control set that exists: the hive is as good as corrupt (rule H6)
     */
    public static Optional<ControlSetSelection> choose(KeyTree system, boolean lastKnownGood) {
        if (lastKnownGood) {
            OptionalInt good = existing(system, LAST_KNOWN_GOOD);
            if (good.isPresent()) {
                return Optional.of(new ControlSetSelection(good.getAsInt(), true));
            }
        }
        OptionalInt byDefault = existing(system, DEFAULT);
        return byDefault.isPresent()
                ? Optional.of(new ControlSetSelection(byDefault.getAsInt(), false))
                : Optional.empty();
    }

    /** Whether there is a last known good control set. */
    static boolean hasLastKnownGood(KeyTree system) {
        return existing(system, LAST_KNOWN_GOOD).isPresent();
    }

    /** {@code ControlSet001} for 1. */
    public static String keyName(int number) {
        String digits = Integer.toString(number); // asked for at each boot, where a formatter would be most of its cost
        return "ControlSet" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    /** The number under a name of {@code Select}, if it is a REG_DWORD. */
    static OptionalInt number(KeyTree system, String name) {
        Optional<KeyTree> select = system.descend(SELECT);
        if (select.isEmpty()) {
            return OptionalInt.empty();
        }
        var value = select.get().value(name);
        return value.isEmpty() ? OptionalInt.empty() : value.get().dword();
    }

    /** The lowest number from 1 that has no control set and that {@code Select} does not name. */
    static int nextFree(KeyTree system) {
        for (int number = 1; number <= HIGHEST; number++) {
            if (system.descend(keyName(number)).isEmpty() && !isNamed(system, number)) {
                return number;
            }
        }
        throw new AssertionError("all control set numbers are taken");
    }

    private static boolean isNamed(KeyTree system, int number) {
        OptionalInt named = OptionalInt.of(number);
        return number(system, CURRENT).equals(named)
                || number(system, DEFAULT).equals(named)
                || number(system, FAILED).equals(named)
                || number(system, LAST_KNOWN_GOOD).equals(named);
    }

    private static OptionalInt existing(KeyTree system, String name) {
        OptionalInt number = number(system, name);
        boolean there = number.isPresent()
                && number.getAsInt() >= 0
                && number.getAsInt() <= HIGHEST
                && system.descend(keyName(number.getAsInt())).isPresent();
        return there ? number : OptionalInt.empty();
    }
}
