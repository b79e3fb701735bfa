/**
 * Keys and ciphers: the machine key that makes one installation different from every other.
 *
 * <p>Door: {@link ntbed.crypto.MachineKey}.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code registry}.
 */
@NullMarked
package ntbed.crypto;

import org.jspecify.annotations.NullMarked;
