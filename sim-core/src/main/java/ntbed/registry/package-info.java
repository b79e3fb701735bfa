/**
 * The registry: immutable key trees, the live registry of a running machine, and what was flushed of it.
 *
 * <p>Door: {@link ntbed.registry.RegistryApi} (what a token may do), {@link ntbed.registry.Registry} (the kernel's
 * side), {@link ntbed.registry.KeyTree}. The codecs live below, one package each.
 *
 * <p>Rules and their tests: H2 volatile HARDWARE and H3 lazy flush ({@code HiveFlushTest}); H4 all or nothing, H8
 * refusal of what cannot be loaded, H10 no transaction across hives ({@code HiveImageTest}); L2 the current profile
 * ({@code RegistryKeysTest}); one row for each Win32 code ({@code RegistryErrorsTest}). Sources: the NT Workstation
 * 4.0 Resource Guide, "Hives and Files"; MSDN, registry functions. Inferred [I]: 5 s of age before a lazy flush,
 * 512 levels, 1450 for data beyond 1 MB, 87 for a key beside the hives, the default descriptor of the roots.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}.
 */
@NullMarked
package ntbed.registry;

import org.jspecify.annotations.NullMarked;
