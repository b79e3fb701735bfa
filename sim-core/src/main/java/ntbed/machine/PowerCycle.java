package ntbed.machine;

import java.util.SortedMap;
import ntbed.boot.BootChoices;
import ntbed.boot.BootDisk;
import ntbed.boot.BootHost;
import ntbed.boot.BootOutcome;
import ntbed.boot.BootParts;
import ntbed.boot.BootSequence;
import ntbed.boot.Screen;
import ntbed.eventlog.EventLogApi;
import ntbed.eventlog.EventLogService;
import ntbed.filesystem.ProcessFiles;
import ntbed.filesystem.VolumeImage;
import ntbed.filesystem.Volumes;
import ntbed.machine.MachineImage.PowerOff;
import ntbed.process.DesktopSession;
import ntbed.process.ProcessDoors;
import ntbed.process.ProcessHost;
import ntbed.process.ProcessTable;
import ntbed.registry.Registry;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.SeededRandom;
import ntbed.trace.Trace;
import org.jspecify.annotations.Nullable;

/** All that lives from one start of the loader to the next: the parts of the machine, wired to each other. */
final class PowerCycle implements ProcessDoors {
    private final Machine machine;
    private final MachineImage image;
    private final BootParts parts;
    private final BootSequence boot;
    private @Nullable BootOutcome outcome;

    PowerCycle(
            Machine machine,
            MachineImage image,
            EventQueue queue,
            Trace trace,
            SeededRandom random,
            Screen screen,
            BootChoices choices) {
        this.machine = machine;
        this.image = image;
        Registry registry = new Registry(queue, trace);
        Volumes volumes = new Volumes(queue, trace, image.drives());
        EventLogService eventLog = new EventLogService(queue, trace, registry);
        eventLog.open(image.eventLogs());
        ProcessTable processes =
                new ProcessTable(queue, trace, volumes, image.programs(), random.fork("processes"), this);
        DesktopSession desktop = new DesktopSession(trace, registry, eventLog);
        this.parts = new BootParts(
                queue, trace, random, screen, image.hardware(), registry, volumes, eventLog, processes, desktop);
        this.boot = new BootSequence(parts, image.disk(), choices, new Host());
    }

    BootParts parts() {
        return parts;
    }

    Machine machine() {
        return machine;
    }

    BootSequence boot() {
        return boot;
    }

    @Nullable
    BootOutcome outcome() {
        return outcome;
    }

    /** Whether it stands at a blue screen or at the loader's message. */
    boolean hasStopped() {
        return outcome instanceof BootOutcome.StopError || outcome instanceof BootOutcome.NotLoaded;
    }

    /** What is on the disk at this moment; costs the same for any size. */
    MachineImage freeze(PowerOff how) {
        SortedMap<Character, VolumeImage> drives = parts.volumes().freeze();
        BootDisk disk = boot.disk().afterFlush(parts.registry().flushed());
        return new MachineImage(
                image.hardware(),
                drives,
                disk,
                parts.eventLog().image(),
                parts.queue().now(),
                image.programs(),
                how);
    }

    @Override
    public RegistryApi registry(Token token, String actor) {
        return parts.registry().as(token, actor);
    }

    @Override
    public ProcessFiles files(Token token, String actor) {
        return parts.volumes().forProcess(token, actor);
    }

    @Override
    public EventLogApi eventLog(Token token, String actor) {
        return parts.eventLog().as(token, actor);
    }

    @Override
    public DesktopSession desktop() {
        return parts.desktop();
    }

    @Override
    public ProcessHost host() {
        return machine;
    }

    private final class Host implements BootHost {
        @Override
        public void ended(BootOutcome how) {
            if (outcome == null || outcome.isStarted()) {
                outcome = how;
            }
        }

        @Override
        public void restart(BootChoices next, String why) {
            machine.requestRestart(next, why);
        }

        @Override
        public void poweredDown() {
            machine.requestPowerOff();
        }
    }
}
