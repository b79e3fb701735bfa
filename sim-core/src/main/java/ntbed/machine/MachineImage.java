package ntbed.machine;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.boot.BootDisk;
import ntbed.boot.Hardware;
import ntbed.eventlog.EventLogImage;
import ntbed.filesystem.VolumeImage;
import ntbed.process.Program;
import ntbed.process.ProgramCatalog;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.time.FileTime;

/**
 * A machine that is off: all that survives. Immutable; a copy of it is a reference.
 *
 * @param hardware the computer itself
 * @param drives the volumes by drive letter
 * @param disk the hives as they were last flushed
 * @param eventLogs the event log files
 * @param clock what the clock on the board shows
 * @param programs what image files can hold; knowledge of the simulation, not part of the disk
 * @param lastPowerOff how it was switched off
 */
public record MachineImage(
        Hardware hardware,
        SortedMap<Character, VolumeImage> drives,
        BootDisk disk,
        EventLogImage eventLogs,
        FileTime clock,
        ProgramCatalog programs,
        PowerOff lastPowerOff) {

    /** How a machine came to be off. */
    public enum PowerOff {
        /** It was built and has never run. */
        NEVER_RAN,
        /** It was shut down; every hive was flushed. */
        SHUT_DOWN,
        /** The power was cut, or the disk was copied while it ran. */
        CUT
    }

    public MachineImage {
        drives = Collections.unmodifiableSortedMap(new TreeMap<>(drives));
    }

    /** The volume of a drive letter, if there is one. */
    public Optional<VolumeImage> drive(char letter) {
        return Optional.ofNullable(drives.get(letter));
    }

    /** The hives as they were last flushed. */
    public SortedMap<HiveMount, HiveImage> hives() {
        return disk.hives();
    }

    /** The second copy of SYSTEM (rule H5). */
    public Optional<HiveImage> systemAlternate() {
        return disk.systemAlternate();
    }

    /** The same disk in another computer. */
    public MachineImage withHardware(Hardware other) {
        return new MachineImage(other, drives, disk, eventLogs, clock, programs, lastPowerOff);
    }

    /** The same machine at another time of day. */
    public MachineImage withClock(FileTime other) {
        return new MachineImage(hardware, drives, disk, eventLogs, other, programs, lastPowerOff);
    }

    /** With another volume under a drive letter. */
    public MachineImage withDrive(char letter, VolumeImage volume) {
        SortedMap<Character, VolumeImage> changed = new TreeMap<>(drives);
        changed.put(letter, volume);
        return new MachineImage(hardware, changed, disk, eventLogs, clock, programs, lastPowerOff);
    }

    /** With another hive in a hive's place; the second copy of SYSTEM stays as it is. */
    public MachineImage withHive(HiveMount mount, HiveImage hive) {
        SortedMap<HiveMount, HiveImage> changed = new TreeMap<>(disk.hives());
        changed.put(mount, hive);
        return withDisk(new BootDisk(changed, disk.systemAlternate()));
    }

    /** With other hives. */
    public MachineImage withDisk(BootDisk other) {
        return new MachineImage(hardware, drives, other, eventLogs, clock, programs, lastPowerOff);
    }

    /** With more programs that its image files may hold. */
    public MachineImage withPrograms(Program... more) {
        return new MachineImage(hardware, drives, disk, eventLogs, clock, programs.plus(more), lastPowerOff);
    }
}
