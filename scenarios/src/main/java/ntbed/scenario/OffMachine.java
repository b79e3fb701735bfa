package ntbed.scenario;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;

/** What steps do to files and to the registry of a machine that is off, from outside. */
final class OffMachine {
    private OffMachine() {}

    static MachineImage damage(MachineImage image, Damage damage) {
        FaultInjector faults = FaultInjector.on(image);
        Target target = damage.target();
        if (!target.isFile()) {
            RegistryValue value = MachineBuilder.of(image)
                    .value(target.key(), target.name())
                    .orElseThrow(() -> new BenchException("there is no value " + target));
            RegistryValue damaged = RegistryValue.of(value.type(), damage.applyTo(value.data()));
            return faults.setValue(target.key(), target.name(), damaged).image();
        }
        NtPath file = NtPath.of(target.file());
        Optional<VolumeImage> volume = Optional.ofNullable(image.drives().get(file.drive()));
        if (volume.isEmpty() || volume.get().find(file).isEmpty()) {
            throw new BenchException("there is no file " + target);
        }
        return damage.kind() == Damage.Kind.DELETE
                ? faults.deleteFile(target.file()).image()
                : faults.overwriteFile(
                                target.file(), damage.applyTo(volume.get().content(file)))
                        .image();
    }

    static MachineImage deleteFromRegistry(MachineImage image, String key, String valueName) {
        FaultInjector faults = FaultInjector.on(image);
        return (valueName.isEmpty() ? faults.deleteKey(key) : faults.deleteValue(key, valueName)).image();
    }
}
