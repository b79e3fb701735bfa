package ntbed.boot;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.Volumes;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.win32.Win32Exception;

/**
 * {@code PendingFileRenameOperations} (rule B12): pairs of source and target; an empty target deletes, a leading
 * {@code !} allows to replace. What a pair cannot do (source gone, other volume, target there) is left undone.
 */
final class PendingRenames {
    static final String VALUE = "PendingFileRenameOperations";

    private final Volumes volumes;
    private final String actor;

    PendingRenames(Volumes volumes, String actor) {
        this.volumes = volumes;
        this.actor = actor;
    }

    /** Works through the value; false if its last source has no target (the case of Q317189). */
    boolean run(RegistryValue value) {
        if (!value.type().equals(ValueType.REG_MULTI_SZ)) {
            return true;
        }
        List<String> texts = value.rawTexts();
        boolean isTerminated = !texts.isEmpty() && texts.get(texts.size() - 1).isEmpty();
        int count = texts.size() % 2 == 1 && isTerminated ? texts.size() - 1 : texts.size();
        for (int i = 0; i + 1 < count; i += 2) {
            pair(texts.get(i), texts.get(i + 1));
        }
        return count % 2 == 0;
    }

    private void pair(String source, String target) {
        try {
            NtPath from = NtPath.of(source);
            if (volumes.find(from).isEmpty()) {
                return;
            }
            if (target.isEmpty()) {
                volumes.delete(from, actor);
                return;
            }
            boolean replace = target.startsWith("!");
            NtPath to = NtPath.of(replace ? target.substring(1) : target);
            if (from.drive() == to.drive() && (replace || volumes.find(to).isEmpty())) {
                volumes.rename(from, to, replace, actor);
            }
        } catch (Win32Exception e) {
            // NT goes on with the next pair; the refusal itself is in the trace.
            return;
        }
    }
}
