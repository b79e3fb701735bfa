/**
 * Protected Storage: the service {@code pstores.exe}, its store in the registry, its start-up checks, its set-up switch.
 *
 * <p>Door: {@link ntbed.component.protectedstorage.ProtectedStorage}. Facts: Q321454, Q244610, Q189649, Q201865,
 * Q317218, Q266208, Q266055, Q255987, Q227761, Q175667, Q283056; codes and identifiers: the SDK's pstore.h. The form of
 * the records, and which of them the service reads at its start, are ours [M] (decision D4).
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.protectedstorage;

import org.jspecify.annotations.NullMarked;
