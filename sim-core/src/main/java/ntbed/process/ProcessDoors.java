package ntbed.process;

import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.FileApi;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;

/** What the machine hands to each process, bound to its token; {@code actor} is the name in the trace. */
public interface ProcessDoors {
    /** The registry. */
    RegistryApi registry(Token token, String actor);

    /** The files. */
    FileApi files(Token token, String actor);

    /** The event logs. */
    EventLogApi eventLog(Token token, String actor);

    /** The interactive desktop; it also takes away the windows of a process that ended. */
    DesktopSession desktop();

    /** The machine itself. */
    ProcessHost host();
}
