package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.NetService;
import ntbed.machine.NetService.Outcome;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;

/**
 * The Microsoft Management Console with the snap-in Internet Service Manager as a person has it: the tree with the
 * computer, its sites and directories on the left, what the selected line holds on the right, the menu of a line.
 *
 * <p>All it knows it asks of the metabase object; a person who cannot reach that sees every site stopped, is told that
 * files and directories cannot be enumerated when a Web site is opened, and that the configuration is invalid when a
 * property sheet is, each once for each such action and in no other case (Q248739, Q241151, decision D9).
 *
 * <p>On Workstation the same console manages Personal Web Server. Remote computers are not simulated.
 */
public final class InternetServiceManager implements AutoCloseable {
    /** Title of its message boxes. [M] */
    public static final String NAME = "Internet Service Manager";

    private static final String TITLE = "Microsoft Management Console - [";
    private static final String LIBRARY = "%SystemRoot%\\System32\\inetsrv\\iisui.dll";
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int POLL_MILLIS = 500;

    private final Win32 win32;
    private final Snapin snapin;
    private final ConsoleTree tree;
    private Node selected;

    private InternetServiceManager(Win32 win32) {
        this.win32 = win32;
        this.snapin = new Snapin(win32);
        this.tree = new ConsoleTree(snapin);
        this.selected = tree.snapIn();
    }

    /**
     * Opens the console, and with it the connection to the computer.
     *
     * @throws ntbed.win32.Win32Exception 2 where the snap-in is not installed
     */
    public static InternetServiceManager open(Win32 win32) {
        String library = win32.environment().expand(LIBRARY);
        if (!win32.files().exists(NtPath.of(library))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(library);
        }
        InternetServiceManager console = new InternetServiceManager(win32);
        console.snapin.trace("open");
        console.snapin.connect();
        console.tree.fill();
        return console;
    }

    /** The title of its window. */
    public String title() {
        return TITLE + selected.treePath() + "]";
    }

    /** The lines of the tree that are in sight, two blanks for each step in; behind a site its state. */
    public List<String> tree() {
        return tree.lines();
    }

    /** What the selected line holds: subordinate lines, for a Web site or directory the files too. */
    public List<String> contents() {
        List<String> lines = new ArrayList<>();
        selected.children().forEach(child -> lines.add(tree.line(child)));
        lines.addAll(selected.files());
        return lines;
    }

    /**
     * Clicks a line of the tree, by its name or its path from the console root.
     *
     * @throws IllegalArgumentException there is no such line in sight
     */
    public void select(String line) {
        selected = tree.find(line);
        snapin.trace("select: " + selected.treePath());
    }

    /** Opens a line of the tree and selects it; true if what is below it could be listed. */
    public boolean expand(String line) {
        selected = tree.find(line);
        snapin.trace("expand: " + selected.treePath());
        return tree.expand(selected);
    }

    /** The state of a site: {@code Running}, {@code Stopped}, {@code Paused}. */
    public String state(String site) {
        return SiteState.of(snapin, requireSite(tree.find(site)));
    }

    /** Action, Refresh: asks the computer again, also where it did not answer before. */
    public void refresh() {
        snapin.trace("Refresh");
        snapin.connect();
        tree.fill();
        selected = tree.snapIn();
    }

    /**
     * Action, Properties of the selected line; empty if its values cannot be read, which is told.
     *
     * @throws IllegalArgumentException the line has no properties
     */
    public Optional<Desktop.Dialog> properties() {
        snapin.trace("Properties: " + selected.treePath());
        Node node = selected;
        if (node.kind() == Node.Kind.CONSOLE_ROOT || node.kind() == Node.Kind.SNAP_IN) {
            throw new IllegalArgumentException("no Properties in the menu of " + node.name());
        }
        List<PropertySheet> read = new ArrayList<>();
        Optional<String> problem =
                snapin.problemConfiguring(() -> read.add(new PropertySheet(snapin, node, layout(node))));
        problem.ifPresent(snapin::messageBox);
        return read.stream().findFirst().map(PropertySheet::show);
    }

