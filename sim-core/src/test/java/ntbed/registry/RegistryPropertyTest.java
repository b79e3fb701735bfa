package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random operations on the registry and on a model of one map; what fails is shrunk to the fewest operations. */
class RegistryPropertyTest {
    private static final int SEEDS = 60;
    private static final int OPERATIONS = 120;

    @Test
    @DisplayName("the registry behaves as a sorted map of keys does, handles to deleted keys included")
    void behavesAsItsModel() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<RegistryModel.Operation> operations = operations(new SeededRandom(seed));
            if (differs(operations)) {
                List<RegistryModel.Operation> fewest = shrink(operations, RegistryPropertyTest::differs);
                assertThat(RegistryModel.compare(fewest))
                        .as("seed %s, shrunk to %s", seed, fewest)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("shrinking finds the few operations that matter")
    void shrinks() {
        List<RegistryModel.Operation> operations = operations(new SeededRandom(1));
        RegistryModel.Operation first = operations.get(17);
        RegistryModel.Operation second = operations.get(80);

        assertThat(shrink(operations, some -> some.contains(first) && some.contains(second)))
                .containsExactly(first, second);
    }

    private static boolean differs(List<RegistryModel.Operation> operations) {
        return !RegistryModel.compare(operations).isEmpty();
    }

    private static List<RegistryModel.Operation> operations(SeededRandom random) {
        List<RegistryModel.Operation> operations = new ArrayList<>();
        RegistryModel.Kind[] kinds = RegistryModel.Kind.values();
        for (int i = 0; i < OPERATIONS; i++) {
            String path = path(random);
            operations.add(
                    new RegistryModel.Operation(kinds[random.nextInt(kinds.length)], path, "v" + random.nextInt(4), i));
        }
        return operations;
    }

    private static String path(SeededRandom random) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.between(1, 3); depth > 0; depth--) {
            path.append(path.length() == 0 ? "" : "\\").append("aAbB_c".charAt(random.nextInt(6)));
        }
        return path.toString();
    }

    /** Takes out ever smaller pieces as long as the rest still fails. */
    private static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
        List<T> fewest = failing;
        for (int piece = failing.size() / 2; piece > 0; piece /= 2) {
            int from = 0;
            while (from < fewest.size()) {
                List<T> fewer = new ArrayList<>(fewest.subList(0, from));
                fewer.addAll(fewest.subList(Math.min(from + piece, fewest.size()), fewest.size()));
                if (fails.test(fewer)) {
                    fewest = fewer;
                } else {
                    from += piece;
                }
            }
        }
        return fewest;
    }
}
