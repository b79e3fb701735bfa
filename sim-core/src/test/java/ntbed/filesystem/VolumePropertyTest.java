package ntbed.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random operations on volumes that fork at random, against a plain map for each fork: forks never see each other's
 * writes, and snapshots never change. A failing list of operations is shrunk before it is shown.
 */
final class VolumePropertyTest {
    private static final int SEEDS = 80;
    private static final int OPERATIONS = 120;
    private static final int CAPACITY = 96 * 1024;

    /** One step: what, on which fork, on which two paths, with how many bytes. */
    private record Operation(int kind, int fork, int first, int second, int size) {
        static Operation random(SeededRandom random) {
            int size = random.nextInt(8) == 0 ? random.nextInt(20_000) : random.nextInt(600);
            return new Operation(random.nextInt(20), random.nextInt(64), random.nextInt(30), random.nextInt(30), size);
        }
    }

    /** A running machine and what its disk should hold: content by folded path, null for a directory. */
    private static final class Fork {
        final TestVolumes machine;
        final SortedMap<String, String> model;

        Fork(VolumeImage image, SortedMap<String, String> model) {
            this.machine = TestVolumes.of(image);
            this.model = new TreeMap<>(model);
        }
    }

    private record Snapshot(VolumeImage image, SortedMap<String, String> model) {}

    private static final String DIRECTORY = "<dir>";

    /** Of 30 paths, few enough that they meet: two directories, one in the other, and names in both cases. */
    private static NtPath path(int number) {
        String[] places = {"C:\\", "C:\\dir\\", "C:\\dir\\sub\\"};
        String[] names = {"a", "B", "sub", "dir", "b", "A", "long name.txt", "DIR", "c", "d"};
        return NtPath.of(places[number % 3] + names[number / 3]);
    }

