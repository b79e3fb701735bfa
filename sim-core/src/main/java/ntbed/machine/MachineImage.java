package ntbed.machine;

/** A machine that is off: what survives. */
public record MachineImage() {}
