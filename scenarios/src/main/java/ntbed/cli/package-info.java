/**
 * The command line {@code ntbed}: parsing, printing, files the user names, and the one clock that shows how long a run
 * really took. Nothing else.
 *
 * <p>Door: {@link ntbed.cli.Ntbed}.
 *
 * <p>May import: everything.
 */
@NullMarked
package ntbed.cli;

import org.jspecify.annotations.NullMarked;
