package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Restores a portion of a metabase: everything but applications, which stay as they are. */
final class Restoring {
    private Restoring() {}

    /** The tree of the backup with the applications of the present one. */
    static MetabaseTree withoutApplications(MetabaseTree backup, MetabaseTree present) {
        MetaNode root = portion(backup.root(), present.root());
        return root == null ? present : new MetabaseTree(root);
    }

    private static @Nullable MetaNode portion(MetaNode backup, @Nullable MetaNode present) {
        if (backup.record(Property.APP_ROOT) != null) {
            return present;
        }
        List<MetaNode> children = new ArrayList<>();
        for (MetaNode child : backup.children()) {
            MetaNode restored = portion(child, present == null ? null : present.child(child.name()));
            if (restored != null) {
                children.add(restored);
            }
        }
        return MetaNode.ofSorted(backup.name(), backup.records(), children);
    }
}
