/**
 * Keys and ciphers: the machine key that makes one installation different from every other, the key containers that
 * stand under it, session keys made from it, blobs that keep a secret.
 *
 * <p>Door: {@link ntbed.crypto.MachineKey}, {@link ntbed.crypto.KeyContainers} with {@link ntbed.crypto.KeyContainer},
 * {@link ntbed.crypto.SessionKey}, {@link ntbed.crypto.SecureBlob}. A failure is a Win32Exception with an NTE_ code and
 * never says what the secret was; nothing here prints one.
 *
 * <p>The ciphers are the platform's own: AES-128 for data, RSA of 512 bits for key pairs as NT 4.0's base provider had
 * them, SHA-256 for integrity. Keys, primes and paddings come from forks of the machine's seed, never from the
 * platform's chance, so equal machines have equal bytes on every Java. Opening a blob loads the platform's ciphers,
 * which a cold Java virtual machine takes long for; {@link ntbed.crypto.SecureBlob#check} gets by with digests.
 *
 * <p>Made up [M]: the machine key's place and length, the values of a key container and their layout, how a session key
 * is derived, the numbers in the heads of blobs (those of the protocol [MS-IMSA], whose layout this follows in the
 * large).
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code registry}.
 */
@NullMarked
package ntbed.crypto;

import org.jspecify.annotations.NullMarked;
