package ntbed.filesystem;

import ntbed.time.FileTime;
import org.jspecify.annotations.Nullable;

/** The layer that a volume is written to, opened at the first write, on top of frozen ones. */
final class LayerWriter {
    private final long capacityBytes;
    private final FileTime opened;
    private @Nullable LayerStack frozen;
    private @Nullable Layer top;

    /**
     * A writer on top of frozen layers.
     *
     * @param opened the time stamp of the layer it opens
     */
    LayerWriter(long capacityBytes, @Nullable LayerStack frozen, FileTime opened) {
        this.capacityBytes = capacityBytes;
        this.frozen = frozen;
        this.opened = opened;
    }

    /** Whether the next write opens a layer on a stack that should be folded before. */
    boolean needsFold() {
        return top == null && LayerStack.depth(frozen) >= LayerStack.FOLD_DEPTH;
    }

    /** The index with all content above the lowest layer moved to one new layer, which is written to from now on. */
    Node fold(Node root) {
        LayerStack stack = frozen;
        if (stack == null) {
            return root;
        }
        frozen = stack.lowest();
        return Index.folded(root, top());
    }

    /** Writes content. */
    StoredContent store(byte[] content) {
        return content.length == 0 ? StoredContent.EMPTY : StoredContent.in(top(), content);
    }

    /** Freezes the layer, if one was opened; the stack with it. Costs the same whatever is in it. */
    @Nullable
    LayerStack freeze() {
        Layer layer = top;
        if (layer != null) {
            layer.freeze();
            frozen = new LayerStack(layer, frozen);
            top = null;
        }
        return frozen;
    }

    private Layer top() {
        Layer layer = top;
        if (layer == null) {
            layer = Layer.open(capacityBytes, opened, LayerStack.depth(frozen) + 1);
            top = layer;
        }
        return layer;
    }
}
