package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of the console tree. What is below it is there once it has been opened. */
final class Node {
    /** What a line stands for. */
    enum Kind {
        CONSOLE_ROOT,
        SNAP_IN,
        COMPUTER,
        SITE,
        VIRTUAL_DIRECTORY,
        DIRECTORY
    }

    private final Kind kind;
    private String name;
    private final String path;
    private final @Nullable SiteKind site;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private boolean expanded;

    private Node(Kind kind, String name, String path, @Nullable SiteKind site, @Nullable Node parent) {
        this.kind = kind;
        this.name = name;
        this.path = path;
        this.site = site;
        this.parent = parent;
    }

    static Node root(String name) {
        return new Node(Kind.CONSOLE_ROOT, name, "", null, null);
    }

    /** Adds a line below this one; {@code path} is its place in the metabase. */
    Node add(Kind childKind, String childName, String childPath, @Nullable SiteKind childSite) {
        Node child = new Node(childKind, childName, childPath, childSite, this);
        children.add(child);
        return child;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    /** Its place in the metabase; of a site the site's key, not its root's. */
    String path() {
        return path;
    }

    /** Where what it publishes is described. */
    String rootPath() {
        return kind == Kind.SITE ? path + "/ROOT" : path;
    }

    /** The service it belongs to; only lines from a site on have one. */
    SiteKind site() {
        if (site == null) {
            throw new AssertionError(name + " belongs to no service");
        }
        return site;
    }

    boolean isInSite() {
        return site != null;
    }

    /** From the console root down, with backslashes. */
    String treePath() {
        return parent == null ? name : parent.treePath() + "\\" + name;
    }

    Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    List<Node> children() {
        return children;
    }

    List<String> files() {
        return files;
    }

    boolean isExpanded() {
        return expanded;
    }

    void setExpanded(boolean open) {
        expanded = open;
    }

    void clear() {
        children.clear();
        files.clear();
        expanded = false;
    }
}
