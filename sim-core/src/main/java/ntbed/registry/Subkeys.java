package ntbed.registry;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subkeys of a key, sorted by folded name: immutable, copied on change. */
final class Subkeys extends AbstractList<KeyTree> {
    static final Subkeys NONE = new Subkeys(new KeyTree[0]);

    private final KeyTree[] sorted;

    private Subkeys(KeyTree[] sorted) {
        this.sorted = sorted;
    }

    /** The list must be sorted and free of duplicates. */
    static Subkeys ofSorted(List<KeyTree> keys) {
        return keys.isEmpty() ? NONE : new Subkeys(keys.toArray(new KeyTree[0]));
    }

    @Override
    public KeyTree get(int index) {
        return sorted[index];
    }

    @Override
    public int size() {
        return sorted.length;
    }

    /** The subkey whose name is the characters of {@code text} from {@code from} up to {@code to}. */
    @Nullable
    KeyTree find(String text, int from, int to) {
        int index = search(text, from, to);
        return index < 0 ? null : sorted[index];
    }

    /** With that key added, or put in the place of the one of its name. */
    Subkeys with(KeyTree key) {
        String folded = key.keyName().folded();
        int index = search(folded, 0, folded.length());
        if (index >= 0) {
            KeyTree[] copy = sorted.clone();
            copy[index] = key;
            return new Subkeys(copy);
        }
        int at = -index - 1;
        KeyTree[] longer = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, at, longer, at + 1, sorted.length - at);
        longer[at] = key;
        return new Subkeys(longer);
    }

    /** Without the key of that name, which must be there. */
    Subkeys without(KeyName name) {
        String folded = name.folded();
        int index = search(folded, 0, folded.length());
        if (index < 0) {
            throw new AssertionError("no subkey " + name);
        }
        KeyTree[] shorter = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, index + 1, shorter, index, shorter.length - index);
        return shorter.length == 0 ? NONE : new Subkeys(shorter);
    }

    /** The stable ones, each without its volatile subkeys. */
    Subkeys withoutVolatile() {
        List<KeyTree> stable = new ArrayList<>(sorted.length);
        for (KeyTree key : sorted) {
            if (!key.isVolatile()) {
                stable.add(key.withoutVolatile());
            }
        }
        return ofSorted(stable);
    }

    private int search(String text, int from, int to) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted[middle].keyName().compareTo(text, from, to);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
