package ntbed.boot;

import static ntbed.boot.ControlSetSelection.CURRENT;
import static ntbed.boot.ControlSetSelection.DEFAULT;
import static ntbed.boot.ControlSetSelection.FAILED;
import static ntbed.boot.ControlSetSelection.LAST_KNOWN_GOOD;
import static ntbed.boot.ControlSetSelection.SELECT;
import static ntbed.boot.ControlSetSelection.SYSTEM;
import static ntbed.boot.ControlSetSelection.keyName;
import static ntbed.boot.ControlSetSelection.nextFree;

import java.util.OptionalInt;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;

/**
 * What becomes of the control sets while the machine runs: Current, the Clone, and the Last Known Good set that is made
 * of it (rules B4, B7, L1, L3, L8, L10).
 *
 * <p>All copies are by reference, so none costs more for a larger control set.
 */
final class LastKnownGood {
    private static final String ACTOR = "kernel";
    private static final String CLONE = SYSTEM + "\\Clone";
    private static final String CURRENT_CONTROL_SET = SYSTEM + "\\CurrentControlSet";

    private final Registry registry;

    LastKnownGood(Registry registry) {
        this.registry = registry;
    }

    /**
     * Makes the chosen set the current one and takes the Clone of it, before any driver runs.
     *
     * @return number of the set that runs
     */
    int enter(ControlSetSelection selection) {
        int number = selection.fromLastKnownGood() ? revert(selection.source()) : selection.source();
        select(CURRENT, number);
        registry.link(CURRENT_CONTROL_SET, set(number), ACTOR);
        registry.copyTree(set(number), CLONE, ACTOR);
        return number;
    }

    /**
     * Rule L8: a copy of the good set under the next free number becomes Default; what was Default is Failed.
     *
     * <p>A set that failed earlier is dropped [I], or a machine that reverts often would have more than the four sets
     * of rule L1.
     */
    private int revert(int good) {
        KeyTree system = registry.tree(SYSTEM).orElseThrow(AssertionError::new);
        OptionalInt earlierFailed = ControlSetSelection.number(system, FAILED);
        OptionalInt failing = ControlSetSelection.number(system, DEFAULT);
        int copy = nextFree(system);
        registry.copyTree(set(good), set(copy), ACTOR);
        select(DEFAULT, copy);
        if (failing.isPresent()) {
            select(FAILED, failing.getAsInt());
            boolean hasEarlier = earlierFailed.isPresent() && earlierFailed.getAsInt() != 0; // 0: none failed (L1)
            if (hasEarlier && earlierFailed.getAsInt() != good && !earlierFailed.equals(failing)) {
                registry.deleteTree(set(earlierFailed.getAsInt()), ACTOR);
            }
        }
        return copy;
    }

    /** Rule L3: the boot was good; the Clone takes the place of the previous Last Known Good set. */
    void accept() {
        KeyTree system = registry.tree(SYSTEM).orElseThrow(AssertionError::new);
        if (system.descend("Clone").isEmpty()) {
            return;
        }
        OptionalInt before = ControlSetSelection.number(system, LAST_KNOWN_GOOD);
        int good = isReplaceable(system, before) ? before.getAsInt() : nextFree(system);
        registry.copyTree(CLONE, set(good), ACTOR);
        select(LAST_KNOWN_GOOD, good);
        registry.deleteTree(CLONE, ACTOR);
    }

    /** A new installation's LastKnownGood may name the very set that runs; that one must not be replaced. */
    private static boolean isReplaceable(KeyTree system, OptionalInt good) {
        return good.isPresent()
                && good.getAsInt() >= 0
                && good.getAsInt() <= 999
                && !good.equals(ControlSetSelection.number(system, CURRENT))
                && !good.equals(ControlSetSelection.number(system, DEFAULT));
    }

    private void select(String name, int number) {
        RegistryValue value = RegistryValue.dword(number);
        boolean same = registry.tree(SYSTEM + "\\" + SELECT)
                .flatMap(key -> key.value(name))
                .filter(value::equals)
                .isPresent();
        if (!same) {
            registry.setValue(SYSTEM + "\\" + SELECT, name, value, ACTOR);
        }
    }

    private static String set(int number) {
        return SYSTEM + "\\" + keyName(number);
    }
}
