package ntbed.filesystem;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layer that a volume is written to, opened at the first write, on top of frozen ones. */
final class LayerWriter {
    private final Map<ByteBuffer, StoredContent> shared = new HashMap<>();
    private @Nullable LayerStack frozen;
    private @Nullable Layer top;

    /** A writer on top of frozen layers. */
    LayerWriter(@Nullable LayerStack frozen) {
        this.frozen = frozen;
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

    /**
     * Writes content that is frozen before anything of it can be changed or deleted: equal contents, as a fresh machine
     * has many, are written once, and what is remembered of one is remembered of all.
     */
    StoredContent storeForGood(byte[] content) {
        return shared.computeIfAbsent(ByteBuffer.wrap(content), missing -> store(content));
    }

    /** Freezes the layer, if one was opened; the stack with it. Costs the same whatever is in it. */
    @Nullable
    LayerStack freeze() {
        Layer layer = top;
        if (layer != null) {
            layer.freeze();
            frozen = new LayerStack(layer, frozen);
            top = null;
            shared.clear();
        }
        return frozen;
    }

    private Layer top() {
        Layer layer = top;
        if (layer == null) {
            layer = new Layer(LayerStack.depth(frozen) + 1);
            top = layer;
        }
        return layer;
    }
}
