/**
 * Virtual time and chance: one clock, one event queue ordered by (time, sequence), one seed forked by consumer.
 *
 * <p>Door: {@link ntbed.time.SimClock}, {@link ntbed.time.EventQueue}, {@link ntbed.time.SeededRandom}.
 *
 * <p>May import: nothing of ntbed.
 */
@NullMarked
package ntbed.time;

import org.jspecify.annotations.NullMarked;
