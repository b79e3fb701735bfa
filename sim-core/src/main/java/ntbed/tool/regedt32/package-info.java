/**
 * Registry Editor in its 32-bit form, regedt32.exe: every value type, one window a root, read-only mode.
 *
 * <p>Door: {@link ntbed.tool.regedt32.Regedt32}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.regedt32;

import org.jspecify.annotations.NullMarked;
