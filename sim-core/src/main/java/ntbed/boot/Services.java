package ntbed.boot;

import java.util.Map;
import ntbed.eventlog.EventLogService;
import ntbed.process.Environment;
import ntbed.process.NtProcess;
import ntbed.process.ServiceStatus;
import ntbed.registry.Registry;
import ntbed.scm.ScmHost;
import ntbed.scm.ScmWorld;
import ntbed.scm.ServiceControlManager;
import ntbed.trace.TraceEvent;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;

/**
 * services.exe as the boot sees it: the service control manager, what it asks of the boot, and the EventLog service,
 * which lives in it.
 */
final class Services implements ScmHost {
    private static final String SETUP = "HKLM\\SYSTEM\\Setup";
    private static final String MINI_SETUP = "MiniSetupCompleted";
    private static final int ACCESS_VIOLATION = 0xC000_0005;

    private final Phases phases;
    private final Kernel kernel;
    private final NtProcess process;
    private final Registry registry;
    private final EventLogService eventLog;
    private final ServiceControlManager manager;
    private final boolean completesMiniSetup;

    Services(
            Phases phases,
            Kernel kernel,
            NtProcess process,
            LocalSecurityAuthority authority,
            Environment environment) {
        BootParts parts = phases.parts();
        this.phases = phases;
        this.kernel = kernel;
        this.process = process;
        this.registry = parts.registry();
        this.eventLog = parts.eventLog();
        this.completesMiniSetup = consumeMiniSetup();
        this.manager = new ServiceControlManager(new ScmWorld(
                this,
                registry,
                parts.volumes(),
                eventLog,
                parts.processes(),
                parts.desktop(),
                authority,
                environment,
                parts.queue(),
                parts.trace()));
        for (Map.Entry<String, Win32Error> driver : kernel.driverResults().entrySet()) {
            manager.drivers().loadedByKernel(driver.getKey(), driver.getValue());
        }
    }

    ServiceControlManager manager() {
        return manager;
    }

    @Override
    public boolean lastKnownGoodRunning() {
        return kernel.lastKnownGoodRunning();
    }

    @Override
    public boolean canRevert() {
        return kernel.canRevert();
    }

    @Override
    public void revertToLastKnownGood(String service) {
        String who = service.isEmpty() ? "a program asked for it" : "service " + service + " failed";
        phases.restartSystem(BootChoices.useLastKnownGood(), who);
    }

    @Override
    public void acceptBoot() {
        phases.reached("boot accepted", "");
        new LastKnownGood(registry).accept();
    }

    @Override
    public void fault(String key, String why) {
        phases.reached("services.exe faulted", key + ": " + why);
        if (process.isAlive()) {
            process.crash(ACCESS_VIOLATION);
        }
    }

    @Override
    public void serviceChanged(String service, ServiceStatus status) {
        if (CaseFolding.same(service, "EventLog")) {
            if (status.currentState() == ServiceStatus.RUNNING) {
                eventLog.start();
            } else if (status.currentState() == ServiceStatus.STOPPED) {
                eventLog.stop();
            }
        }
    }

    @Override
    public boolean completesMiniSetup() {
        return completesMiniSetup;
    }

    /** Decision D3: the mini-wizard leaves a mark [M]; the boot after it takes the mark away. */
    private boolean consumeMiniSetup() {
        boolean marked = registry.tree(SETUP)
                .filter(key -> DriverOrder.number(key, MINI_SETUP, 0) == 1)
                .isPresent();
        if (marked) {
            registry.deleteValue(SETUP, MINI_SETUP, "winlogon");
            int unused = phases.parts()
                    .trace()
                    .emit("winlogon", stamp -> new TraceEvent.Stage(stamp, "mini-setup completed", ""));
        }
        return marked;
    }
}
