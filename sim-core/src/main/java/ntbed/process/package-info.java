/**
 * Programs and processes: what an image file's content makes the machine do.
 *
 * <p>Door: {@link ntbed.process.Program}, {@link ntbed.process.NtProcess}, {@link ntbed.process.Desktop}, {@link
 * ntbed.process.RpcServer}.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}, {@code registry}, {@code filesystem},
 * {@code eventlog}, {@code crypto}.
 */
@NullMarked
package ntbed.process;

import org.jspecify.annotations.NullMarked;
