package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** The tree of the console: sites from the metabase, directories from the metabase and from the disk. */
final class ConsoleTree {
    private static final String PRODUCT_OPTIONS = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
    private static final int SHORT_NAME = 256;

    private final Snapin snapin;
    private final Node root = Node.root("Console Root");
    private final Node snapIn;
    private Node computer;

    ConsoleTree(Snapin snapin) {
        this.snapin = snapin;
        this.snapIn = root.add(Node.Kind.SNAP_IN, "Internet Information Server", "", null);
        this.computer = snapIn.add(Node.Kind.COMPUTER, snapin.win32().computerName(), "/LM", null);
        root.setExpanded(true);
    }

    Node snapIn() {
        return snapIn;
    }

    /** The computer with its sites, which are in sight. */
    void fill() {
        snapIn.clear();
        snapIn.setExpanded(true);
        computer = snapIn.add(Node.Kind.COMPUTER, snapin.win32().computerName(), "/LM", null);
        computer.setExpanded(true);
        for (SiteKind kind : SiteKind.values()) {
            if (snapin.isConnected()) {
                addSites(kind);
            } else if (isInstalled(kind)) {
                List<String> names = kind.sitesOfSetup(isServer());
                for (int i = 0; i < names.size(); i++) {
                    computer.add(Node.Kind.SITE, names.get(i), kind.metabasePath() + "/" + (i + 1), kind);
                }
            }
        }
    }

    private void addSites(SiteKind kind) {
        for (String number : childrenOrNone(kind.metabasePath())) {
            if (isNumber(number)) {
                String path = kind.metabasePath() + "/" + number;
                computer.add(Node.Kind.SITE, number, path, kind).rename(snapin.siteName(kind, path));
            }
        }
    }

    /** A service that is not installed has no key. */
    private List<String> childrenOrNone(String path) {
        try {
            return snapin.metabase().children(path);
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.ERROR_PATH_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /** Opens a line; false if what is below it cannot be listed, which is told. */
    boolean expand(Node node) {
        if (!node.isInSite()) {
            node.setExpanded(true);
            return true;
        }
        node.clear();
        if (!node.site().listsFiles()) {
            return expandWithoutFiles(node);
        }
        boolean listed = snapin.enumerating(() -> {
            addVirtualDirectories(node);
            addFiles(node);
        });
        node.setExpanded(listed);
        return listed;
    }

    private boolean expandWithoutFiles(Node node) {
        if (!snapin.isConnected() || !node.site().hasHomeDirectory()) {
            return snapin.isConnected();
        }
        boolean listed = snapin.enumerating(() -> addVirtualDirectories(node));
        node.setExpanded(listed);
        return listed;
    }

    private void addVirtualDirectories(Node node) {
        if (node.kind() == Node.Kind.DIRECTORY) {
            return;
        }
        for (String name : snapin.metabase().children(node.rootPath())) {
            node.add(Node.Kind.VIRTUAL_DIRECTORY, name, node.rootPath() + "/" + name, node.site());
        }
    }

    private void addFiles(Node node) {
        NtPath directory = directory(node);
        for (FileEntry entry : snapin.win32().files().list(directory)) {
            String name = entry.path().name();
            boolean known = node.children().stream().anyMatch(child -> CaseFolding.same(child.name(), name));
            if (!entry.attributes().has(FileAttributes.DIRECTORY)) {
                node.files().add(name);
            } else if (!known) {
                node.add(Node.Kind.DIRECTORY, name, node.rootPath() + "/" + name, node.site());
            }
        }
    }

    /** Where a line's files are. A share of another computer is not to be had: there is no network here. */
    private NtPath directory(Node node) {
        if (node.kind() == Node.Kind.DIRECTORY) {
            return directory(node.parent().orElseThrow()).resolve(node.name());
        }
        String path = snapin.metabase().text(node.rootPath(), Setting.VR_PATH).orElse("");
        if (path.startsWith("\\\\")) {
            throw Win32Error.ERROR_BAD_NET_NAME.raise(path);
        }
        if (path.length() < 3) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(path);
        }
        return NtPath.of(path);
    }

    private boolean isInstalled(SiteKind kind) {
        try (ScManagerHandle manager =
                snapin.win32().services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT)) {
            String unused = manager.getServiceDisplayName(kind.service(), SHORT_NAME);
            return true;
        } catch (Win32Exception notThere) {
            return false;
        }
    }

    private boolean isServer() {
        Optional<RegistryValue> type = snapin.win32().registry().value(PRODUCT_OPTIONS, "ProductType");
        return !type.flatMap(RegistryValue::text).orElse("").equals("WinNT");
    }

    /** The line with a name or a path, among those in sight. */
    Node find(String line) {
        List<Node> found = new ArrayList<>();
        collect(root, line, found);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no line " + line + " in sight");
        }
        return found.get(0);
    }

    private static void collect(Node node, String line, List<Node> found) {
        if (CaseFolding.same(node.name(), line) || CaseFolding.same(node.treePath(), line)) {
            found.add(node);
        }
        if (node.isExpanded()) {
            node.children().forEach(child -> collect(child, line, found));
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        append(root, 0, lines);
        return lines;
    }

    private void append(Node node, int depth, List<String> lines) {
        lines.add("  ".repeat(depth) + line(node));
        if (node.isExpanded()) {
            node.children().forEach(child -> append(child, depth + 1, lines));
        }
    }

    /** A line as it is drawn: behind a site, in brackets, its state. */
    String line(Node node) {
        return node.kind() == Node.Kind.SITE ? node.name() + " (" + SiteState.of(snapin, node) + ")" : node.name();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
