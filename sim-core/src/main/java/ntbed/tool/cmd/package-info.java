/**
 * The command prompt, cmd.exe: a line is parsed to a command, the command is carried out, what it prints is on the
 * screen.
 *
 * <p>Done: changing drive and directory, {@code cd}, {@code chdir}, {@code cls}, {@code echo}, {@code exit}, {@code
 * rem}, {@code title}, {@code ver}, variables between percent signs, programs by current directory and PATH. The other
 * commands and signs of the language are refused by name.
 *
 * <p>Door: {@link ntbed.tool.cmd.Cmd}.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.cmd;

import org.jspecify.annotations.NullMarked;
