package ntbed.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints what a booted machine and what its disk alone keep in memory beyond the image they were made from: the heap in
 * use with many of them, less the heap without, by their number. A program of its own, run with {@code -Xmx1g}; it
 * judges nothing.
 */
final class RetainedMemory {
    private static final int MACHINES = 200;
    private static final int COLLECTIONS = 5;

    private RetainedMemory() {}

    /** Runs it. */
    public static void main(String[] args) {
        BootBenchmark.Server server = new BootBenchmark.Server();
        boot(server); // what all share, such as parsed image files, is made by the first
        List<Object> kept = new ArrayList<>(2 * MACHINES);
        long before = used();
        for (int i = 0; i < MACHINES; i++) {
            kept.add(boot(server));
        }
        print("booted machine", before, kept);
        kept.clear();
        before = used();
        for (int i = 0; i < MACHINES; i++) {
            kept.add(boot(server).snapshot());
        }
        print("disk of a booted machine", before, kept);
    }

    private static Machine boot(BootBenchmark.Server server) {
        Machine machine = Machine.powerOn(server.image, TestMachines.SEED);
        machine.boot();
        return machine;
    }

    private static void print(String what, long before, List<Object> kept) {
        long bytes = (used() - before) / kept.size();
        System.out.println(what + ": " + bytes + " bytes");
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
