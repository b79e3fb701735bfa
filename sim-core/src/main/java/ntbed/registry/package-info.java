/**
 * The registry: immutable key trees, the live registry of a running machine, and what was flushed of it.
 *
 * <p>Door: {@link ntbed.registry.RegistryApi} (what a token may do), {@link ntbed.registry.Registry} (the kernel's side), {@link
 * ntbed.registry.KeyTree}. The codecs live below, one package each.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}.
 */
@NullMarked
package ntbed.registry;

import org.jspecify.annotations.NullMarked;
