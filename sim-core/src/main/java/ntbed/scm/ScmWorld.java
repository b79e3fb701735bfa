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

/** The other parts of the machine that the manager's parts talk to. */
record ScmWorld(
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
