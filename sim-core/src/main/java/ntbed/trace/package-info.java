/**
 * Everything seen: one {@link ntbed.trace.TraceEvent} per observable step, with virtual time, actor and cause.
 *
 * <p>Door: {@link ntbed.trace.Trace}, {@link ntbed.trace.TraceEvent}, {@link ntbed.trace.TraceView}; the golden text
 * form is {@link ntbed.trace.TraceText}. Reports, replays and golden tests are views of it.
 *
 * <p>May import: {@code win32}, {@code time}.
 */
@NullMarked
package ntbed.trace;

import org.jspecify.annotations.NullMarked;
