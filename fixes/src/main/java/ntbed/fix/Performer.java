package ntbed.fix;

import java.util.Optional;
import java.util.function.Predicate;
import ntbed.machine.Win32;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.win32.AccessMask;

/**
 * Does one step through the surface. The answer is empty when it is done, or says why it was not; errors of NT come
 * through as they are.
 *
 * <p>A value is changed only if it still is what the plan says it was, so a plan that has grown old does no harm; one
 * that is already as it should be is left alone.
 */
final class Performer implements StepView<Optional<String>> {
    private static final Optional<String> DONE = Optional.empty();

    private final Win32 machine;
    private final Predicate<Step.AskPerson> person;

    Performer(Win32 machine, Predicate<Step.AskPerson> person) {
        this.machine = machine;
        this.person = person;
    }

    @Override
    public Optional<String> setValue(Step.SetValue step) {
        Optional<RegistryValue> now = RegistryReading.value(machine.registry(), step.key(), step.name());
        if (now.equals(Optional.of(step.value()))) {
            return DONE;
        }
        if (!now.equals(step.old())) {
            return changed(step.name(), now);
        }
        try (RegistryKey key = machine.registry().openKey(step.key(), AccessMask.KEY_SET_VALUE)) {
            key.setValue(step.name(), step.value());
        }
        return DONE;
    }

    @Override
    public Optional<String> deleteValue(Step.DeleteValue step) {
        Optional<RegistryValue> now = RegistryReading.value(machine.registry(), step.key(), step.name());
        if (now.isEmpty()) {
            return DONE;
        }
        if (!now.get().equals(step.old())) {
            return changed(step.name(), now);
        }
        try (RegistryKey key = machine.registry().openKey(step.key(), AccessMask.KEY_SET_VALUE)) {
            key.deleteValue(step.name());
        }
        return DONE;
    }

    private static Optional<String> changed(String name, Optional<RegistryValue> now) {
        String found = now.map(RegistryValue::toString).orElse("not there");
        return Optional.of("Value " + name + " is " + found + " by now.");
    }

    @Override
    public Optional<String> copyFile(Step.CopyFile step) {
        machine.files().copy(step.source(), step.target(), true);
        return DONE;
    }

    @Override
    public Optional<String> deleteFile(Step.DeleteFile step) {
        machine.files().delete(step.path());
        return DONE;
    }

    @Override
    public Optional<String> runProgram(Step.RunProgram step) {
        machine.createProcess(step.commandLine());
        return DONE;
    }

    @Override
    public Optional<String> askPerson(Step.AskPerson step) {
        return person.test(step) ? DONE : Optional.of("The answer was no.");
    }

    @Override
    public Optional<String> restart(Step.Restart step) {
        machine.withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(true);
        return DONE;
    }
}
