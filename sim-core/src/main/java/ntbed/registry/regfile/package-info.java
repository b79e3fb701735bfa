/**
 * Registration files of NT 4.0 ({@code REGEDIT4}): what regedit imports and exports.
 *
 * <p>Door: {@link ntbed.registry.regfile.RegFile}.
 *
 * <p>May import: {@code registry}, {@code security}, {@code win32}.
 */
@NullMarked
package ntbed.registry.regfile;

import org.jspecify.annotations.NullMarked;
