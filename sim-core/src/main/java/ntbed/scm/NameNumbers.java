package ntbed.scm;

import java.util.Arrays;

/**
 * Numbers for folded names, in the order in which they first come: 0, 1, 2 ...
 *
 * <p>A hash table without objects: hash codes and numbers stand in one array and all letters side by side in another. A
 * map of a hundred thousand strings costs several misses of the processor's cache a look-up; this one costs hardly any,
 * so that the plan takes as long per service for many services as for few.
 */
final class NameNumbers {
    /** Spreads hash codes of names that differ in the last letter only (Knuth's multiplicative hashing). */
    private static final int SPREAD = 0x9E37_79B9;

    private static final int MIN_SLOTS = 16;

    /** Hash code in the upper half, number + 1 in the lower one; 0 = free. At most half of them are taken. */
    private long[] slots;

    private int shift;
    private char[] letters;
    private int[] ends;
    private int size;

    /** A table that holds about so many names before it grows. */
    NameNumbers(int expected) {
        int wanted = Math.max(MIN_SLOTS, expected * 2);
        shift = Integer.numberOfLeadingZeros(wanted - 1);
        slots = new long[1 << (Integer.SIZE - shift)];
        letters = new char[MIN_SLOTS + expected * 8];
        ends = new int[1 + expected];
    }

    /** How many names there are. */
    int size() {
        return size;
    }

    /** The number of a name, which may be new. */
    int add(String folded) {
        int hash = folded.hashCode();
        int slot = slot(folded, hash);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        keep(folded);
        slots[slot] = entry(hash, size);
        if (size * 2 > slots.length) {
            growSlots();
        }
        return size - 1;
    }

    private static long entry(int hash, int numberPlusOne) {
        return (long) hash << Integer.SIZE | numberPlusOne;
    }

    private void keep(String folded) {
        int start = ends[size];
        int end = start + folded.length();
        if (end > letters.length) {
            letters = Arrays.copyOf(letters, end * 2);
        }
        if (size + 1 == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        folded.getChars(0, folded.length(), letters, start);
        ends[++size] = end;
    }

    /** Where the name is, or the free slot where it would be. */
    private int slot(String folded, int hash) {
        int mask = slots.length - 1;
        int slot = (hash * SPREAD) >>> shift;
        while (slots[slot] != 0 && !((int) (slots[slot] >>> Integer.SIZE) == hash && isAt(slot, folded))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int slot, String folded) {
        int number = (int) slots[slot] - 1;
        int start = ends[number];
        if (ends[number + 1] - start != folded.length()) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (letters[start + i] != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void growSlots() {
        long[] old = slots;
        slots = new long[old.length * 2];
        shift--;
        for (long entry : old) {
            if (entry != 0) {
                int slot = ((int) (entry >>> Integer.SIZE) * SPREAD) >>> shift;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }
}
