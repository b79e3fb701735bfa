package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import ntbed.registry.HiveImage.Condition;
import ntbed.registry.HiveImage.FlushStep;
import ntbed.time.EventQueue;
import ntbed.trace.Trace;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HiveImageTest {
    private static HiveImage hive(String key) {
        return HiveBuilder.empty(TestRegistries.POWER_ON, TestRegistries.OPEN)
                .key(key)
                .build();
    }

    private static String loaded(HiveImage image) {
        return image.withLogApplied()
                .map(hive -> hive.root().subkeys().get(0).name())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"LOG_WRITTEN,INTACT,old", "MARKED,IN_TRANSITION,new", "COMPLETE,INTACT,new"})
    @DisplayName("H4: a flush that the power cuts leaves the old hive or the new, never a mixture")
    void interruptedFlush(FlushStep step, Condition condition, String found) {
        HiveImage cut = hive("old").interruptedFlush(hive("new"), step);

        assertThat(cut.condition()).isEqualTo(condition);
        assertThat(loaded(cut)).isEqualTo(found);
    }

    @Test
    @DisplayName("H4: a log does not mend a corrupt hive")
    void corrupt() {
        assertThat(loaded(hive("old").withCondition(Condition.CORRUPT))).isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(value = Condition.class, mode = EnumSource.Mode.EXCLUDE, names = "INTACT")
    @DisplayName("H8: a hive that cannot be loaded is refused with 1009")
    void mountRefuses(Condition condition) {
        EventQueue queue = new EventQueue(TestRegistries.POWER_ON);
        Registry registry = new Registry(queue, new Trace(queue));

        assertThatThrownBy(() -> registry.mount(HiveMount.SOFTWARE, hive("x").withCondition(condition)))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(Win32Error.ERROR_BADDB));
        assertThat(registry.tree("HKLM\\SOFTWARE")).isEmpty();
    }

    @Test
    @DisplayName("H10: a power cut between two flushes leaves one hive new and the other old")
    void noTransactionAcrossHives() {
        TestRegistries lab = new TestRegistries();
        lab.registry.setValue("HKLM\\SYSTEM\\New", "", TestRegistries.dword(1), "test");
        lab.queue.runUntilMillis(1_000);
        lab.registry.setValue("HKLM\\SOFTWARE\\New", "", TestRegistries.dword(1), "test");
        lab.queue.runUntilMillis(5_500);

        var disk = lab.registry.flushed();
        assertThat(Objects.requireNonNull(disk.get(HiveMount.SYSTEM)).root().descend("New"))
                .isPresent();
        assertThat(Objects.requireNonNull(disk.get(HiveMount.SOFTWARE)).root().descend("New"))
                .isEmpty();
    }
}
