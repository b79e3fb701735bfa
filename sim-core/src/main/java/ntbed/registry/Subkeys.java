package ntbed.registry;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subkeys of a key, sorted by folded name: immutable, copied on change.
 *
 * <p>They stand in short runs, so that a change among 100,000 subkeys copies one run and the list of runs.
 */
final class Subkeys extends AbstractList<KeyTree> {
    static final Subkeys NONE = new Subkeys(new KeyTree[0][]);

    /** A run that grows beyond this is halved. */
    private static final int LONGEST_RUN = 64;

    /** Length of runs made in bulk: full enough to be compact, with room for a few more. */
    private static final int BULK_RUN = 48;

    private final KeyTree[][] runs;

    /** Index of each run's first key among all, and their number at the end. */
    private final int[] starts;

    private Subkeys(KeyTree[][] runs) {
        this.runs = runs;
        starts = new int[runs.length + 1];
        for (int i = 0; i < runs.length; i++) {
            starts[i + 1] = starts[i] + runs[i].length;
        }
    }

    private Subkeys(KeyTree[][] runs, int[] starts) {
        this.runs = runs;
        this.starts = starts;
    }

    /** The list must be sorted and free of duplicates. */
    static Subkeys ofSorted(List<KeyTree> keys) {
        if (keys.isEmpty()) {
            return NONE;
        }
        KeyTree[][] runs = new KeyTree[(keys.size() + BULK_RUN - 1) / BULK_RUN][];
        for (int i = 0; i < runs.length; i++) {
            int to = Math.min(keys.size(), (i + 1) * BULK_RUN);
            runs[i] = keys.subList(i * BULK_RUN, to).toArray(new KeyTree[0]);
        }
        return new Subkeys(runs);
    }

    @Override
    public KeyTree get(int index) {
        int found = Arrays.binarySearch(starts, index);
        int run = found >= 0 ? found : -found - 2;
        return runs[run][index - starts[run]];
    }

    @Override
    public int size() {
        return starts[runs.length];
    }

    /** The subkey whose name is the characters of {@code text} from {@code from} up to {@code to}. */
    @Nullable
    KeyTree find(String text, int from, int to) {
        if (runs.length == 0) {
            return null;
        }
        KeyTree[] run = runs[runOf(text, from, to)];
        int index = search(run, text, from, to);
        return index < 0 ? null : run[index];
    }

    /** With that key added, or put in the place of the one of its name. */
    Subkeys with(KeyTree key) {
        if (runs.length == 0) {
            return new Subkeys(new KeyTree[][] {{key}});
        }
        String folded = key.keyName().folded();
        int at = runOf(folded, 0, folded.length());
        KeyTree[] run = runs[at];
        int index = search(run, folded, 0, folded.length());
        if (index >= 0) {
            KeyTree[] copy = run.clone();
            copy[index] = key;
            return new Subkeys(withRun(at, copy), starts);
        }
        int place = -index - 1;
        KeyTree[] longer = Arrays.copyOf(run, run.length + 1);
        System.arraycopy(run, place, longer, place + 1, run.length - place);
        longer[place] = key;
        return new Subkeys(longer.length > LONGEST_RUN ? withHalves(at, longer) : withRun(at, longer));
    }

    /** Without the key of that name, which must be there. */
    Subkeys without(KeyName name) {
        String folded = name.folded();
        int at = runOf(folded, 0, folded.length());
        KeyTree[] run = runs[at];
        int index = search(run, folded, 0, folded.length());
        if (index < 0) {
            throw new AssertionError("no subkey " + name);
        }
        if (run.length == 1) {
            KeyTree[][] fewer = Arrays.copyOf(runs, runs.length - 1);
            System.arraycopy(runs, at + 1, fewer, at, fewer.length - at);
            return fewer.length == 0 ? NONE : new Subkeys(fewer);
        }
        KeyTree[] shorter = Arrays.copyOf(run, run.length - 1);
        System.arraycopy(run, index + 1, shorter, index, shorter.length - index);
        return new Subkeys(withRun(at, shorter));
    }

    /** The stable ones, each without its volatile subkeys. */
    Subkeys withoutVolatile() {
        List<KeyTree> stable = new ArrayList<>(size());
        for (KeyTree[] run : runs) {
            for (KeyTree key : run) {
                if (!key.isVolatile()) {
                    stable.add(key.withoutVolatile());
                }
            }
        }
        return ofSorted(stable);
    }

    boolean anyVolatile() {
        for (KeyTree[] run : runs) {
            for (KeyTree key : run) {
                if (key.isVolatile() || key.holdsVolatile()) {
                    return true;
                }
            }
        }
        return false;
    }

    private KeyTree[][] withRun(int at, KeyTree[] run) {
        KeyTree[][] copy = runs.clone();
        copy[at] = run;
        return copy;
    }

    private KeyTree[][] withHalves(int at, KeyTree[] run) {
        KeyTree[][] more = Arrays.copyOf(runs, runs.length + 1);
        System.arraycopy(runs, at, more, at + 1, runs.length - at);
        more[at] = Arrays.copyOf(run, run.length / 2);
        more[at + 1] = Arrays.copyOfRange(run, run.length / 2, run.length);
        return more;
    }

    /** The run in which the name is or belongs: the last that does not begin after it, or the first. */
    private int runOf(String text, int from, int to) {
        int low = 0;
        int high = runs.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs[middle][0].keyName().compareTo(text, from, to) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int search(KeyTree[] run, String text, int from, int to) {
        int low = 0;
        int high = run.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = run[middle].keyName().compareTo(text, from, to);
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
