package ntbed.component.iis;

import java.util.Objects;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.MachineKey;
import ntbed.filesystem.NtPath;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;

/** Parts of machines with a fault. */
final class CodeMachines {
    private CodeMachines() {}

    /** The metabase file of a machine that is off. */
    static byte[] file(MachineImage image) {
        return file(image, IisMachines.FILE);
    }

    /** Any file of a machine that is off. */
    static byte[] file(MachineImage image, String path) {
        return Objects.requireNonNull(image.drives().get('C')).content(NtPath.of(path));
    }

    /** An exchange pair under the machine's key that belongs to no session key. */
    static RegistryValue otherExchange(MachineImage image) {
        MachineKey machineKey = MachineBuilder.of(image)
                .value(MachineKey.KEY, MachineKey.VALUE)
                .flatMap(MachineKey::decode)
                .orElseThrow();
        return Objects.requireNonNull(KeyContainer.generate(Layout.CONTAINER, new SeededRandom(77))
                .encode(machineKey)
                .get("Exchange"));
    }
}
