package ntbed.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private final EventQueue queue = new EventQueue(FileTime.ofUnixSeconds(1_000));
    private final List<String> ran = new ArrayList<>();

    private EventQueue.Scheduled at(long delay, String name) {
        return queue.schedule(delay, () -> ran.add(name));
    }

    @Test
    void runsByTimeAndThenInTheOrderOfScheduling() {
        at(20, "c");
        at(10, "a");
        at(10, "b");
        at(0, "now");

        queue.runUntilMillis(30);

        assertThat(ran).containsExactly("now", "a", "b", "c");
        assertThat(queue.uptimeMillis()).isEqualTo(30);
        assertThat(queue.now()).isEqualTo(FileTime.ofUnixSeconds(1_000).plusMillis(30));
    }

    @Test
    void leavesWhatIsDueLater() {
        at(31, "later");

        queue.runUntilMillis(30);

        assertThat(ran).isEmpty();
        assertThat(queue.nextAtMillis()).isEqualTo(31);
    }

    @Test
    void aCancelledEntryNeitherRunsNorMovesTheClock() {
        EventQueue.Scheduled cancelled = at(10, "cancelled");
        at(20, "kept");
        cancelled.cancel();

        assertThat(queue.nextAtMillis()).isEqualTo(20);
        assertThat(queue.runNext()).isTrue();
        assertThat(queue.runNext()).isFalse();
        assertThat(ran).containsExactly("kept");
        assertThat(queue.nextAtMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anEntryMayCancelAnotherOfTheSameMoment() {
        List<EventQueue.Scheduled> tickets = new ArrayList<>();
        queue.schedule(5, () -> tickets.get(0).cancel());
        tickets.add(at(5, "cancelled"));

        queue.runUntilMillis(5);

        assertThat(ran).isEmpty();
    }

    @Test
    void runUntilStopsAtTheConditionOrWhenDry() {
        at(1, "a");
        at(2, "b");
        at(3, "c");

        assertThat(queue.runUntil(() -> ran.contains("b"))).isTrue();
        assertThat(ran).containsExactly("a", "b");
        assertThat(queue.runUntil(() -> ran.contains("z"))).isFalse();
        assertThat(queue.uptimeMillis()).isEqualTo(3);
    }

    @Test
    void clearedAtPowerOff() {
        at(1, "a");
        queue.clear();

        assertThat(queue.runNext()).isFalse();
        assertThat(ran).isEmpty();
    }

    @Test
    void aNegativeDelayIsABugOfOurs() {
        assertThatThrownBy(() -> at(-1, "past")).isInstanceOf(AssertionError.class);
    }

    @Test
    void anEntryThatFailsLeavesTheCauseAsItWas() {
        queue.cause(3);
        queue.schedule(1, () -> {
            queue.cause(9);
            throw new IllegalStateException("stop");
        });
        queue.cause(0);

        assertThatThrownBy(queue::runNext).hasMessage("stop");
        assertThat(queue.cause()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 1996, -7})
    void anyPlanRunsInOrderOfTimeAndSequence(long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<long[]> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            plan(random, seen, 3);
        }
        queue.runUntilMillis(Integer.MAX_VALUE);

        assertThat(seen).hasSizeGreaterThan(200);
        for (int i = 1; i < seen.size(); i++) {
            long[] before = seen.get(i - 1);
            long[] after = seen.get(i);
            boolean ordered = before[0] < after[0] || (before[0] == after[0] && before[1] < after[1]);
            assertThat(ordered).as("entry %d of seed %d", i, seed).isTrue();
        }
    }

    private long planned;

    private void plan(SeededRandom random, List<long[]> seen, int generations) {
        long due = queue.uptimeMillis();
        int delay = random.nextInt(10);
        long sequence = planned++;
        queue.schedule(delay, () -> {
            assertThat(queue.uptimeMillis()).isEqualTo(due + delay);
            seen.add(new long[] {queue.uptimeMillis(), sequence});
            if (generations > 0 && random.nextInt(3) == 0) {
                plan(random, seen, generations - 1);
            }
        });
    }
}
