package ntbed.process;

import ntbed.eventlog.EventLogApi;
import ntbed.eventlog.EventLogService;
import ntbed.filesystem.ProcessFiles;
import ntbed.filesystem.Volumes;
import ntbed.registry.Registry;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;

/** The doors of processes that have no machine around them, to the real parts behind them. */
public record TestDoors(Registry keys, Volumes volumes, EventLogService log, DesktopSession desktop, ProcessHost host)
        implements ProcessDoors {
    /** Doors to a machine that nobody will ask for. */
    public TestDoors(Registry keys, Volumes volumes, EventLogService log, DesktopSession desktop) {
        this(keys, volumes, log, desktop, new ProcessHost() {});
    }

    @Override
    public RegistryApi registry(Token token, String actor) {
        return keys.as(token, actor);
    }

    @Override
    public ProcessFiles files(Token token, String actor) {
        return volumes.forProcess(token, actor);
    }

    @Override
    public EventLogApi eventLog(Token token, String actor) {
        return log.as(token, actor);
    }
}
