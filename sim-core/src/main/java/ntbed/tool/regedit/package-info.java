/**
 * Registry Editor in its Windows 95 form, regedit.exe: search, import and export of REGEDIT4 files.
 *
 * <p>Door: {@link ntbed.tool.regedit.Regedit}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.regedit;

import org.jspecify.annotations.NullMarked;
