package ntbed.scm;

import ntbed.eventlog.EventLogService;
import ntbed.filesystem.Volumes;
import ntbed.process.DesktopSession;
import ntbed.process.Environment;
import ntbed.process.ProcessTable;
import ntbed.registry.Registry;
import ntbed.security.LogonAuthority;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;

/**
 * The other parts of the machine that the manager's parts talk to; all belong to one machine.
 *
 * @param host the boot that the manager is part of
 * @param registry of the machine
 * @param volumes of the machine
 * @param eventLog of the machine
 * @param processes of the machine
 * @param desktop where the start-up message appears
 * @param authority asked for the accounts that services run as
 * @param environment that services inherit, and that image paths are expanded with
 * @param queue of the machine
 * @param trace of the machine
 */
public record ScmWorld(
        ScmHost host,
        Registry registry,
        Volumes volumes,
        EventLogService eventLog,
        ProcessTable processes,
        DesktopSession desktop,
        LogonAuthority authority,
        Environment environment,
        EventQueue queue,
        Trace trace) {
    /** Who acts, in the trace. */
    static final String ACTOR = "scm";

    /** The control set that booted. */
    static final String CONTROL_SET = "HKLM\\SYSTEM\\CurrentControlSet";

    /** Where the services are (K1). */
    static final String SERVICES = CONTROL_SET + "\\Services";

    /** Path of a service's key. */
    static String key(String service) {
        return SERVICES + "\\" + service;
    }
}
