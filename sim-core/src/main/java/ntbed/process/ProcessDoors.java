package ntbed.process;

import ntbed.eventlog.EventLogApi;
import ntbed.filesystem.ProcessFiles;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;

/** What the machine hands to each process, bound to its token; {@code actor} is the name in the trace. */
public interface ProcessDoors {
    /** The registry; a key handle holds nothing, so none need be given back. */
    RegistryApi registry(Token token, String actor);

    /** The files; the process closes what it left open when it ends. */
    ProcessFiles files(Token token, String actor);

    /** The event logs. */
    EventLogApi eventLog(Token token, String actor);

    /** The interactive desktop; it also takes away the windows of a process that ended. */
    DesktopSession desktop();

    /** The machine itself. */
    ProcessHost host();
}