    @Test
    @DisplayName("Volumes and their forks behave as plain maps, whatever the order of operations")
    void behavesAsMaps() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SeededRandom random = new SeededRandom(seed);
            List<Operation> operations = new ArrayList<>();
            for (int i = 0; i < OPERATIONS; i++) {
                operations.add(Operation.random(random));
            }
            String failure = run(operations);
            if (!failure.isEmpty()) {
                List<Operation> fewest = shrink(operations);
                throw new AssertionError("seed " + seed + ": " + run(fewest) + "\n" + fewest);
            }
        }
    }

    @Test
    @DisplayName("The test itself finds a planted error, and shrinks it to the steps that matter")
    void findsPlantedError() {
        List<Operation> operations = new ArrayList<>();
        SeededRandom random = new SeededRandom(7);
        for (int i = 0; i < 60; i++) {
            operations.add(Operation.random(random));
        }
        Operation planted = new Operation(99, 0, 0, 0, 0);
        operations.add(40, planted);
        assertThat(run(operations)).isNotEmpty();
        assertThat(shrink(operations)).containsExactly(planted);
    }

    /** Leaves out ever smaller runs of operations as long as what remains still fails. */
    private static List<Operation> shrink(List<Operation> failing) {
        List<Operation> best = failing;
        for (int chunk = best.size() / 2; chunk > 0; chunk = chunk == 1 ? 0 : chunk / 2) {
            int start = 0;
            while (start < best.size()) {
                List<Operation> fewer = new ArrayList<>(best.subList(0, start));
                fewer.addAll(best.subList(Math.min(best.size(), start + chunk), best.size()));
                if (run(fewer).isEmpty()) {
                    start += chunk;
                } else {
                    best = fewer;
                }
            }
        }
        return best;
    }

    /** What went wrong; empty if nothing did. */
    private static String run(List<Operation> operations) {
        List<Fork> forks = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        SortedMap<String, String> empty = new TreeMap<>();
        empty.put("C:\\", DIRECTORY);
        forks.add(new Fork(VolumeBuilder.create(CAPACITY).build(TestVolumes.BUILT), empty));
        int step = 0;
        for (Operation operation : operations) {
            Fork fork = forks.get(operation.fork % forks.size());
            String content = "step" + step++ + "x".repeat(operation.size);
            try {
                apply(fork, operation, content, forks, snapshots);
                compare(fork, "fork");
            } catch (AssertionError wrong) {
                return String.format(Locale.ROOT, "step %d: %s", step, wrong.getMessage());
            }
        }
        try {
            forks.forEach(fork -> compare(fork, "fork at the end"));
            snapshots.forEach(snapshot -> compare(snapshot.image, snapshot.model, "snapshot"));
        } catch (AssertionError wrong) {
            return String.valueOf(wrong.getMessage());
        }
        return "";
    }

    private static void apply(
            Fork fork, Operation operation, String content, List<Fork> forks, List<Snapshot> snapshots) {
        NtPath first = path(operation.first);
        NtPath second = path(operation.second);
        FileApi files = fork.machine.system();
        Model model = new Model(fork.model);
        String at = first.folded();
        switch (operation.kind) {
            case 0, 1, 2, 3, 4, 5 -> {
                Runnable write = () -> files.write(first, TestVolumes.bytes(content));
                // What does not fit leaves an empty file; where not even that fits, nothing.
                Runnable full = () -> fork.model.computeIfPresent(at, (path, old) -> "");
                boolean fresh = !fork.model.containsKey(at);
                attempt(model.mayWrite(at), write, () -> fork.model.put(at, content), () -> {
                    if (fresh && fork.machine.volumes.find(first).isPresent()) {
                        fork.model.put(at, "");
                    }
                    full.run();
                });
            }
            case 6, 7, 8 -> {
                boolean may = !fork.model.containsKey(at) && model.isDirectory(Model.parent(at));
                attempt(may, () -> files.createDirectory(first), () -> fork.model.put(at, DIRECTORY), () -> {});
            }
            case 9, 10 -> attempt(model.isFile(at), () -> files.delete(first), () -> fork.model.remove(at), () -> {});
            case 11 -> {
                boolean may = model.isDirectory(at) && model.isEmpty(at);
                attempt(may, () -> files.removeDirectory(first), () -> fork.model.remove(at), () -> {});
            }
            case 12, 13, 14 -> {
                boolean replace = operation.size % 2 == 0;
                boolean may = model.mayMove(at, second.folded(), replace);
                Runnable move = () -> files.move(first, second, replace);
                attempt(may, move, () -> move(fork.model, at, second.folded()), () -> {});
            }
            case 15, 16 -> copy(fork, files, first, second);
            case 17, 18 -> snapshots.add(new Snapshot(fork.machine.freeze(), new TreeMap<>(fork.model)));
            case 19 -> {
                if (forks.size() < 6) {
                    forks.add(new Fork(fork.machine.freeze(), fork.model));
                }
            }
            default -> throw new AssertionError("planted");
        }
    }

    /** What NT would allow, asked of the map. */
    private record Model(SortedMap<String, String> map) {
        static String parent(String path) {
            return path.substring(0, Math.max(3, path.lastIndexOf('\\')));
        }

        boolean isDirectory(String path) {
            return DIRECTORY.equals(map.get(path));
        }

        boolean isFile(String path) {
            return map.containsKey(path) && !isDirectory(path);
        }

        boolean isEmpty(String path) {
            return map.keySet().stream().noneMatch(other -> other.startsWith(path + "\\"));
        }

        boolean mayWrite(String path) {
            return isDirectory(parent(path)) && !isDirectory(path);
        }

        boolean mayMove(String from, String to, boolean replace) {
            if (!map.containsKey(from) || !isDirectory(parent(to)) || to.startsWith(from + "\\")) {
                return false;
            }
            boolean free = from.equals(to) || !map.containsKey(to);
            return free || (replace && isFile(from) && isFile(to));
        }
    }

    private static void copy(Fork fork, FileApi files, NtPath first, NtPath second) {
        Model model = new Model(fork.model);
        String from = first.folded();
        String to = second.folded();
        boolean may = model.isFile(from) && model.mayWrite(to) && !from.equals(to);
        Runnable copy = () -> files.copy(first, second, false);
        Runnable done = () -> fork.model.put(to, fork.model.getOrDefault(from, "?"));
        attempt(may, copy, done, () -> fork.model.remove(to));
    }

    private static void attempt(boolean may, Runnable operation, Runnable done, Runnable full) {
        try {
            operation.run();
        } catch (Win32Exception refusal) {
            if (refusal.code() == 112) {
                full.run();
            } else if (may) {
                throw new AssertionError("refused: " + refusal.getMessage(), refusal);
            }
            return;
        }
        if (!may) {
            throw new AssertionError("done, though it should have been refused");
        }
        done.run();
    }

    private static void move(SortedMap<String, String> model, String from, String to) {
        SortedMap<String, String> moved = new TreeMap<>();
        for (Map.Entry<String, String> entry : List.copyOf(model.entrySet())) {
            String path = entry.getKey();
            if (path.equals(from) || path.startsWith(from + "\\")) {
                moved.put(to + path.substring(from.length()), entry.getValue());
                model.remove(path);
            }
        }
        model.putAll(moved);
    }

    private static void compare(Fork fork, String what) {
        FileApi files = fork.machine.system();
        compare(files::list, files::read, fork.model, what, files.freeBytes('C'));
    }

    private static void compare(VolumeImage image, SortedMap<String, String> model, String what) {
        compare(image::list, image::content, model, what, image.freeBytes());
    }

    private static void compare(
            Function<NtPath, List<FileEntry>> list,
            Function<NtPath, byte[]> content,
            SortedMap<String, String> model,
            String what,
            long freeBytes) {
        SortedMap<String, String> actual = new TreeMap<>();
        actual.put("C:\\", DIRECTORY);
        collect(list, content, NtPath.of("C:\\"), actual);
        if (!actual.equals(model)) {
            throw new AssertionError(what + " holds " + actual.keySet() + ", should hold " + model.keySet()
                    + (actual.keySet().equals(model.keySet()) ? " with other content" : ""));
        }
        long used = model.values().stream()
                .mapToLong(text -> Space.ofFile(text.equals(DIRECTORY) ? 0 : text.length(), CAPACITY))
                .sum();
        if (freeBytes != CAPACITY - used || freeBytes < 0) {
            throw new AssertionError(what + " says " + freeBytes + " free where " + used + " are used");
        }
    }

    private static void collect(
            Function<NtPath, List<FileEntry>> list,
            Function<NtPath, byte[]> content,
            NtPath directory,
            SortedMap<String, String> into) {
        for (FileEntry entry : list.apply(directory)) {
            boolean isDirectory = entry.attributes().has(FileAttributes.DIRECTORY);
            into.put(entry.path().folded(), isDirectory ? DIRECTORY : TestVolumes.text(content.apply(entry.path())));
            if (isDirectory) {
                collect(list, content, entry.path(), into);
            }
        }
    }
}
