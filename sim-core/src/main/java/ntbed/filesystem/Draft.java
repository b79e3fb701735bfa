package ntbed.filesystem;

import java.util.Map;
import java.util.TreeMap;
import ntbed.security.GenericMapping;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
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

    /** The root as a node. */
    Node build(LayerWriter writer, FileTime now) {
        return build(new HandedDown(SecurityDescriptor.of(Sid.ADMINISTRATORS)), writer, now);
    }

    /** The node that this has become; the very node it was if nothing changed in it or below. */
    private Node build(HandedDown parent, LayerWriter writer, FileTime now) {
        Node was = base;
        Node node = was == null ? created(parent, writer, now) : changed ? changed(was, writer, now) : was;
        Map<String, Draft> open = children;
        if (open == null) {
            return node;
        }
        HandedDown down = new HandedDown(node.security());
        Node[] built = new Node[open.size()];
        boolean same = built.length == node.childCount();
        int next = 0;
        for (Draft child : open.values()) {
            built[next] = child.build(down, writer, now);
            same = same && built[next] == node.child(next);
            next++;
        }
        return same ? node : node.with(built, node.modified());
    }

    private Node changed(Node was, LayerWriter writer, FileTime now) {
        byte[] bytes = content;
        Node written = bytes == null ? was : was.written(writer.storeForGood(bytes), version, now);
        Node secured = security == null ? written : written.with(security);
        return secured.with(attributes, was.created(), now);
    }

    private Node created(HandedDown parent, LayerWriter writer, FileTime now) {
        SecurityDescriptor descriptor = security == null ? parent.to(isFolder()) : security;
        if (isFolder()) {
            return Node.directory(name, attributes, now, descriptor);
        }
        StoredContent stored = content == null ? StoredContent.EMPTY : writer.storeForGood(content);
        return Node.file(name, attributes, now, descriptor, version, stored);
    }

    /** What a directory hands down to new entries; worked out once for all of them. */
    private static final class HandedDown {
        private final SecurityDescriptor from;
        private @Nullable SecurityDescriptor toFiles;
        private @Nullable SecurityDescriptor toFolders;

        HandedDown(SecurityDescriptor from) {
            this.from = from;
        }

        SecurityDescriptor to(boolean folder) {
            SecurityDescriptor known = folder ? toFolders : toFiles;
            if (known == null) {
                known = from.inheritedBy(Token.system(), folder, GenericMapping.FILE);
                toFolders = folder ? known : toFolders;
                toFiles = folder ? toFiles : known;
            }
            return known;
        }
    }
}
