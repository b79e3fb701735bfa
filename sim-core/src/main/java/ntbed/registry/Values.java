package ntbed.registry;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import ntbed.win32.CaseFolding;

/** The values of a key in the order they were first set: immutable, copied on change. */
final class Values extends AbstractList<NamedValue> {
    static final Values NONE = new Values(new NamedValue[0]);

    private final NamedValue[] inOrder;

    private Values(NamedValue[] inOrder) {
        this.inOrder = inOrder;
    }

    /** The names must differ by more than case. */
    static Values of(List<NamedValue> inOrder) {
        return inOrder.isEmpty() ? NONE : new Values(inOrder.toArray(new NamedValue[0]));
    }

    @Override
    public NamedValue get(int index) {
        return inOrder[index];
    }

    @Override
    public int size() {
        return inOrder.length;
    }

    /** Where the value of that name stands; -1 if there is none. */
    int find(String name) {
        for (int i = 0; i < inOrder.length; i++) {
            if (CaseFolding.same(inOrder[i].name(), name)) {
                return i;
            }
        }
        return -1;
    }

    /** With the value set: an old one keeps its place and the case of its name, a new one goes to the end. */
    Values with(String name, RegistryValue value) {
        int index = find(name);
        if (index < 0) {
            NamedValue[] longer = Arrays.copyOf(inOrder, inOrder.length + 1);
            longer[inOrder.length] = new NamedValue(name, value);
            return new Values(longer);
        }
        NamedValue[] copy = inOrder.clone();
        copy[index] = new NamedValue(inOrder[index].name(), value);
        return new Values(copy);
    }

    /** Without the value at an index. */
    Values without(int index) {
        if (inOrder.length == 1) {
            return NONE;
        }
        NamedValue[] shorter = Arrays.copyOf(inOrder, inOrder.length - 1);
        System.arraycopy(inOrder, index + 1, shorter, index, shorter.length - index);
        return new Values(shorter);
    }
}
