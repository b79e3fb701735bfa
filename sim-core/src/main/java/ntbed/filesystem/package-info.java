/**
 * The disks: volumes as stacks of Jimfs layers, NT paths, attributes, security, sharing, free space.
 *
 * <p>Door: {@link ntbed.filesystem.FileApi} (what a token may do), {@link ntbed.filesystem.NtPath}. Nothing else in this
 * project touches {@code java.nio.file}.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}.
 */
@NullMarked
package ntbed.filesystem;

import org.jspecify.annotations.NullMarked;
