/**
 * The machine: off as an immutable {@link ntbed.machine.MachineImage}, on as a {@link ntbed.machine.Machine}, and the
 * door through which everybody acts on it, {@link ntbed.machine.Win32}.
 *
 * <p>May import: everything above it. Behind the door ({@code lab}) only the builder and the fault injector.
 */
@NullMarked
package ntbed.machine;

import org.jspecify.annotations.NullMarked;
