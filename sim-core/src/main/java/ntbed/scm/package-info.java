/**
 * The service control manager: service database, start plan, states and controls, events and the start-up message.
 *
 * <p>Door: {@link ntbed.scm.ServiceControlApi}.
 *
 * <p>May import: everything above it: {@code win32}, {@code time}, {@code trace}, {@code security}, {@code registry},
 * {@code filesystem}, {@code eventlog}, {@code crypto}, {@code process}.
 */
@NullMarked
package ntbed.scm;

import org.jspecify.annotations.NullMarked;
