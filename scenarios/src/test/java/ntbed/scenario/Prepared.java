package ntbed.scenario;

import java.util.List;
import java.util.Map;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.filesystem.NtPath;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;

/** The machines of Q198417 at any point of its story, and a few words to look at them with. */
final class Prepared {
    static final Article ARTICLE = KnowledgeBase.open().find("Q198417").orElseThrow();
    static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Psysdup2";
    static final NtPath TOOL = NtPath.of("C:\\Sysprep\\Psysdup2.exe");
    static final NtPath INSTALLED = NtPath.of("C:\\WINNT\\System32\\Psysdup2.exe");

    final MachineBench bench;

    private Prepared(MachineBench bench) {
        this.bench = bench;
    }

    /** The master, logged on, all tools in their folder. */
    static Prepared master(Edition edition) {
        return master(edition, Components.master(ARTICLE.setting(), edition));
    }

    /** The same on another image. */
    static Prepared master(MachineImage image) {
        return master(Edition.SERVER, image);
    }

    private static Prepared master(Edition edition, MachineImage image) {
        Prepared prepared = new Prepared(new MachineBench("test", edition, image, 1));
        prepared.perform(ARTICLE.story().before());
        return prepared;
    }

    /** A clone of a master with all tools, after its mini-wizard, logged on. */
    static Prepared soundClone() {
        return master(Edition.SERVER).afterwards();
    }

    /** A clone of a master whose folder had no Psysdup2.exe. */
    static Prepared brokenClone() {
        return brokenClone(Edition.SERVER);
    }

    static Prepared brokenClone(Edition edition) {
        return master(edition).cause().afterwards();
    }

    Prepared cause() {
        return perform(ARTICLE.story().cause());
    }

    Prepared afterwards() {
        return perform(ARTICLE.story().after());
    }

    Prepared perform(List<Step> steps) {
        steps.forEach(step -> step.perform(bench));
        return this;
    }

    /** The same machines, off, on another bench; this bench's are shut down. */
    Prepared fork() {
        bench.shutDownAll();
        return new Prepared((MachineBench) bench.fork("fork"));
    }

    Prepared startAndLogOn(String machine) {
        bench.at(machine);
        bench.powerOn();
        bench.logOn("Administrator", "");
        return this;
    }

    /** A further clone of the master's disk, through its wizard. */
    Prepared clone(String name, String computerName) {
        bench.at("master");
        bench.copyDisk(name);
        bench.at(name);
        bench.powerOn();
        bench.answer("Windows NT Setup", "Next", Map.of("Computer Name", computerName));
        bench.logOn("Administrator", "");
        return this;
    }

    Win32 door(String machine) {
        return bench.station(machine).eyes();
    }

    Observation at(String machine) {
        return bench.observe(machine);
    }

    /** The events 7000 of the service since the machine last started. */
    List<Observation.Event> failures(String machine) {
        return at(machine).events(Log.SYSTEM).stream()
                .filter(event -> event.id() == 7000 && event.text().contains("Psysdup2"))
                .toList();
    }

    /** The start-up messages since the machine last started. */
    List<String> messages(String machine) {
        return at(machine).windows().stream()
                .filter(window -> window.title().equals("Service Control Manager"))
                .map(Observation.Window::text)
                .toList();
    }

    String startValue(String machine) {
        return at(machine).value(KEY, "Start").orElse("none");
    }
}
