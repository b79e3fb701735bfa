/**
 * Internet Information Server 4.0 and Personal Web Server 4.0: the services of inetinfo.exe, the metabase with its file,
 * its key container and its session key.
 *
 * <p>Door: {@link ntbed.component.iis.Iis}.
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32}, {@code crypto} and the values
 * these speak in.
 */
@NullMarked
package ntbed.component.iis;

import org.jspecify.annotations.NullMarked;
