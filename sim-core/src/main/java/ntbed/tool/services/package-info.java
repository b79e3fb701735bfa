/**
 * The Services applet of Control Panel: list, start and stop, startup type, log-on account.
 *
 * <p>Door: {@link ntbed.tool.services.ServicesApplet}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.services;

import org.jspecify.annotations.NullMarked;
