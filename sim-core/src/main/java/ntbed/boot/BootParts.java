package ntbed.boot;

import ntbed.eventlog.EventLogService;
import ntbed.filesystem.Volumes;
import ntbed.process.DesktopSession;
import ntbed.process.ProcessTable;
import ntbed.registry.Registry;
import ntbed.time.EventQueue;
import ntbed.time.SeededRandom;
import ntbed.trace.Trace;

/**
 * The parts of a machine that was just switched on, wired to each other but empty of life; the boot brings them up.
 *
 * @param queue what happens when
 * @param trace what is seen
 * @param random chance of this power cycle
 * @param screen text before there are windows
 * @param hardware the computer
 * @param registry without hives yet
 * @param volumes the drives
 * @param eventLog not yet started
 * @param processes none yet
 * @param desktop nobody logged on
 */
public record BootParts(
        EventQueue queue,
        Trace trace,
        SeededRandom random,
        Screen screen,
        Hardware hardware,
        Registry registry,
        Volumes volumes,
        EventLogService eventLog,
        ProcessTable processes,
        DesktopSession desktop) {}
