/**
 * The disks: volumes as stacks of Jimfs layers, NT paths, attributes, security, sharing, free space.
 *
 * <p>Door: {@link ntbed.filesystem.Volumes} (the drives of a running machine), {@link ntbed.filesystem.FileApi} (what a
 * token may do with them), {@link ntbed.filesystem.VolumeImage} and {@link ntbed.filesystem.VolumeBuilder} (a disk
 * that is off), {@link ntbed.filesystem.NtPath}. Nothing else in this project touches {@code java.nio.file}.
 *
 * <p>A volume is one immutable index (names, attributes, security, times, versions) over a stack of Jimfs layers that
 * hold content alone, under numbers. A snapshot freezes the top layer and takes a reference to the index; the next
 * write opens a new layer; what is deleted is no longer in the index. A write on a stack of eight folds all but the
 * lowest into one: its cost is that of the content changed since the lowest layer.
 *
 * <p>Not simulated: 8.3 names, named streams, locks of byte ranges, sparse and compressed content, last access times,
 * links. Device names (CON, NUL ...) are refused as last names (123) where NT would open the device.
 *
 * <p>May import: {@code win32}, {@code security}, {@code time}, {@code trace}.
 */
@NullMarked
package ntbed.filesystem;

import org.jspecify.annotations.NullMarked;
