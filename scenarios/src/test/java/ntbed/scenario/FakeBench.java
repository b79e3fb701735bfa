package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ntbed.eventlog.EventLogApi.Log;

/**
 * A bench without machines: it writes down what is done, and each machine has a message box exactly while a file is
 * deleted on it.
 */
final class FakeBench implements Bench, Observation {
    private final List<String> done;
    private final String heading;
    boolean broken;
    boolean curedByCopy = true;
    boolean fixCures = true;
    List<String> changes = new ArrayList<>();

    FakeBench(String heading, List<String> done) {
        this.heading = heading;
        this.done = done;
    }

    private void did(String what) {
        done.add(heading + "| " + what);
    }

    @Override
    public boolean has(String machine) {
        return true;
    }

    @Override
    public void at(String machine) {
        did("at " + machine);
    }

    @Override
    public void powerOn() {
        did("power on");
    }

    @Override
    public void shutDown() {
        did("shut down");
    }

    @Override
    public void restart() {
        did("restart");
    }

    @Override
    public void cutPower() {
        did("cut power");
    }

    @Override
    public void copyDisk(String to) {
        did("copy disk to " + to);
    }

    @Override
    public void logOn(String user, String password) {
        did("log on " + user);
    }

    @Override
    public void waitFor(long millis) {
        did("wait " + millis);
    }

    @Override
    public void insertDisc(String disc) {
        did("insert " + disc);
    }

    @Override
    public void install(String component) {
        throw new BenchException("there is no component " + component);
    }

    @Override
    public void run(String commandLine) {
        did("run " + commandLine);
    }

    @Override
    public void answer(String window, String button, Map<String, String> fields) {
        did("answer " + window);
    }

    @Override
    public Edition edition() {
        return Edition.SERVER;
    }

    @Override
    public void asSystem(Runnable work) {
        did("as system");
        work.run();
    }

    @Override
    public void damage(Damage damage) {
        did("damage " + damage.target());
        broken = true;
    }

    @Override
    public void setPermissions(SetPermissions permissions) {
        did(permissions.written());
    }

    @Override
    public void addUser(String name, String password, List<String> groups) {
        did("add " + name);
    }

    @Override
    public void renameFile(String from, String to) {
        did("rename " + from);
    }

    @Override
    public void copyFile(String from, String to) {
        did("copy " + from);
        broken &= !curedByCopy;
        changes.add(to);
    }

    @Override
    public void writeFile(String path, List<String> lines) {
        did("write " + path);
        changes.add(path);
    }

    @Override
    public void setValue(String key, String name, String type, List<String> data) {
        did("set " + name);
    }

    @Override
    public void deleteFromRegistry(String key, String valueName) {
        did("delete " + key);
    }

    @Override
    public void useTool(Step.ToolVerb verb, String field, String argument) {
        did(verb + " " + field + argument);
    }

    @Override
    public boolean applyFix(String fix) {
        did("fix " + fix);
        broken &= !fixCures;
        return true;
    }

    @Override
    public Observation observe(String machine) {
        return this;
    }

    @Override
    public Glimpse glimpse() {
        return new Glimpse("master", new TreeMap<>(), new TreeMap<>(), Optional.empty(), new TreeMap<>(), List.of());
    }

    @Override
    public void shutDownAll() {
        did("all off");
    }

    @Override
    public Bench fork(String otherHeading) {
        FakeBench fork = new FakeBench(otherHeading, done);
        fork.broken = broken;
        fork.curedByCopy = curedByCopy;
        fork.fixCures = fixCures;
        return fork;
    }

    @Override
    public List<String> differences(String machine, Bench other) {
        return changes;
    }

    @Override
    public ArticleRun.Counts counts() {
        return new ArticleRun.Counts(1, 2, 1000);
    }

    @Override
    public List<ArticleRun.MachineTrace> traces() {
        return List.of();
    }

    @Override
    public List<Window> windows() {
        return broken ? List.of(new Window("Service Control Manager", "It failed.")) : List.of();
    }

    @Override
    public List<Event> events(Log log) {
        return List.of();
    }

    @Override
    public List<String> detail(Event event) {
        return List.of();
    }

    @Override
    public Optional<Service> service(String name) {
        return Optional.empty();
    }

    @Override
    public boolean fileExists(String path) {
        return !broken;
    }

    @Override
    public boolean keyExists(String path) {
        return false;
    }

    @Override
    public Optional<String> value(String key, String name) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> content(Target target) {
        return Optional.empty();
    }

    @Override
    public Optional<Permissions> permissions(Target target) {
        return Optional.empty();
    }

    @Override
    public boolean isDimmed(String path) {
        return false;
    }

    @Override
    public Optional<Window> message() {
        return Optional.empty();
    }

    @Override
    public Optional<String> toolWindow() {
        return Optional.empty();
    }

    @Override
    public List<String> toolLines() {
        return List.of();
    }
}
