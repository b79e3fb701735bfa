package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HiveFlushTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Demo";

    private final TestRegistries lab = new TestRegistries();

    private boolean onDisk(HiveMount mount, String path) {
        return Objects.requireNonNull(lab.registry.flushed().get(mount))
                .root()
                .descend(path)
                .isPresent();
    }

    @Test
    @DisplayName("H3: a changed hive reaches the disk when the change is five seconds old, and not before")
    void lazyFlush() {
        lab.registry.setValue(KEY, "v", TestRegistries.dword(1), "test");

        lab.queue.runUntilMillis(4_999);
        assertThat(onDisk(HiveMount.SOFTWARE, "Demo")).isFalse();
        assertThat(lab.registry.hasUnflushed()).isTrue();
        lab.queue.runUntilMillis(5_000);
        assertThat(onDisk(HiveMount.SOFTWARE, "Demo")).isTrue();
        assertThat(lab.registry.hasUnflushed()).isFalse();
        assertThat(lab.trace.events())
                .filteredOn(TraceEvent.HiveFlushed.class::isInstance)
                .hasSize(1);
    }

    @Test
    @DisplayName("H3: an explicit flush writes at once, everything of that hive and nothing of another")
    void explicitFlush() {
        lab.registry.setValue(KEY, "v", TestRegistries.dword(1), "test");
        lab.registry.setValue("HKLM\\SYSTEM\\Demo", "v", TestRegistries.dword(1), "test");

        lab.registry.flush(HiveMount.SOFTWARE);

        assertThat(onDisk(HiveMount.SOFTWARE, "Demo")).isTrue();
        assertThat(onDisk(HiveMount.SYSTEM, "Demo")).isFalse();
    }

    @Test
    @DisplayName("H2: HARDWARE is volatile, nothing of it is ever on disk")
    void hardwareIsVolatile() {
        lab.registry.createKey("HKLM\\HARDWARE\\DESCRIPTION", KeyCreation.volatileKey(), "test");
        lab.registry.flushAll("test");

        assertThat(lab.registry.flushed()).doesNotContainKey(HiveMount.HARDWARE);
    }

    @Test
    @DisplayName("a volatile key is not flushed, its stable sister is")
    void volatileKeyIsNotFlushed() {
        lab.registry.createKey(KEY, KeyCreation.volatileKey(), "test");
        lab.registry.createKey("HKLM\\SOFTWARE\\Stable", KeyCreation.stable(), "test");
        lab.registry.flushAll("test");

        assertThat(onDisk(HiveMount.SOFTWARE, "Demo")).isFalse();
        assertThat(onDisk(HiveMount.SOFTWARE, "Stable")).isTrue();
    }
}
