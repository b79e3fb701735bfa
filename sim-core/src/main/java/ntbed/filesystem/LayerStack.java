package ntbed.filesystem;

import org.jspecify.annotations.Nullable;

/**
 * The frozen layers of a volume, newest first: an immutable list that forks share.
 *
 * @param newest the layer that was frozen last
 * @param below the older ones
 */
record LayerStack(Layer newest, @Nullable LayerStack below) {
    /** A new layer on a stack this deep is the occasion to fold all but the lowest into one. */
    static final int FOLD_DEPTH = 8;

    /** How many layers there are in a stack. */
    static int depth(@Nullable LayerStack stack) {
        return stack == null ? 0 : stack.newest.depth();
    }

    /** The lowest layer alone. */
    LayerStack lowest() {
        LayerStack at = this;
        while (at.below != null) {
            at = at.below;
        }
        return at;
    }
}
