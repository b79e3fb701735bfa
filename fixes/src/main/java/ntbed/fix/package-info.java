/**
 * Remedies as code, the part that ships: a {@link ntbed.fix.Fix} looks (diagnosis), says what it would do (a plan of
 * steps that are data) and leaves the doing to {@link ntbed.fix.FixRunner}.
 *
 * <p>Door: {@link ntbed.fix.Fix}, {@link ntbed.fix.Fixes}, {@link ntbed.fix.FixRunner}.
 *
 * <p>May import: the surface of {@code machine}, {@code win32}, and the value types that surface speaks in. No clock,
 * no builder, no component.
 */
@NullMarked
package ntbed.fix;

import org.jspecify.annotations.NullMarked;
