/**
 * The discs of the service packs, to be applied once more on a machine that has that pack: Q244610's way to repair
 * Protected Storage, and Q195015's last step after the Option Pack.
 *
 * <p>Door: {@link ntbed.component.servicepack.ServicePackDisc}. Facts: Q244610, Q255987, Q227761 (files, RunOnce),
 * Q195015. Of all the files of a pack the disc holds those that these articles are about; so another pack than the
 * one that is installed is refused as not simulated. Windows, sentences and durations are made up [M].
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.servicepack;

import org.jspecify.annotations.NullMarked;
