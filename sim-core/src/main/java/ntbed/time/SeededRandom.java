package ntbed.time;

/**
 * The machine's chance: SplitMix64 from one seed, forked by consumer.
 *
 * <p>A fork depends on the seed and the name alone, so a new consumer shifts nobody else's numbers.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private final long origin;
    private long state;

    /** The root of all chance of a run. */
    public SeededRandom(long seed) {
        origin = mix(seed + GOLDEN_GAMMA);
        state = origin;
    }

    /** An independent stream for the named purpose; the same whenever it is asked for. */
    public SeededRandom fork(String purpose) {
        long hash = origin;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ purpose.charAt(i)) + GOLDEN_GAMMA;
        }
        return new SeededRandom(hash);
    }

    /** Any of the 2^64 values. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Any of the 2^32 values. */
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** From 0 up to, not including, {@code bound}, which is at least 1. */
    public int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** From {@code lowest} to {@code highest}, both included. */
    public int between(int lowest, int highest) {
        return lowest + nextInt(highest - lowest + 1);
    }

    /** That many bytes. */
    public byte[] nextBytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) nextLong();
        }
        return bytes;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
