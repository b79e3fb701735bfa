/**
 * Microsoft Internet Explorer 4.01 and 5.01 as far as Windows NT is touched: version values, its entry in Add/Remove
 * Programs, its maintenance program with repair and removal, and the Protected Storage files that come with it.
 *
 * <p>Door: {@link ntbed.component.internetexplorer.InternetExplorer}. Facts: Q321454 (repair, the four files), Q196704
 * (Protected Storage 5.00.1630.5 with 4.01), Q187710 (it brings Protected Storage), Q194113 (its setup stops Protected
 * Storage until the restart), Q326779 (5.01).
 *
 * <p>What no source says is made up [M] and stands in {@link ntbed.component.internetexplorer.Release} (versions of the
 * files, the set of 5.01), {@link ntbed.component.internetexplorer.InternetExplorer} (folders) and
 * {@link ntbed.component.internetexplorer.MaintenanceText} (sentences).
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.internetexplorer;

import org.jspecify.annotations.NullMarked;
