/**
 * The vocabulary: Win32 error codes with NT 4.0's texts, access masks, and the two exceptions everything throws.
 *
 * <p>Door: {@link ntbed.win32.Win32Error}, {@link ntbed.win32.Win32Exception}, {@link ntbed.win32.AccessMask}, {@link
 * ntbed.win32.CaseFolding}, {@link ntbed.win32.ServicePack}.
 *
 * <p>May import: nothing of ntbed.
 */
@NullMarked
package ntbed.win32;

import org.jspecify.annotations.NullMarked;
