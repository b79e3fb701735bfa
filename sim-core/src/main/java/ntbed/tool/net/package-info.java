/**
 * net.exe: START, STOP, PAUSE, CONTINUE and HELPMSG with NT 4.0's texts and exit codes.
 *
 * <p>Door: {@link ntbed.tool.net.Net}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.net;

import org.jspecify.annotations.NullMarked;