    private SheetLayout layout(Node node) {
        return switch (node.kind()) {
            case COMPUTER -> SheetLayout.ofComputer(snapin.metabase().children("/LM"));
            case SITE -> SheetLayout.ofSite(node.site());
            case VIRTUAL_DIRECTORY -> SheetLayout.ofDirectory(true, node.site());
            case DIRECTORY -> SheetLayout.ofDirectory(false, node.site());
            case CONSOLE_ROOT, SNAP_IN -> throw new AssertionError(node.name());
        };
    }

    /** Action, Start of the selected site: starts its service first if that does not run; false if it failed. */
    public boolean start() {
        Node site = requireSite(selected);
        requireState(site, "Start", SiteState.STOPPED);
        snapin.trace("Start: " + site.treePath());
        if (!serviceRuns(site.site())) {
            return false;
        }
        return command(site, SiteState.START, SiteState.RUNNING);
    }

    /** Action, Stop of the selected site. */
    public boolean stop() {
        Node site = requireSite(selected);
        requireState(site, "Stop", SiteState.RUNNING, SiteState.PAUSED);
        snapin.trace("Stop: " + site.treePath());
        return command(site, SiteState.STOP, SiteState.STOPPED);
    }

    /** Action, Pause of the selected site. */
    public boolean pause() {
        Node site = requireSite(selected);
        requireState(site, "Pause", SiteState.RUNNING);
        snapin.trace("Pause: " + site.treePath());
        return command(site, SiteState.PAUSE, SiteState.PAUSED);
    }

    /** Action, Pause once more: the site goes on. */
    public boolean resume() {
        Node site = requireSite(selected);
        requireState(site, "Continue", SiteState.PAUSED);
        snapin.trace("Continue: " + site.treePath());
        return command(site, SiteState.CONTINUE, SiteState.RUNNING);
    }

    /**
     * Action, Backup/Restore Configuration of the selected computer; empty if the backups cannot be listed, which is
     * told.
     */
    public Optional<Desktop.Dialog> backupRestore() {
        if (selected.kind() != Node.Kind.COMPUTER) {
            throw new IllegalArgumentException("no Backup/Restore Configuration in the menu of " + selected.name());
        }
        snapin.trace("Backup/Restore Configuration");
        List<Desktop.Dialog> opened = new ArrayList<>();
        Optional<String> problem = snapin.problem(() -> opened.add(new BackupWindow(snapin, this::refresh).show()));
        problem.ifPresent(snapin::messageBox);
        return opened.stream().findFirst();
    }

    /** Console, Exit. */
    @Override
    public void close() {
        snapin.trace("close");
    }

    private boolean serviceRuns(SiteKind kind) {
        Outcome outcome = new NetService(win32, () -> {}).start(kind.service());
        boolean runs = outcome.reached(ServiceStatus.RUNNING)
                || outcome.code() == NetService.remap(Win32Error.ERROR_SERVICE_ALREADY_RUNNING.code());
        if (!runs) {
            snapin.messageBox(ConsoleText.error(outcome.code()));
        }
        return runs;
    }

    /** Sends a command and waits until the site is as it shall be. */
    private boolean command(Node site, int command, String wanted) {
        if (SiteState.of(snapin, site).equals(wanted)) {
            return true;
        }
        Optional<String> problem = snapin.problem(() -> SiteState.command(snapin, site, command));
        if (problem.isPresent()) {
            snapin.messageBox(problem.get());
            return false;
        }
        long until = win32.clock().uptimeMillis() + PATIENCE_MILLIS;
        while (!SiteState.of(snapin, site).equals(wanted) && win32.clock().uptimeMillis() < until) {
            win32.sleep(POLL_MILLIS);
        }
        return SiteState.of(snapin, site).equals(wanted);
    }

    private void requireState(Node site, String command, String... states) {
        String state = SiteState.of(snapin, site);
        if (!List.of(states).contains(state)) {
            throw new IllegalArgumentException(command + " is grey: " + site.name() + " is " + state);
        }
    }

    private static Node requireSite(Node node) {
        if (node.kind() != Node.Kind.SITE) {
            throw new IllegalArgumentException(node.name() + " is no site");
        }
        return node;
    }
}
