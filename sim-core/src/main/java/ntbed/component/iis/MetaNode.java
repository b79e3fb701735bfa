package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import ntbed.win32.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * A metabase key: immutable, its records in ascending order of identifiers, its subkeys in upper-case order of names.
 */
final class MetaNode {
    private final String name;
    private final String folded;
    private final List<MetaRecord> records;
    private final List<MetaNode> children;

    private MetaNode(String name, String folded, List<MetaRecord> records, List<MetaNode> children) {
        this.name = name;
        this.folded = folded;
        this.records = records;
        this.children = children;
    }

    static MetaNode empty(String name) {
        return new MetaNode(name, CaseFolding.fold(name), List.of(), List.of());
    }

    /** From lists that are in order already and that nobody changes any more. */
    static MetaNode ofSorted(String name, List<MetaRecord> records, List<MetaNode> children) {
        return new MetaNode(name, CaseFolding.fold(name), records, children);
    }

    /** Whether the lists are in the order that a node needs. */
    boolean isInOrder() {
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i - 1).id() >= records.get(i).id()) {
                return false;
            }
        }
        for (int i = 1; i < children.size(); i++) {
            if (children.get(i - 1).folded.compareTo(children.get(i).folded) >= 0) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return name;
    }

    List<MetaRecord> records() {
        return records;
    }

    List<MetaNode> children() {
        return children;
    }

    @Nullable
    MetaRecord record(int id) {
        int at = indexOf(id);
        return at < 0 ? null : records.get(at);
    }

    @Nullable
    MetaNode child(String childName) {
        int at = indexOf(CaseFolding.fold(childName));
        return at < 0 ? null : children.get(at);
    }

    MetaNode with(MetaRecord record) {
        return new MetaNode(name, folded, replaced(records, indexOf(record.id()), record), children);
    }

    MetaNode without(int id) {
        return new MetaNode(name, folded, removed(records, indexOf(id)), children);
    }

    MetaNode with(MetaNode child) {
        return new MetaNode(name, folded, records, replaced(children, indexOf(child.folded), child));
    }

    MetaNode withoutChild(String childName) {
        return new MetaNode(name, folded, records, removed(children, indexOf(CaseFolding.fold(childName))));
    }

    /** Itself and all below. */
    int count() {
        int count = 1;
        for (MetaNode child : children) {
            count += child.count();
        }
        return count;
    }

    private int indexOf(int id) {
        int low = 0;
        int high = records.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Integer.compare(records.get(middle).id(), id);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private int indexOf(String foldedName) {
        int low = 0;
        int high = children.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = children.get(middle).folded.compareTo(foldedName);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> changed = new ArrayList<>(list.size() + 1);
        changed.addAll(list);
        if (index >= 0) {
            changed.set(index, element);
        } else {
            changed.add(-index - 1, element);
        }
        return changed;
    }

    private static <T> List<T> removed(List<T> list, int index) {
        if (index < 0) {
            return list;
        }
        List<T> changed = new ArrayList<>(list);
        T unused = changed.remove(index);
        return changed;
    }
}
