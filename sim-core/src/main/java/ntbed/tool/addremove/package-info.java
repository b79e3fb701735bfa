/**
 * Control Panel, Add/Remove Programs: lists what the Uninstall keys name and starts a program's own maintenance.
 *
 * <p>Door: {@link ntbed.tool.addremove.AddRemovePrograms}. It knows no program: what happens after the click is that
 * program's doing.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.addremove;

import org.jspecify.annotations.NullMarked;
