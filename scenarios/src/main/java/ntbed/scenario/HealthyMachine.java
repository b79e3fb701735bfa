package ntbed.scenario;

import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;

/** A machine as installed, switched on: what an article's machines are before anything happens to them. */
public final class HealthyMachine {
    private HealthyMachine() {}

    /** Switches a new machine of that edition on; it stands before its first boot. */
    public static Machine powerOn(Edition edition, long seed) {
        return Machine.powerOn(Components.base(edition, BaseInstallation.SERVICE_PACK), seed);
    }
}
