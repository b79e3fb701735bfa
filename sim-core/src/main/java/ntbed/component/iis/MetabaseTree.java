package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** A whole metabase: immutable, looked up and changed by path. A missing key is ERROR_PATH_NOT_FOUND (3). */
record MetabaseTree(MetaNode root) {
    static MetabaseTree empty() {
        return new MetabaseTree(MetaNode.empty("").with(MetaNode.empty("LM")));
    }

    Optional<MetaNode> find(String path) {
        MetaNode at = root;
        for (String name : MetabasePath.parts(path)) {
            MetaNode child = at.child(name);
            if (child == null) {
                return Optional.empty();
            }
            at = child;
        }
        return Optional.of(at);
    }

    MetaNode require(String path) {
        return find(path).orElseThrow(() -> Win32Error.ERROR_PATH_NOT_FOUND.raise(path));
    }

    /**
     * A property of a key, its own or the nearest one above that is handed down (Q240941); that one is marked as
     * inherited. For a path that ends in keys which do not exist, the last one that does counts.
     */
    Optional<MetaRecord> lookup(String path, int id) {
        @Nullable MetaRecord inherited = null;
        MetaNode at = root;
        List<String> parts = MetabasePath.parts(path);
        int depth = 0;
        for (; depth < parts.size(); depth++) {
            MetaRecord here = at.record(id);
            if (here != null && here.has(MetaRecord.INHERIT)) {
                inherited = here;
            }
            MetaNode child = at.child(parts.get(depth));
            if (child == null) {
                break;
            }
            at = child;
        }
        MetaRecord own = depth == parts.size() ? at.record(id) : null;
        return own != null
                ? Optional.of(own)
                : Optional.ofNullable(inherited)
                        .map(record -> record.withAttributes(record.attributes() | MetaRecord.ISINHERITED));
    }

    /** With a property set on a key that is there. */
    MetabaseTree with(String path, MetaRecord record) {
        return change(path, node -> node.with(record));
    }

    /** Without a property of a key. */
    MetabaseTree without(String path, int id) {
        return change(path, node -> node.without(id));
    }

    /** With a key, and all missing keys on the way to it. */
    MetabaseTree withKey(String path) {
        return new MetabaseTree(added(root, MetabasePath.parts(path), 0));
    }

    private static MetaNode added(MetaNode at, List<String> parts, int depth) {
        if (depth == parts.size()) {
            return at;
        }
        MetaNode child = at.child(parts.get(depth));
        MetaNode before = child == null ? MetaNode.empty(parts.get(depth)) : child;
        return at.with(added(before, parts, depth + 1));
    }

    /** Without a key and all below it. */
    MetabaseTree withoutKey(String path) {
        List<String> parts = new ArrayList<>(MetabasePath.parts(path));
        if (parts.isEmpty()) {
            throw Win32Error.ERROR_INVALID_PARAMETER.raise(path);
        }
        MetaNode unused = require(path);
        String name = parts.remove(parts.size() - 1);
        return change(String.join("/", parts), node -> node.withoutChild(name));
    }

    private MetabaseTree change(String path, UnaryOperator<MetaNode> change) {
        return new MetabaseTree(changed(root, MetabasePath.parts(path), 0, path, change));
    }

    private static MetaNode changed(
            MetaNode at, List<String> parts, int depth, String path, UnaryOperator<MetaNode> change) {
        if (depth == parts.size()) {
            return change.apply(at);
        }
        MetaNode child = at.child(parts.get(depth));
        if (child == null) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(path);
        }
        return at.with(changed(child, parts, depth + 1, path, change));
    }

    @Override
    public String toString() {
        return "MetabaseTree[" + root.count() + " keys]";
    }
}
