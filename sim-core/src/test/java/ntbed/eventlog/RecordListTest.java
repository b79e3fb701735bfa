package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import ntbed.time.FileTime;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.Test;

class RecordListTest {
    @Test
    void behavesAsAQueueWhateverItsLength() {
        SeededRandom random = new SeededRandom(42);
        Deque<EventRecord> model = new ArrayDeque<>();
        RecordList list = RecordList.EMPTY;
        for (int step = 0; step < 3_000; step++) {
            boolean grow = random.nextInt(100) < (step / 600 % 2 == 0 ? 70 : 30);
            if (grow) {
                EventRecord added = numbered(step);
                list = list.plus(added);
                model.addLast(added);
            } else if (!model.isEmpty()) {
                list = list.withoutOldest();
                model.removeFirst();
            }
            if (step % 7 == 0) {
                assertThat(list).isEqualTo(new ArrayList<>(model));
            }
        }
        assertThat(model).hasSizeGreaterThan(64);
    }

    @Test
    void anOlderListNeverChanges() {
        RecordList old = RecordList.EMPTY;
        for (int i = 0; i < 100; i++) {
            old = old.plus(numbered(i));
        }
        List<EventRecord> before = List.copyOf(old);
        RecordList one = old.plus(numbered(1000));
        RecordList other = old.plus(numbered(2000)).withoutOldest();
        assertThat(old).isEqualTo(before);
        assertThat(one.get(100).recordNumber()).isEqualTo(1000);
        assertThat(other.get(99).recordNumber()).isEqualTo(2000);
    }

    @Test
    void beyondTheEndIsABug() {
        assertThatThrownBy(() -> RecordList.EMPTY.plus(numbered(1)).get(1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static EventRecord numbered(int number) {
        FileTime time = new FileTime(0);
        return new EventRecord(
                number, time, time, "S", 1, 1, EventType.ERROR, 0, Optional.empty(), "C", List.of(), List.of());
    }
}
