package ntbed.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ntbed.filesystem.NtPath;
import ntbed.fix.Fix;
import ntbed.fix.FixRunner;
import ntbed.fix.Fixes;
import ntbed.fix.Outcome;
import ntbed.machine.AccountApi;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.process.Desktop;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.trace.Trace;

/** A bench with simulated machines. Steps go through the door of the person who is logged on. */
final class MachineBench implements Bench {
    private static final String MASTER = "master";

    private final String heading;
    private final long seed;
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Edition edition;
    private Station current;
    private boolean asSystem;

    MachineBench(String heading, Edition edition, MachineImage master, long seed) {
        this.heading = heading;
        this.edition = edition;
        this.seed = seed;
        this.current = new Station(MASTER, master, seed);
        stations.put(MASTER, current);
    }

    Station station(String name) {
        Station station = stations.get(name);
        if (station == null) {
            throw new BenchException(
                    "there is no machine " + name + " here; there are: " + String.join(", ", stations.keySet()));
        }
        return station;
    }

    @Override
    public boolean has(String machine) {
        return stations.containsKey(machine);
    }

    @Override
    public void at(String machine) {
        current = station(machine);
    }

    @Override
    public void powerOn() {
        current.powerOn();
    }

    @Override
    public void shutDown() {
        current.shutDown();
    }

    @Override
    public void restart() {
        current.restart();
    }

    @Override
    public void cutPower() {
        current.cutPower();
    }

    @Override
    public void copyDisk(String to) {
        if (stations.containsKey(to)) {
            throw new BenchException("there is a machine " + to + " already");
        }
        stations.put(to, new Station(to, current.image(), seed));
    }

    @Override
    public void logOn(String user, String password) {
        current.logOn(user, password);
    }

    @Override
    public void waitFor(long millis) {
        current.machine().runForMillis(millis);
    }

    @Override
    public void insertDisc(String disc) {
        current.machine().insert(Components.DISC_DRIVE, Components.disc(disc));
    }

    @Override
    public void install(String component) {
        current.changeImage(Components.install(component, current.image()));
    }

    @Override
    public void run(String commandLine) {
        int open = current.machine().desktop().open().size();
        NtProcess process = door().createProcess(commandLine);
        current.letItWork(
                () -> process.isAlive() && current.machine().desktop().open().size() <= open);
    }

    @Override
    public void answer(String window, String button, Map<String, String> fields) {
        Desktop desktop = current.machine().desktop();
        for (Desktop.Dialog dialog : desktop.open()) {
            if (dialog.title().equals(window)) {
                desktop.answer(dialog, new Desktop.Answer(button, fields));
                current.letItWork(() -> false);
                return;
            }
        }
        throw new BenchException("no window \"" + window + "\" waits at " + current);
    }

    /** The door through which steps go: the person's, or the machine's own. */
    private Win32 door() {
        return asSystem ? current.machine().asSystem() : current.user();
    }

    @Override
    public Edition edition() {
        return edition;
    }

    @Override
    public void asSystem(Runnable work) {
        boolean before = asSystem;
        asSystem = true;
        try {
            work.run();
        } finally {
            asSystem = before;
        }
    }

    @Override
    public void damage(Damage damage) {
        if (!current.isOn()) {
            current.changeImage(OffMachine.damage(current.image(), damage));
        } else if (damage.target().isFile()) {
            OnMachine.damageFile(door(), damage);
        } else {
            OnMachine.damageValue(current.machine().asSystem(), damage);
        }
    }

    @Override
    public void setPermissions(SetPermissions permissions) {
        OnMachine.setPermissions(current.machine().asSystem(), permissions);
    }

    @Override
    public void addUser(String name, String password, List<String> groups) {
        AccountApi accounts = current.machine().asSystem().accounts();
        Sid user = accounts.addUser(name, password, "");
        groups.forEach(group -> accounts.addMember(group, user));
    }

    @Override
    public void copyFile(String from, String to) {
        door().files().copy(NtPath.of(from), NtPath.of(to), false);
    }

    @Override
    public void renameFile(String from, String to) {
        door().files().move(NtPath.of(from), NtPath.of(to), false);
    }

