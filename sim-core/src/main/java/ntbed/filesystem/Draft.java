package ntbed.filesystem;

import java.util.Map;
import java.util.TreeMap;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;
import org.jspecify.annotations.Nullable;

/** A file or directory while a volume is being built: a node of an image, opened as far as something changes in it. */
final class Draft {
    private final String name;
    private final @Nullable Node base;
    private FileAttributes attributes;
    private @Nullable SecurityDescriptor security;
    private @Nullable FileVersion version;
    private byte @Nullable [] content;
    private @Nullable Map<String, Draft> children;
    private boolean changed;

    private Draft(String name, @Nullable Node base, FileAttributes attributes) {
        this.name = name;
        this.base = base;
        this.attributes = attributes;
    }

    static Draft of(Node node) {
        return new Draft(node.name(), node, node.attributes());
    }

    static Draft folder(String name, FileAttributes attributes) {
        Draft draft = new Draft(name, null, attributes.as(true));
        draft.changed = true;
        return draft;
    }

    static Draft file(String name) {
        return new Draft(name, null, FileAttributes.FILE);
    }

    boolean isFolder() {
        return attributes.has(FileAttributes.DIRECTORY);
    }

    void content(byte[] newContent, FileAttributes newAttributes, @Nullable FileVersion newVersion) {
        content = newContent;
        attributes = newAttributes.as(false);
        version = newVersion;
        changed = true;
    }

    void attributes(FileAttributes newAttributes) {
        attributes = newAttributes.as(isFolder());
        changed = true;
    }

    void security(SecurityDescriptor descriptor) {
        security = descriptor;
        changed = true;
    }

    @Nullable
    Draft child(String childName) {
        return opened().get(NtPath.fold(childName));
    }

    void add(Draft child) {
        opened().put(NtPath.fold(child.name), child);
        changed = true;
    }

    boolean delete(String childName) {
        boolean there = opened().remove(NtPath.fold(childName)) != null;
        changed |= there;
        return there;
    }

    private Map<String, Draft> opened() {
        Map<String, Draft> open = children;
        if (open == null) {
            open = new TreeMap<>();
            children = open;
            for (int i = 0; base != null && i < base.childCount(); i++) {
                Node child = base.child(i);
                open.put(NtPath.fold(child.name()), of(child));
            }
        }
        return open;
    }

    /** The node that this has become; the very node it was if nothing changed in it or below. */
    Node build(@Nullable SecurityDescriptor parent, LayerWriter writer, FileTime now) {
        Node node = changed || base == null ? own(parent, writer, now) : base;
        Map<String, Draft> open = children;
        if (open == null) {
            return node;
        }
        Node[] built = new Node[open.size()];
        boolean same = built.length == node.childCount();
        int next = 0;
        for (Draft child : open.values()) {
            built[next] = child.build(node.security(), writer, now);
            same = same && built[next] == node.child(next);
            next++;
        }
        return same ? node : node.with(built, node.modified());
    }

    private Node own(@Nullable SecurityDescriptor parent, LayerWriter writer, FileTime now) {
        byte[] bytes = content;
        Node was = base;
        if (was != null) {
            Node written = bytes == null ? was : was.written(writer.store(bytes), version, now);
            Node secured = security == null ? written : written.with(security);
            return secured.with(attributes, was.created(), now);
        }
        SecurityDescriptor descriptor = security;
        if (descriptor == null) {
            SecurityDescriptor from = parent == null ? FolderSecurity.ROOT : parent;
            descriptor = FolderSecurity.inherit(from, from.owner(), isFolder());
        }
        return isFolder()
                ? Node.directory(name, attributes, now, descriptor)
                : Node.file(
                        name,
                        attributes,
                        now,
                        descriptor,
                        version,
                        bytes == null ? StoredContent.EMPTY : writer.store(bytes));
    }
}
