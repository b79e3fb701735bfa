/**
 * The System, Application and Security logs: records, message templates, the EventLog service's rules.
 *
 * <p>Door: {@link ntbed.eventlog.EventLogApi}, {@link ntbed.eventlog.EventRecord}.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}, {@code registry}.
 */
@NullMarked
package ntbed.eventlog;

import org.jspecify.annotations.NullMarked;