    @Override
    public void writeFile(String path, List<String> lines) {
        String text = String.join("\r\n", lines) + "\r\n";
        door().files().write(NtPath.of(path), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void setValue(String key, String name, String type, List<String> data) {
        RegistryValue value = OnMachine.value(type, data);
        if (current.isOn()) {
            door().registry().setValue(key, name, value);
        } else {
            current.changeImage(
                    FaultInjector.on(current.image()).setValue(key, name, value).image());
        }
    }

    @Override
    public void deleteFromRegistry(String key, String valueName) {
        if (current.isOn()) {
            OnMachine.deleteFromRegistry(door(), key, valueName);
        } else {
            current.changeImage(OffMachine.deleteFromRegistry(current.image(), key, valueName));
        }
    }

    @Override
    public void useTool(Step.ToolVerb verb, String field, String argument) {
        if (verb == Step.ToolVerb.OPEN) {
            current.open(Tools.open(argument, current.user()));
            return;
        }
        ToolSession tool = current.tool().orElseThrow(() -> new BenchException("no tool is open at " + current));
        boolean handlesBoxes = tool instanceof DialogSession;
        if (handlesBoxes || verb != Step.ToolVerb.CLICK || !current.clickMessage(argument)) {
            tool.use(verb, field, argument);
            current.settleRestart();
        }
    }

    /** Uses the tool that is open. */
    void useTool(Step.ToolVerb verb, String argument) {
        useTool(verb, "", argument);
    }

    @Override
    public boolean applyFix(String name) {
        Fix fix = Fixes.byId(name).orElseThrow(() -> new BenchException("there is no fix " + name));
        Predicate<ntbed.fix.Step.AskPerson> saysYes = question -> true;
        Outcome outcome = new FixRunner(saysYes).apply(fix, current.user());
        List<ntbed.fix.Step> done = outcome.fold(
                applied -> applied.plan().steps(),
                notApplied -> {
                    throw new BenchException("the fix " + name + " does not apply: " + notApplied.diagnosis());
                },
                stopped -> {
                    throw new BenchException(
                            "the fix " + name + " stopped at: " + stopped.step().words() + " " + stopped.why());
                });
        boolean restarts = false;
        for (ntbed.fix.Step step : done) {
            restarts |= step instanceof ntbed.fix.Step.Restart;
        }
        if (restarts) {
            int starts = current.starts();
            current.letItWork(() -> current.starts() == starts);
        }
        return restarts;
    }

    @Override
    public Observation observe(String machine) {
        return new StationView(station(machine));
    }

    @Override
    public Glimpse glimpse() {
        return current.glimpse();
    }

    @Override
    public void shutDownAll() {
        for (Station station : stations.values()) {
            if (station.isOn()) {
                station.shutDown();
            }
        }
    }

    @Override
    public Bench fork(String otherHeading) {
        MachineBench fork =
                new MachineBench(otherHeading, edition, station(MASTER).image(), seed);
        stations.forEach((name, station) -> fork.stations.put(name, station.copy()));
        fork.current = fork.station(MASTER);
        return fork;
    }

    @Override
    public List<String> differences(String machine, Bench other) {
        return ImageDifferences.between(
                station(machine).image(),
                ((MachineBench) other).station(machine).image());
    }

    @Override
    public ArticleRun.Counts counts() {
        int machines = 0;
        int boots = 0;
        long virtualMillis = 0;
        for (Station station : stations.values()) {
            machines += station.traces().isEmpty() ? 0 : 1;
            boots += station.starts();
            virtualMillis += station.virtualMillis();
        }
        return new ArticleRun.Counts(machines, boots, virtualMillis);
    }

    @Override
    public List<ArticleRun.MachineTrace> traces() {
        List<ArticleRun.MachineTrace> traces = new ArrayList<>();
        for (Station station : stations.values()) {
            int run = 0;
            for (Trace trace : station.traces()) {
                traces.add(new ArticleRun.MachineTrace(heading + ", " + station + ", run " + ++run, trace));
            }
        }
        return traces;
    }
}
