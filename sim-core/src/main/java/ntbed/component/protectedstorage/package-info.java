/**
 * Protected Storage: the service {@code pstores.exe}, its store in the registry, its start-up checks, its set-up
 * switch.
 *
 * <p>Door: {@link ntbed.component.protectedstorage.ProtectedStorage}. Facts: Q321454, Q244610, Q189649, Q201865,
 * Q317218, Q266208, Q266055, Q255987, Q227761, Q175667, Q283056; codes and identifiers: the SDK's pstore.h. The form of
 * the records, and which of them the service reads at its start, are ours [M] (decision D4).
 *
 * <p>The endpoint {@code protected_storage} takes lines of UTF-8, parted by {@code \\n}: a verb, the owner (0 the
 * caller, 1 the machine), then what the verb wants: {@code CreateType} type, name; {@code CreateSubtype} type, subtype,
 * name; {@code DeleteType} type; {@code DeleteSubtype} type, subtype; {@code WriteItem} type, subtype, item, data in
 * hexadecimal, flags (0, or 2 to leave an item that is there); {@code ReadItem} and {@code DeleteItem} type, subtype,
 * item; {@code EnumTypes}; {@code EnumSubtypes} type; {@code EnumItems} type, subtype. Types are GUIDs in braces. The
 * answer is empty, data in hexadecimal, or names, one a line; an error is a PST_E_ code. With the service stopped
 * nobody serves: 1722, which the client library {@code pstorec.dll} turns into PST_E_SERVICE_UNAVAILABLE.
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.protectedstorage;

import org.jspecify.annotations.NullMarked;
