/**
 * Office 97 as far as disk duplication touches it: the product ID in the setup table file, and maintenance mode, which
 * reads that file.
 *
 * <p>Door: {@link ntbed.component.office97.Office97}. Facts: Q198417, Q214597, Q117618; place and form of the record
 * are ours (decision D12).
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.office97;

import org.jspecify.annotations.NullMarked;
