package ntbed.scenario;

import ntbed.machine.Machine;

/** A machine as installed, switched on: what an article's machines are before anything happens to them. */
public final class HealthyMachine {
    private HealthyMachine() {}

    /** Makes the images that are made once, and boots two of them, so that the first run finds all of it at hand. */
    public static void prepare() {
        for (Edition edition : new Edition[] {Edition.SERVER, Edition.WORKSTATION}) {
            var unused = powerOn(edition, 0).boot();
        }
    }

    /** Switches a new machine of that edition on; it stands before its first boot. */
    public static Machine powerOn(Edition edition, long seed) {
        return Machine.powerOn(Components.base(edition), seed);
    }
}
