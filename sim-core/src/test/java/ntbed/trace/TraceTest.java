package ntbed.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import org.junit.jupiter.api.Test;

class TraceTest {
    private final EventQueue queue = new EventQueue(FileTime.ofUnixSeconds(0));
    private final Trace trace = new Trace(queue);

    private int emit(String what) {
        return trace.emit("test", stamp -> new TraceEvent.Intervention(stamp, what));
    }

    @Test
    void numbersRiseFromOneAndTheViewGrows() {
        List<TraceEvent> view = trace.events();

        assertThat(emit("a")).isEqualTo(1);
        assertThat(emit("b")).isEqualTo(2);

        assertThat(view).extracting(event -> event.stamp().number()).containsExactly(1, 2);
        assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsScheduledUnderACausePointsToItLater() {
        int root = emit("root");
        trace.under(root, () -> queue.schedule(500, () -> emit("later")));
        emit("meanwhile");
        queue.runUntilMillis(1_000);
        emit("after");

        assertThat(trace.events()).extracting(event -> event.stamp().cause()).containsExactly(0, 0, root, 0);
        assertThat(trace.events().get(2).stamp().uptimeMillis()).isEqualTo(500);
    }

    @Test
    void theCauseIsGivenBackWhenTheActionFails() {
        assertThatThrownBy(() -> trace.under(7, () -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        emit("after");
        assertThat(trace.events().get(0).stamp().cause()).isZero();
    }
}
